import { readFileSync } from 'node:fs'
import { geoJsonText, reportsGeoJson } from '../src/export/reportsGeojson'
import { joinDataset } from '../src/join/joinReports'
import { unfiltered } from '../src/query/conditions'
import { sliceDataset } from '../src/query/sliceDataset'
import { parseIncidents, parsePlaces, parseSources } from '../src/read/parseTables'

/**
 * All reports of a folder with the files of geodata/, as GeoJSON text like that of page and
 * command. The time of export is the release day of the dataset, so that the same records give the
 * same file.
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
  const conflict = JSON.parse(read('dataset.json'))
  const dataset = joinDataset({
    conflict,
    incidents: parseIncidents(read('incidents.csv'), 'incidents.csv', conflict).rows,
    sources: parseSources(read('sources.csv'), 'sources.csv').rows,
    places: parsePlaces(read('places.csv'), 'places.csv', conflict).rows,
    issues: [],
    file: 'incidents.csv',
  })
  const { span } = dataset
  if (!span) throw new Error(`${folder}/incidents.csv holds no report.`)
  return { ...dataset, span }
}
