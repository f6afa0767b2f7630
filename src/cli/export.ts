import { type BibliographyFormat, bibliographyText } from '../export/bibliography'
import { sourceItem, sourcesOfSlice } from '../export/csl'
import { directionsCsv, directionsGeoJson } from '../export/directionExports'
import { districtsGeoJson } from '../export/districtsGeojson'
import { reportsCsv } from '../export/reportsCsv'
import { geoJsonText, reportsGeoJson } from '../export/reportsGeojson'
import type { Answer, Call } from './command'
import { EXIT, Failure, usage } from './failure'
import { answerSlice, type Sliced } from './slices'

/** The formats, in the order in which help names them: what the page's Export menu writes. */
const WRITERS: Readonly<Record<string, (sliced: Sliced) => string | Promise<string>>> = {
  geojson: ({ opened, slice, meta }) => geoJsonText(reportsGeoJson(opened.dataset, slice, meta)),
  districts: ({ opened, slice, meta }) =>
    geoJsonText(districtsGeoJson(opened.polygons(), opened.dataset, slice, meta)),
  csv: async ({ opened, slice, meta }) => (await reportsCsv(opened.dataset, slice, meta)).join(''),
  directions: ({ opened, slice, meta }) =>
    geoJsonText(directionsGeoJson(opened.dataset, slice, meta)),
  'directions-csv': ({ opened, slice }) => directionsCsv(opened.dataset, slice),
  bibtex: (sliced) => bibliography(sliced, 'bibtex'),
  ris: (sliced) => bibliography(sliced, 'ris'),
  csl: (sliced) => bibliography(sliced, 'csl'),
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
  return answerSlice(call, write)
}

function bibliography({ opened, slice }: Sliced, format: BibliographyFormat): string {
  const items = sourcesOfSlice(opened.dataset, slice).map((source) =>
    sourceItem(source, opened.info),
  )
  if (items.length > 0) return bibliographyText(items, format)
  throw new Failure(EXIT.dataErrors, { code: 'noSourceInSlice' })
}
