import { dataset, fails, info, infoOf, outlines, shown } from '../../app/state'
import type { BibliographyFormat } from '../../export/bibliography'
import { type CslItem, sourceItem, sourcesOfSlice } from '../../export/csl'
import { pause } from '../../files/pause'
import type { Part } from '../../files/shownFile'
import { UserError } from '../../issues/problem'
import { exporting } from '../../messages/exporting'
import { formatDay } from '../../model/day'
import type { Source } from '../../model/source'
import { DATA, loadJson } from '../../open/fetchFile'
import { totalOf } from '../../query/classes'
import type { Slice } from '../../query/slice'
import { sliceOfPart } from '../../query/sliceOfPart'
import type { Dataset } from '../../store/dataset'
import { shownMap } from '../map/shownMap'
import { barUnit } from '../timeline/bins'
import { rangeWords, reportsWords } from './words'

export type ExportId =
  | 'geojson'
  | 'districts'
  | 'csv'
  | 'counts'
  | 'directions'
  | 'directionsCsv'
  | 'references'
  | BibliographyFormat
  | 'png'

/** The formats in which citations leave. */
export const BIBLIOGRAPHIES: readonly {
  readonly id: BibliographyFormat
  readonly label: string
  readonly extension: string
  readonly type: string
}[] = [
  { id: 'bibtex', label: 'BibTeX', extension: 'bib', type: 'x-bibtex' },
  { id: 'ris', label: 'RIS', extension: 'ris', type: 'x-research-info-systems' },
  { id: 'csl', label: 'CSL-JSON', extension: 'csl.json', type: 'vnd.citationstyles.csl+json' },
]

/** Each export: saves the file and says so. Rejects with a UserError when it cannot. */
export const downloads: Readonly<
  Record<ExportId, (dataset: Dataset, slice: Slice) => Promise<string>>
> = {
  async geojson(dataset, slice) {
    const { reportsGeoJsonParts } = await import('../../export/reportsGeojson')
    const parts = await reportsGeoJsonParts(dataset, slice, meta(), pause)
    const file = new Blob(parts, { type: 'application/geo+json' })
    const name = saveFile(file, `${stemOf(slice, 'reports')}.geojson`)
    return exporting.reportsSaved({ n: totalOf(slice.count), name })
  },
  async districts(dataset, slice) {
    const [{ districtsGeoJson }, { asPolygons }, { geoJsonText }, polygons] = await Promise.all([
      import('../../export/districtsGeojson'),
      import('../../geo/polygons'),
      import('../../export/reportsGeojson'),
      outlines.value?.polygons ?? loadJson(`${DATA}districts.geojson`),
    ])
    const areas = asPolygons(polygons, 'districts.geojson')
    const collection = districtsGeoJson(areas, dataset, slice, meta())
    const file = new Blob([geoJsonText(collection)], { type: 'application/geo+json' })
    const name = saveFile(file, `${stemOf(slice, 'districts')}.geojson`)
    return exporting.districtsSaved({ n: collection.features.length, name })
  },
  async csv(dataset, slice) {
    const { reportsCsv } = await import('../../export/reportsCsv')
    const parts = await reportsCsv(dataset, slice, meta(), pause)
    const file = new Blob(parts, { type: 'text/csv;charset=utf-8' })
    const name = saveFile(file, `${stemOf(slice, 'reports')}.csv`)
    return exporting.reportsSaved({ n: totalOf(slice.count), name })
  },
  async counts(dataset, slice) {
    const { countsCsv } = await import('../../export/countsCsv')
    const unit = barUnit.value
    const text = countsCsv(dataset, slice.filter, unit, fails.value)
    const file = new Blob([text], { type: 'text/csv;charset=utf-8' })
    const name = saveFile(file, `${stemOf(slice, `counts-per-${unit}`)}.csv`)
    return exporting.countsSaved({ name })
  },
  directions: (dataset, slice) => saveDirections(dataset, slice, 'geojson'),
  directionsCsv: (dataset, slice) => saveDirections(dataset, slice, 'csv'),
  async references(dataset, slice) {
    const { citeSource } = await import('../../export/citation')
    const sources = citedSources(dataset, slice)
    const lines = sources.map((source) => `${citeSource(source, info.value.compiled)}.\n`)
    const file = new Blob(lines, { type: 'text/plain;charset=utf-8' })
    const name = saveFile(file, `${stemOf(slice, 'sources')}.txt`)
    return exporting.sourcesSaved({ n: sources.length, name })
  },
  bibtex: (dataset, slice) => saveSources(dataset, slice, 'bibtex'),
  ris: (dataset, slice) => saveSources(dataset, slice, 'ris'),
  csl: (dataset, slice) => saveSources(dataset, slice, 'csl'),
  async png(_dataset, slice) {
    if (!shownMap.value) throw new UserError({ code: 'noMap' })
    // An opened file has no known version.
    const { shortTitle, version } = info.value
    const title = shown.value ? shortTitle : `${shortTitle} ${version}`
    const credit = exporting.credit({
      title,
      reports: reportsWords(slice.count),
      dates: rangeWords(slice.filter.window),
      attribution: info.value.attribution,
    })
    const name = saveFile(await shownMap.value.png(credit), `${stemOf(slice, 'map')}.png`)
    return exporting.mapSaved({ name })
  },
}

