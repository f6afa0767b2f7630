import { signal } from '@preact/signals'
import { infoOf } from '../../app/partInfo'
import * as state from '../../app/state'
import type { BibliographyFormat } from '../../export/bibliography'
import { citeSource } from '../../export/citation'
import { type CslItem, sourceItem, sourcesOfSlice } from '../../export/csl'
import type { Layout } from '../../export/exportRows'
import type { DatasetInfo } from '../../export/provenance'
import type { ReportsWriter } from '../../export/reportsCsv'
import { fileStem, sliceFileName } from '../../export/sliceFileName'
import { pause } from '../../files/pause'
import type { Part } from '../../files/shownFile'
import { UserError } from '../../issues/problem'
import { exporting } from '../../messages/compiled/exporting'
import type { Source } from '../../model/source'
import { DATA, loadJson } from '../../open/fetchFile'
import { totalOf } from '../../query/classes'
import type { Failed } from '../../query/conditions'
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

/** What is exported. */
export interface Exported {
  readonly dataset: Dataset
  readonly slice: Slice
  readonly fails: Failed
  readonly info: DatasetInfo
  /** Begins the names of files (fileStem). */
  readonly stem: string
}

/** All that is shown, or one of several datasets as if it were shown alone. */
export function exportOf(id: string | null): Exported {
  const [dataset, slice, fails] = [state.dataset.value, state.slice.value, state.fails.value]
  const index = state.parts.value.findIndex((part) => part.id === id)
  const part = dataset.rowsOf ? state.parts.value[index] : undefined
  const stem = stemOfParts(part ? [part] : state.parts.value)
  if (!part) return { dataset, slice, fails, info: state.info.value, stem }
  const own = sliceOfPart(dataset, index, part.dataset, slice, fails)
  return { ...own, dataset: part.dataset, info: infoOf(part), stem }
}

/** What names of files of datasets begin with. */
export function stemOfParts(parts: readonly Part[]): string {
  return fileStem(parts.map(({ opened }) => opened?.file.name ?? null))
}

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
export const downloads: Readonly<Record<ExportId, (of: Exported) => Promise<string>>> = {
  geojson: (of) => saveReports(of, 'geojson'),
  async districts(of) {
    const [{ districtsGeoJson }, { geoJsonText }, polygons] = await Promise.all([
      import('../../export/districtsGeojson'),
      import('../../export/reportsGeojson'),
      loadPolygons(),
    ])
    const collection = districtsGeoJson(polygons, of.dataset, of.slice, metaOf(of))
    const file = new Blob([geoJsonText(collection)], { type: 'application/geo+json' })
    const name = saveFile(file, `${stemOf(of, 'districts')}.geojson`)
    return exporting.districtsSaved({ n: collection.features.length, name })
  },
  csv: (of) => saveReports(of, 'csv'),
  flatgeobuf: (of) => saveReports(of, 'flatgeobuf'),
  csvt: (of) => saveReports(of, 'csvt'),
  kml: (of) => saveReports(of, 'kml'),
  async counts(of) {
    const { countsCsv } = await import('../../export/countsCsv')
    const unit = barUnit.value
    const text = countsCsv(of.dataset, of.slice.filter, unit, of.fails)
    const file = new Blob([text], { type: 'text/csv;charset=utf-8' })
    const name = saveFile(file, `${stemOf(of, `counts-per-${unit}`)}.csv`)
    return exporting.countsSaved({ name })
  },
  directions: (of) => saveDirections(of, 'geojson'),
  directionsCsv: (of) => saveDirections(of, 'csv'),
  async references(of) {
    const sources = citedSources(of)
    const lines = sources.map((source) => `${citeSource(source, of.info.compiled)}.\n`)
    const file = new Blob(lines, { type: 'text/plain;charset=utf-8' })
    const name = saveFile(file, `${stemOf(of, 'sources')}.txt`)
    return exporting.sourcesSaved({ n: sources.length, name })
  },
  bibtex: (of) => saveSources(of, 'bibtex'),
  ris: (of) => saveSources(of, 'ris'),
  csl: (of) => saveSources(of, 'csl'),
}

async function saveReports(of: Exported, format: ReportsFormat): Promise<string> {
  const { dataset, slice } = of
  const { extension, type, load } = REPORTS[format]
  const form = layout.value
  const [write, outlines] = await Promise.all([load(), loadOutlines(form, dataset)])
  const parts = await write(dataset, slice, metaOf(of), pause, { ...form, outlines })
  const stem = stemOf(of, 'reports', form)
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
  const polygons = state.outlines.value?.polygons ?? (await loadJson(`${DATA}districts.geojson`))
  return asPolygons(polygons, 'districts.geojson')
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

async function saveSources(of: Exported, format: BibliographyFormat): Promise<string> {
  const items = citedSources(of).map((source) => sourceItem(source, of.info))
  const name = await saveBibliography(items, format, stemOf(of, 'sources'))
  return exporting.sourcesSaved({ n: items.length, name })
}

async function saveDirections(of: Exported, extension: 'geojson' | 'csv') {
  const { dataset, slice } = of
  const [{ directionsCsv, directionsGeoJson }, { geoJsonText }] = await Promise.all([
    import('../../export/directionExports'),
    import('../../export/reportsGeojson'),
  ])
  const collection = directionsGeoJson(dataset, slice, metaOf(of))
  const isTable = extension === 'csv'
  const text = isTable ? directionsCsv(dataset, slice) : geoJsonText(collection)
  const type = isTable ? 'text/csv;charset=utf-8' : 'application/geo+json'
  const name = saveFile(new Blob([text], { type }), `${stemOf(of, 'directions')}.${extension}`)
  return exporting.directionsSaved({ n: collection.features.length, name })
}

function citedSources({ dataset, slice }: Exported): Source[] {
  const sources = sourcesOfSlice(dataset, slice)
  if (sources.length === 0) throw new UserError({ code: 'noCitedSource' })
  return sources
}

function metaOf({ info }: Exported) {
  return { ...info, generated: new Date().toISOString() }
}

/** A file's name without its ending: what is in it, and the slice. */
export function stemOf(
  { dataset, slice, stem }: Exported,
  what: string,
  form?: Pick<Layout, 'geometry' | 'rows'>,
): string {
  return sliceFileName(`${stem}-${what}`, slice.filter, dataset.conflict, form)
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
