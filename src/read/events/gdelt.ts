import {
  columnNamer,
  createReportCells,
  dateReader,
  findColumns,
  sourceOf,
  withDashes,
} from '../cells'
import { isHttpUrl } from '../columns/webAddress'
import {
  COUNTRY_ONLY,
  type PlaceCode,
  PROVINCE_ONLY,
  placeCode,
  setPlace,
  warnOfPlace,
} from '../eventPlace'
import type { Hints, Translator } from '../format'
import { eventWords } from './eventWords'

/**
 * Events of the GDELT Project, coded from news by machine. Columns and codes: *GDELT Event Codebook*
 * 2.0 and CAMEO; table in geodata/FORMATS.md.
 */

const COLUMNS = {
  id: 'globaleventid',
  date_start: 'sqldate|day',
  actor1: 'actor1name',
  actor2: 'actor2name',
  kind: 'eventcode',
  root: 'eventrootcode',
  geoType: 'actiongeo_type',
  areas: 'actiongeo_fullname',
  lat: 'actiongeo_lat',
  lon: 'actiongeo_long',
  sources: 'sourceurl',
}
/** CAMEO's codes of violence that say what it was. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['183', 'mine'],
  ['193', 'fire'],
  ['194', 'shelling'],
])
/** What CAMEO calls its root codes, from 01. */
const ROOTS = [
  'Make public statement',
  'Appeal',
  'Express intent to cooperate',
  'Consult',
  'Engage in diplomatic cooperation',
  'Engage in material cooperation',
  'Provide aid',
  'Yield',
  'Investigate',
  'Demand',
  'Disapprove',
  'Reject',
  'Threaten',
  'Protest',
  'Exhibit force posture',
  'Reduce relations',
  'Coerce',
  'Assault',
  'Fight',
  'Use unconventional mass violence',
]
const LABELS = { reporting_party: 'Actor 1', accused_party: 'Actor 2', kind: 'Event' }
/** Root codes: assault, fight, mass violence. */
const VIOLENCE = new Set(['18', '19', '20'])
/** ActionGeo_Type: 0 none; 3 and 4 a city, 2 and 5 a state or province, 1 a country. */
const CITY: PlaceCode = { areas: 'coarser', precision: '' }
const WHERE: ReadonlyMap<string, PlaceCode> = new Map([
  ['0', COUNTRY_ONLY],
  ['1', COUNTRY_ONLY],
  ['2', PROVINCE_ONLY],
  ['3', CITY],
  ['4', CITY],
  ['5', PROVINCE_ONLY],
])

export function gdeltTranslator(
  header: readonly string[],
  { dateOrder, conflict, own, isArea }: Hints,
): Translator {
  const column = findColumns(header, COLUMNS)
  const readDate = dateReader(dateOrder, conflict)
  const { words, code: codeWords } = eventWords(own, LABELS, (cell) => ({
    parties: [cell(column.actor1)],
    accused: [cell(column.actor2)],
    kinds: [rootName(cell(column.root))],
  }))
  return {
    own: words,
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      cells.id = cell(column.id)
      cells.date_start = readDate(withDashes(cell(column.date_start))).date
      const type = cell(column.geoType)
      const where = placeCode(WHERE, type, COUNTRY_ONLY, 'actiongeo_type', issues)
      const names = cell(column.areas)
        .split(',')
        .map((name) => name.trim())
      const [place = '', province = ''] = where === CITY ? names : ['', names[0] ?? '']
      const parts = { place, finer: '', coarser: province }
      setPlace(
        cells,
        where,
        (name) => (name === 'lat' || name === 'lon' ? cell(column[name]) : parts[name]),
        isArea,
        where === COUNTRY_ONLY ? names.at(-1) : '',
      )
      if (where === COUNTRY_ONLY) cells.areas_as_reported = names.join(', ')
      warnOfPlace(where, 'actiongeo_type', issues)
      const [code, root] = [cell(column.kind), cell(column.root)]
      if (!codeWords(cells, cell)) {
        cells.kind = KINDS.get(code) ?? 'unspecified'
        if (!VIOLENCE.has(root)) {
          issues.warning('notViolence', 'kind', { value: code, readAs: 'unspecified' })
        }
      }
      cells.reported_by = 'GDELT'
      const actors = [cell(column.actor1), cell(column.actor2)].filter(Boolean).join('; ')
      cells.summary = `${rootName(root)} (CAMEO ${code})${actors === '' ? '' : `: ${actors}`}`
      cells.note = 'Coded by GDELT from news by machine, unchecked.'
      // Of sources that are not on the web it has a citation.
      const cited = cell(column.sources)
      const source = isHttpUrl(cited)
        ? sourceOf(new URL(cited).hostname, '', '', cited)
        : sourceOf(cited)
      return { cells, sources: cited === '' ? [] : [source] }
    },
  }
}

function rootName(code: string): string {
  return ROOTS[Number(code) - 1] ?? code
}
