import { readFileSync } from 'node:fs'
import { geoJsonText, reportsGeoJson } from '../src/data/exportGeojson'
import { unfiltered } from '../src/data/filter'
import { joinDataset } from '../src/data/join'
import { parseIncidents, parsePlaces, parseSources } from '../src/data/parse'
import { sliceDataset } from '../src/data/slice'

/**
 * All reports of a folder with the files of geodata/ as GeoJSON text, as page and command export them. The time of
 * export is the dataset's day of release, so that the same records give the same file.
 */
export function allReports(folder: string): string {
  const dataset = joinedDataset(folder)
  const info = JSON.parse(readFileSync(`${folder}/dataset.json`, 'utf8'))
  const generated = new Date(info.released).toISOString()
  const slice = sliceDataset(dataset, unfiltered(dataset.span))
  return geoJsonText(reportsGeoJson(dataset, slice, { ...info, generated }))
}

/** The reports of such a folder, joined. Throws when there are none. */
export function joinedDataset(folder: string) {
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
  const dataset = joinDataset({
    incidents: parseIncidents(read('incidents.csv'), 'incidents.csv').rows,
    sources: parseSources(read('sources.csv'), 'sources.csv').rows,
    places: parsePlaces(read('places.csv'), 'places.csv').rows,
    issues: [],
    file: 'incidents.csv',
  })
  const { span } = dataset
  if (!span) throw new Error(`${folder}/incidents.csv holds no report.`)
  return { ...dataset, span }
}
