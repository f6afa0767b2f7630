import { geoJsonText, reportsGeoJson } from '../export/reportsGeojson'
import { failsOn } from './check'
import type { Answer, Call } from './command'
import { EXIT, usage } from './failure'
import { openSlice, reportNotes } from './slices'

/**
 * `join`: writes all reports of the files with their places and sources as GeoJSON; issues as
 * remarks.
 */
export function joinFiles(call: Call): Answer {
  if (call.files.length === 0) {
    throw usage({ code: 'joinNeedsFile' })
  }
  const { opened, slice, findings } = openSlice({ ...call, filter: {} })
  const meta = { ...opened.info, generated: call.generated }
  return {
    output: geoJsonText(reportsGeoJson(opened.dataset, slice, meta)),
    remarks: reportNotes(findings, call.json),
    exit: failsOn(findings, call.strict) ? EXIT.dataErrors : EXIT.ok,
  }
}
