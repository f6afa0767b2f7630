import { signal } from '@preact/signals'
import { infoOf } from '../../app/partInfo'
import { dataset, fails, info, outlines } from '../../app/state'
import type { BibliographyFormat } from '../../export/bibliography'
import { citeSource } from '../../export/citation'
import { type CslItem, sourceItem, sourcesOfSlice } from '../../export/csl'
import type { Layout } from '../../export/exportRows'
import type { ReportsWriter } from '../../export/reportsCsv'
import { sliceFileName } from '../../export/sliceFileName'
import { pause } from '../../files/pause'
import type { Part } from '../../files/shownFile'
import { UserError } from '../../issues/problem'
import { exporting } from '../../messages/compiled/exporting'
import type { Source } from '../../model/source'
import { DATA, loadJson } from '../../open/fetchFile'
import { totalOf } from '../../query/classes'
import type { Slice } from '../../query/slice'
import { sliceOfPart } from '../../query/sliceOfPart'
import type { Dataset } from '../../store/dataset'
import { barUnit } from '../timeline/bins'

type ReportsFormat = 'geojson' | 'csv' | 'flatgeobuf' | 'csvt' | 'kml'
export type ExportId =
  | ReportsFormat
  | 'districts'
  | 'counts'
  | 'directions'
  | 'directionsCsv'
  | 'references'
  | BibliographyFormat

/** How reports become the rows of a file, as the menu has it. */
export const layout = signal<Pick<Layout, 'geometry' | 'rows'>>({
  geometry: 'points',
  rows: 'report',
})

/** The formats in which reports leave; their writers load when they are needed. */
const REPORTS: Readonly<
  Record<ReportsFormat, { extension: string; type: string; load(): Promise<ReportsWriter> }>
> = {
  geojson: {
    extension: 'geojson',
    type: 'application/geo+json',
    load: async () => (await import('../../export/reportsGeojson')).reportsGeoJsonParts,
  },
  csv: {
    extension: 'csv',
    type: 'text/csv;charset=utf-8',
    load: async () => (await import('../../export/reportsCsv')).reportsCsv,
  },
  flatgeobuf: {
    extension: 'fgb',
    type: 'application/octet-stream',
    load: async () => (await import('../../export/reportsFlatGeobuf')).reportsFlatGeobuf,
  },
  csvt: {
    extension: 'csv.zip',
    type: 'application/zip',
    load: async () => (await import('../../export/reportsTypedCsv')).reportsTypedCsv,
  },
  kml: {
    extension: 'kml',
    type: 'application/vnd.google-earth.kml+xml',
    load: async () => (await import('../../export/reportsKml')).reportsKml,
  },
}

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
  geojson: (dataset, slice) => saveReports(dataset, slice, 'geojson'),
  async districts(dataset, slice) {
    const [{ districtsGeoJson }, { geoJsonText }, polygons] = await Promise.all([
      import('../../export/districtsGeojson'),
      import('../../export/reportsGeojson'),
      loadPolygons(),
    ])
    const collection = districtsGeoJson(polygons, dataset, slice, meta())
    const file = new Blob([geoJsonText(collection)], { type: 'application/geo+json' })
    const name = saveFile(file, `${stemOf(dataset, slice, 'districts')}.geojson`)
    return exporting.districtsSaved({ n: collection.features.length, name })
  },
  csv: (dataset, slice) => saveReports(dataset, slice, 'csv'),
  flatgeobuf: (dataset, slice) => saveReports(dataset, slice, 'flatgeobuf'),
  csvt: (dataset, slice) => saveReports(dataset, slice, 'csvt'),
  kml: (dataset, slice) => saveReports(dataset, slice, 'kml'),
  async counts(dataset, slice) {
    const { countsCsv } = await import('../../export/countsCsv')
    const unit = barUnit.value
    const text = countsCsv(dataset, slice.filter, unit, fails.value)
    const file = new Blob([text], { type: 'text/csv;charset=utf-8' })
    const name = saveFile(file, `${stemOf(dataset, slice, `counts-per-${unit}`)}.csv`)
    return exporting.countsSaved({ name })
  },
  directions: (dataset, slice) => saveDirections(dataset, slice, 'geojson'),
  directionsCsv: (dataset, slice) => saveDirections(dataset, slice, 'csv'),
  async references(dataset, slice) {
    const sources = citedSources(dataset, slice)
    const lines = sources.map((source) => `${citeSource(source, info.value.compiled)}.\n`)
    const file = new Blob(lines, { type: 'text/plain;charset=utf-8' })
    const name = saveFile(file, `${stemOf(dataset, slice, 'sources')}.txt`)
    return exporting.sourcesSaved({ n: sources.length, name })
  },
  bibtex: (dataset, slice) => saveSources(dataset, slice, 'bibtex'),
  ris: (dataset, slice) => saveSources(dataset, slice, 'ris'),
  csl: (dataset, slice) => saveSources(dataset, slice, 'csl'),
}

async function saveReports(dataset: Dataset, slice: Slice, format: ReportsFormat): Promise<string> {
  const { extension, type, load } = REPORTS[format]
  const form = layout.value
  const [write, outlines] = await Promise.all([load(), loadOutlines(form, dataset)])
  const parts = await write(dataset, slice, meta(), pause, { ...form, outlines })
  const stem = stemOf(dataset, slice, 'reports', form)
  const name = saveFile(new Blob(parts, { type }), `${stem}.${extension}`)
  return exporting.reportsSaved({ n: totalOf(slice.count), name })
}

async function loadOutlines({ geometry }: Pick<Layout, 'geometry'>, dataset: Dataset) {
  if (geometry !== 'outlines') return new Map()
  const { outlinesById } = await import('../../export/outlines')
  return outlinesById(await loadPolygons(), dataset)
}

/** The outlines that the map shows. */
async function loadPolygons() {
  const { asPolygons } = await import('../../geo/polygons')
  const polygons = outlines.value?.polygons ?? (await loadJson(`${DATA}districts.geojson`))
  return asPolygons(polygons, 'districts.geojson')
}

/** Saves the reports of one of several datasets, as if it were shown alone. Returns what to say. */
export async function savePart(part: Part, index: number, slice: Slice): Promise<string> {
  const { reportsCsv } = await import('../../export/reportsCsv')
  const own = sliceOfPart(dataset.value, index, slice)
  const about = { ...infoOf(part), generated: new Date().toISOString() }
  const parts = await reportsCsv(part.dataset, own, about, pause)
  const file = new Blob(parts, { type: 'text/csv;charset=utf-8' })
  const name = saveFile(file, `${stemOf(dataset.value, slice, part.id)}.csv`)
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
  const name = await saveBibliography(items, format, stemOf(dataset, slice, 'sources'))
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
  const name = saveFile(
    new Blob([text], { type }),
    `${stemOf(dataset, slice, 'directions')}.${extension}`,
  )
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

/** A file's name without its ending: what is in it, and the slice. */
export function stemOf(
  { conflict }: Dataset,
  { filter }: Slice,
  what: string,
  form?: Pick<Layout, 'geometry' | 'rows'>,
): string {
  return sliceFileName(what, filter, conflict, form)
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
