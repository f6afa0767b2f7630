import { geoJsonText, reportsGeoJson } from '../export/reportsGeojson'
import type { Answer, Call } from './command'
import { usage } from './failure'
import { answerSlice } from './slices'

/** `join`: all reports of the files with their places and sources, as GeoJSON. */
export function joinFiles(call: Call): Promise<Answer> {
  if (call.files.length === 0) throw usage({ code: 'joinNeedsFile' })
  return answerSlice({ ...call, filter: {} }, ({ opened, slice, meta }) =>
    geoJsonText(reportsGeoJson(opened.dataset, slice, meta)),
  )
}
