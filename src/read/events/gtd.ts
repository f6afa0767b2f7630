import { formatDay, parseSlice } from '../../model/day'
import { actorReader } from '../actors'
import {
  columnNamer,
  createReportCells,
  findColumns,
  oneValue,
  sourceOf,
  wholeNumber,
} from '../cells'
import {
  COUNTRY_ONLY,
  type PlaceCode,
  type PlaceColumn,
  PROVINCE_ONLY,
  placeCode,
  setPlace,
  warnOfPlace,
} from '../eventPlace'
import type { Hints, Translator } from '../format'
import { eventWords } from './eventWords'

/**
 * Attacks of the Global Terrorism Database. Columns and codes: its *Codebook* (2021), sections I to
 * III; table in geodata/FORMATS.md.
 */

const COLUMNS = {
  id: 'eventid',
  date_start: 'iyear',
  year: 'iyear',
  month: 'imonth',
  day: 'iday',
  approximate: 'approxdate',
  country: 'country_txt',
  areas: 'provstate',
  coarser: 'provstate',
  place: 'city',
  lat: 'latitude',
  lon: 'longitude',
  specificity: 'specificity',
  vicinity: 'vicinity',
  summary: 'summary',
  kind: 'attacktype1_txt',
  target: 'targtype1_txt',
  weapons: 'weaptype1_txt',
  accused_as_worded: 'gname',
  killed: 'nkill',
  wounded: 'nwound',
  source1: 'scite1',
  source2: 'scite2',
  source3: 'scite3',
}
const LABELS = {
  reporting_party: 'Group',
  accused_party: 'Target',
  kind: 'Attack type',
  weapons: 'Weapon type',
}
/** Specificity: 1 the place itself, 2 and 3 the middle of its district, 4 that of its province. */
const WHERE: ReadonlyMap<string, PlaceCode> = new Map([
  ['1', { areas: 'coarser', precision: '' }],
  ['2', { areas: 'coarser', precision: 'district' }],
  ['3', { areas: 'coarser', precision: 'district' }],
  ['4', PROVINCE_ONLY],
  ['5', PROVINCE_ONLY],
])
/** In the surroundings of the place. */
const AROUND: PlaceCode = { areas: 'coarser', precision: 'approximate' }

export function gtdTranslator(
  header: readonly string[],
  { conflict, own, isArea }: Hints,
): Translator {
  const column = findColumns(header, COLUMNS)
  const actors = actorReader(conflict)
  const { words, code } = eventWords(own, LABELS, (cell) => ({
    parties: [cell(column.accused_as_worded)],
    accused: [cell(column.target)],
    kinds: [cell(column.kind)],
    weapons: [cell(column.weapons)].filter(Boolean),
  }))
  return {
    own: words,
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      cells.id = cell(column.id)
      const [year, month, day] = [cell(column.year), cell(column.month), cell(column.day)]
      const [start, end] = daysOf(year, month, day)
      cells.date_start = start
      cells.date_end = end
      if (end !== '') {
        cells.time_precision = 'days'
        const unit = Number(month) > 0 ? 'YYYY-MM' : 'YYYY'
        cells.when_as_reported =
          cell(column.approximate) || `some day of ${start.slice(0, unit.length)}`
      }
      const specificity = cell(column.specificity)
      const isAround = specificity === '1' && cell(column.vicinity) === '1'
      const where = isAround
        ? AROUND
        : placeCode(WHERE, specificity, PROVINCE_ONLY, 'specificity', issues)
      const placeCell = (name: PlaceColumn) => (name === 'finer' ? '' : cell(column[name]))
      setPlace(cells, where, placeCell, isArea, cell(column.country))
      const isProvince = where !== PROVINCE_ONLY || cell(column.coarser) !== ''
      warnOfPlace(isProvince ? where : COUNTRY_ONLY, 'specificity', issues)
      const [group, type, target] = [
        cell(column.accused_as_worded),
        cell(column.kind),
        cell(column.target),
      ]
      cells.reported_by = 'Global Terrorism Database'
      if (!code(cells, cell)) {
        cells.kind = 'unspecified'
        cells.weapons = oneValue(cell(column.weapons))
        const isKnown = group.toLowerCase() !== 'unknown'
        if (isKnown) cells.accused_party = actors.accused(group)
        if (isKnown) cells.accused_as_worded = group
      }
      cells.target = target
      cells.killed = wholeNumber(cell(column.killed))
      cells.wounded = wholeNumber(cell(column.wounded))
      cells.summary = cell(column.summary) || type
      cells.note = `Coded by the GTD as: ${type || 'no type'}.${group === '' ? '' : ` Group: ${group}.`}`
      const cited = [column.source1, column.source2, column.source3].map(cell).filter(Boolean)
      return { cells, sources: cited.map((each) => sourceOf(each)) }
    },
  }
}

/** A day, or the first and last of its month or year where day or month are 0 or less. */
function daysOf(year: string, month: string, day: string): readonly [string, string] {
  const pad = (part: string) => part.padStart(2, '0')
  const isText = [month, day].some((part) => Number.isNaN(Number(part)))
  if (isText || (Number(day) > 0 && Number(month) > 0))
    return [`${year}-${pad(month)}-${pad(day)}`, '']
  const [first, last] = Number(month) > 0 ? [pad(month), pad(month)] : ['01', '12']
  const [from, to] = [parseSlice(`${year}-${first}`), parseSlice(`${year}-${last}`)]
  return from && to ? [formatDay(from.from), formatDay(to.to)] : [year, '']
}
