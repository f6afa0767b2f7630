import { type BibliographyFormat, bibliographyText } from '../export/bibliography'
import { sourceItem, sourcesOfSlice } from '../export/csl'
import { directionsCsv, directionsGeoJson } from '../export/directionExports'
import { districtsGeoJson } from '../export/districtsGeojson'
import { GEOMETRIES, type Layout, PLAIN, ROWS } from '../export/exportRows'
import { outlinesById } from '../export/outlines'
import { type ReportsWriter, reportsCsv } from '../export/reportsCsv'
import { reportsFlatGeobuf } from '../export/reportsFlatGeobuf'
import { geoJsonText, reportsGeoJsonParts } from '../export/reportsGeojson'
import { reportsKml } from '../export/reportsKml'
import { reportsTypedCsv } from '../export/reportsTypedCsv'
import type { Answer, Call } from './command'
import { EXIT, Failure, usage } from './failure'
import { answerSlice, oneOf, type Sliced } from './slices'

/** The formats, in the order in which help names them: what the page's Export menu writes. */
const WRITERS: Readonly<
  Record<string, (sliced: Sliced, layout: Layout) => Answer['output'] | Promise<Answer['output']>>
> = {
  geojson: reports(reportsGeoJsonParts),
  districts: ({ opened, slice, meta }) =>
    geoJsonText(districtsGeoJson(opened.polygons(), opened.dataset, slice, meta)),
  csv: reports(reportsCsv),
  csvt: reports(reportsTypedCsv),
  flatgeobuf: reports(reportsFlatGeobuf),
  kml: reports(reportsKml),
  directions: ({ opened, slice, meta }) =>
    geoJsonText(directionsGeoJson(opened.dataset, slice, meta)),
  'directions-csv': ({ opened, slice }) => directionsCsv(opened.dataset, slice),
  bibtex: (sliced) => bibliography(sliced, 'bibtex'),
  ris: (sliced) => bibliography(sliced, 'ris'),
  csl: (sliced) => bibliography(sliced, 'csl'),
}

/** A format of reports, as the bytes of its parts. */
function reports(writeParts: ReportsWriter) {
  return async ({ opened, slice, meta }: Sliced, layout: Layout): Promise<Uint8Array> => {
    const outlines =
      layout.geometry === 'outlines'
        ? outlinesById(opened.polygons(), opened.dataset)
        : layout.outlines
    const form = { ...layout, outlines }
    const parts = await writeParts(opened.dataset, slice, meta, async () => {}, form)
    return Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)))
  }
}

/** `export`: a slice of the shipped records, or of the given files, as the page's Export menu writes it. */
export function exportSlice(call: Call): Promise<Answer> {
  const { format = 'geojson' } = call
  const write = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined
  if (!write) {
    const formats = Object.keys(WRITERS).join(', ')
    const params = { option: 'format', value: format, known: formats }
    throw usage({ code: 'wrongChoice', params })
  }
  const layout = {
    ...PLAIN,
    geometry: oneOf('geometry', call.geometry ?? PLAIN.geometry, GEOMETRIES),
    rows: oneOf('rows', call.rows ?? PLAIN.rows, ROWS),
  }
  return answerSlice(call, (sliced) => write(sliced, layout))
}

function bibliography({ opened, slice }: Sliced, format: BibliographyFormat): string {
  const items = sourcesOfSlice(opened.dataset, slice).map((source) =>
    sourceItem(source, opened.info),
  )
  if (items.length > 0) return bibliographyText(items, format)
  throw new Failure(EXIT.dataErrors, { code: 'noSourceInSlice' })
}
