import info from '../../geodata/dataset.json'
import { formatDay } from '../data/day'
import { DATA, loadJson } from '../data/load'
import { asPolygons } from '../data/polygons'
import type { Dataset, Slice } from '../types'
import { mapPicture } from './mapPicture'
import { rangeWords } from './words'

export type ExportId = 'geojson' | 'districts' | 'csv' | 'png'

/** What left: the file's name and, in words, how much is in it. */
interface Saved {
  readonly name: string
  readonly count: string
}

/** Each export: makes the file and hands it to the browser. Rejects with a sentence when it cannot. */
export const downloads: Readonly<
  Record<ExportId, (dataset: Dataset, slice: Slice) => Promise<Saved>>
> = {
  async geojson(dataset, slice) {
    const { geoJsonText, reportsGeoJson } = await import('../data/exportGeojson')
    const collection = reportsGeoJson(dataset, slice, meta())
    const name = fileName(slice, 'reports', 'geojson')
    save(new Blob([geoJsonText(collection)], { type: 'application/geo+json' }), name)
    return { name, count: reports(collection.features.length) }
  },
  async districts(dataset, slice) {
    const [{ districtsGeoJson }, { geoJsonText }, polygons] = await Promise.all([
      import('../data/exportDistricts'),
      import('../data/exportGeojson'),
      loadJson(`${DATA}districts.geojson`),
    ])
    const areas = asPolygons(polygons, 'districts.geojson')
    const collection = districtsGeoJson(areas, dataset, slice, meta())
    const name = fileName(slice, 'districts', 'geojson')
    save(new Blob([geoJsonText(collection)], { type: 'application/geo+json' }), name)
    return { name, count: `${collection.features.length} districts` }
  },
  async csv(dataset, slice) {
    const { reportsCsv } = await import('../data/exportCsv')
    const name = fileName(slice, 'reports', 'csv')
    save(new Blob([reportsCsv(dataset, slice, meta())], { type: 'text/csv;charset=utf-8' }), name)
    return { name, count: reports(slice.rows.length) }
  },
  async png(_dataset, slice) {
    if (!mapPicture.value) throw new Error('there is no map on the screen')
    const { count, window } = { count: slice.rows.length, window: slice.filter.window }
    const credit = `Contactline ${info.version}: ${reports(count)}, ${rangeWords(window)}. ${info.attribution}`
    const name = fileName(slice, 'map', 'png')
    save(await mapPicture.value(credit), name)
    return { name, count: 'The map' }
  },
}

function meta() {
  return { ...info, generated: new Date().toISOString() }
}

function reports(count: number): string {
  return `${count} ${count === 1 ? 'report' : 'reports'}`
}

function fileName({ filter }: Slice, what: string, extension: string): string {
  const { from, to } = filter.window
  return `contactline-${what}-${formatDay(from)}-${formatDay(to)}.${extension}`
}

/** Hands a blob to the browser as a download. The address is freed once the browser has had time to take it. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