/** Saves the reports of one of several datasets, as if it were shown alone. Returns what to say. */
export async function savePart(part: Part, index: number, slice: Slice): Promise<string> {
  const { reportsCsv } = await import('../../export/reportsCsv')
  const own = sliceOfPart(dataset.value, index, slice)
  const about = { ...infoOf(part), generated: new Date().toISOString() }
  const parts = await reportsCsv(part.dataset, own, about, pause)
  const file = new Blob(parts, { type: 'text/csv;charset=utf-8' })
  const name = saveFile(file, `${stemOf(slice, part.id)}.csv`)
  return exporting.reportsSaved({ n: totalOf(own.count), name })
}

/** Saves citations as STEM and an ending, and returns that name. Loads the writer first. */
export async function saveBibliography(
  items: readonly CslItem[],
  format: BibliographyFormat,
  stem: string,
): Promise<string> {
  const { bibliographyText } = await import('../../export/bibliography')
  const known = BIBLIOGRAPHIES.find(({ id }) => id === format)
  const type = `application/${known?.type};charset=utf-8`
  const file = new Blob([bibliographyText(items, format)], { type })
  return saveFile(file, `${stem}.${known?.extension}`)
}

async function saveSources(
  dataset: Dataset,
  slice: Slice,
  format: BibliographyFormat,
): Promise<string> {
  const items = citedSources(dataset, slice).map((source) => sourceItem(source, info.value))
  const name = await saveBibliography(items, format, stemOf(slice, 'sources'))
  return exporting.sourcesSaved({ n: items.length, name })
}

async function saveDirections(dataset: Dataset, slice: Slice, extension: 'geojson' | 'csv') {
  const [{ directionsCsv, directionsGeoJson }, { geoJsonText }] = await Promise.all([
    import('../../export/directionExports'),
    import('../../export/reportsGeojson'),
  ])
  const collection = directionsGeoJson(dataset, slice, meta())
  const isTable = extension === 'csv'
  const text = isTable ? directionsCsv(dataset, slice) : geoJsonText(collection)
  const type = isTable ? 'text/csv;charset=utf-8' : 'application/geo+json'
  const name = saveFile(new Blob([text], { type }), `${stemOf(slice, 'directions')}.${extension}`)
  return exporting.directionsSaved({ n: collection.features.length, name })
}

function citedSources(dataset: Dataset, slice: Slice): Source[] {
  const sources = sourcesOfSlice(dataset, slice)
  if (sources.length === 0) throw new UserError({ code: 'noCitedSource' })
  return sources
}

function meta() {
  return { ...info.value, generated: new Date().toISOString() }
}

function stemOf({ filter: { window } }: Slice, what: string): string {
  return `contactline-${what}-${formatDay(window.from)}-${formatDay(window.to)}`
}

/** Hands a blob to the browser as a download of this name, which it returns. */
export function saveFile(blob: Blob, name: string): string {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The browser needs time to take it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return name
}
