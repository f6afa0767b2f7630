import { joinValues } from '../../model/fields'
import { actorReader } from '../actors'
import {
  columnNamer,
  createReportCells,
  dateReader,
  findColumns,
  sourceOf,
  withDashes,
} from '../cells'
import { linkOf } from '../columns/webAddress'
import { COUNTRY_ONLY, type PlaceCode, PROVINCE_ONLY, setPlace, warnOfPlace } from '../eventPlace'
import type { Cell, Hints, Translator } from '../format'
import { eventWords } from './eventWords'

/**
 * News reports coded by VIINA (Violent Incident Information from News Articles). Date and time are
 * those of the report. Columns: table in geodata/FORMATS.md.
 */

const COLUMNS = {
  id: 'event_id',
  date_start: 'date',
  time: 'time',
  areas: 'adm2_name|adm1_name',
  coarser: 'adm1_name',
  finer: 'adm2_name',
  place: 'asciiname',
  lat: 'latitude',
  lon: 'longitude',
  precision: 'geo_precision',
  feature: 'feature_code',
  sources: 'source',
  url: 'url',
  summary: 'text',
  language: 'lang',
  fire: 't_firefight_b',
  shelling: 't_artillery_b',
  uav: 't_uav_b',
  mine: 't_ied_b',
}
/** The flags that say what happened, and the kinds of the record that they are. */
const KINDS = [
  ['fire', 'fire'],
  ['shelling', 'shelling'],
  ['uav', 'UAV'],
  ['mine', 'mine'],
] as const
const LABELS = { reporting_party: 'Source', accused_party: 'Actor', kind: 'Event type' }
/** By level of administration: a country, a province, a district; finer ones are places. */
const WHERE: ReadonlyMap<string, PlaceCode> = new Map([
  ['ADM0', COUNTRY_ONLY],
  ['ADM1', PROVINCE_ONLY],
  ['ADM2', { areas: 'both', precision: 'district' }],
])
const PLACE: PlaceCode = { areas: 'both', precision: '' }

export function viinaTranslator(
  header: readonly string[],
  { dateOrder, conflict, own, isArea }: Hints,
): Translator {
  const column = findColumns(header, COLUMNS)
  const readDate = dateReader(dateOrder, conflict)
  const actors = actorReader(conflict)
  const kindsOf = (cell: Cell) =>
    KINDS.flatMap(([flag, kind]) => (cell(column[flag]) === '1' ? kind : []))
  const { words, code } = eventWords(own, LABELS, (cell) => ({
    parties: [cell(column.sources)],
    accused: [],
    kinds: kindsOf(cell),
  }))
  return {
    own: words,
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      cells.id = cell(column.id)
      const { date } = readDate(withDashes(cell(column.date_start)))
      cells.date_start = date
      const precision = cell(column.precision)
      const where = WHERE.get(precision) ?? WHERE.get(cell(column.feature)) ?? PLACE
      const country = where === COUNTRY_ONLY ? cell(column.place) : ''
      setPlace(cells, where, (name) => cell(column[name]), isArea, country)
      warnOfPlace(where, 'geo_precision', issues)
      const source = cell(column.sources)
      cells.reported_by = source === '' ? 'VIINA' : `VIINA, from: ${source}`
      if (!code(cells, cell)) {
        cells.kind = joinValues(kindsOf(cell)) || 'unspecified'
        cells.reporting_party = actors.party(source)
      }
      cells.summary = cell(column.summary)
      const time = cell(column.time)
      cells.note = `Coded by VIINA. Reported on ${date}${time === '' ? '' : ` at ${time}`}.`
      const language = cell(column.language)
      const url = linkOf(cell(column.url), 'url', issues)
      const cited = { ...sourceOf(source, cells.summary, date, url), language }
      return { cells, sources: source === '' && url === '' ? [] : [cited] }
    },
  }
}
