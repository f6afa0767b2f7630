import { UserError } from '../issues/problem'
import { OTHER_PARTY } from '../model/conflict'
import { memoizeText } from '../model/memoize'
import { findByName, hasWord, isCountryColumn } from './columns/columnNames'
import { type ColumnLook, type KnownWords, lookAt } from './columns/columnValues'
import type { DateOrder } from './dates'
import { findDateOrder } from './dates'
import type { MappedField, Mapping, OpenedTable } from './format'
import { readSamples, valuesIn } from './header'
import { columnsByTags } from './hxl'

/** A table without a column of dates is not a table of reports. */
const WITHOUT_DATES = { row: 'noDateColumn', feature: 'noDateProperty' } as const
/** Columns whose values are looked at where their names say nothing. */
const MAX_LOOKED = 200
/** Characters: on average, a column of sentences has more. */
const SENTENCE = 20
/** Folded words in names of columns that say when a row was written, not when it happened. */
const RECORD_WORDS = new Set([
  ...['created', 'updated', 'modified', 'changed', 'added', 'entered', 'published', 'accessed'],
  ...['reported', 'posted', 'erfasst', 'geandert', 'eingegeben', 'gemeldet', 'veroffentlicht'],
])

/** What a field cannot be in, by the look of the values. */
const UNFIT: Readonly<Partial<Record<MappedField, (look: ColumnLook) => boolean>>> = {
  date_start: (look) => !look.hasPeriod(),
  date_end: (look) => !look.hasPeriod(),
  year: (look) => !look.areNumbers(),
  day: (look) => !look.areNumbers(),
  time_start: (look) => look.areDates(),
  place: (look) => look.areNumbers(),
  areas: (look) => look.areNumbers(),
  settlements: (look) => look.areNumbers(),
  position: (look) => !look.arePositions(),
  publisher: (look) => look.areLinks(),
  id: (look) => !look.areDistinct(),
}

/**
 * Guesses how a table is meant, from the names of its columns and from its first rows. The user
 * sees and corrects every guess. `known` tells places and terms. Throws a UserError for a table
 * without dates.
 */
export function guessMapping(table: OpenedTable, known: KnownWords | null): Mapping {
  const { header } = table
  const samples = readSamples(table)
  const look = memoizeText((name): ColumnLook => {
    const place = header.indexOf(name)
    const values = samples.map((row) => row[place] ?? '').filter((value) => value !== '')
    return lookAt(values, known)
  })
  const tagged = table.tags ? columnsByTags(header, table.tags) : {}
  const columns = findByName(header, tagged, (field, name) => !UNFIT[field]?.(look(name)))
  const find = (is: (look: ColumnLook, name: string) => boolean) => {
    const taken = Object.values(columns)
    const free = header.slice(0, MAX_LOOKED).filter((name) => name !== '' && !taken.includes(name))
    return free.filter((name) => is(look(name), name))
  }
  const fill = (field: MappedField, is: (look: ColumnLook, name: string) => boolean) => {
    if (columns[field] !== undefined) return
    const [found] = find(is)
    if (found !== undefined) columns[field] = found
  }

  if (columns.date_start === undefined && columns.year === undefined) {
    const dated = find((each) => each.areDates() || (each.arePeriods() && !each.areNumbers()))
    const found =
      dated.find((name) => !hasWord(name, RECORD_WORDS)) ??
      dated[0] ??
      find((each) => each.areSerials())[0]
    if (found !== undefined) columns.date_start = found
    else if (columns.published === undefined) {
      throw new UserError({ code: WITHOUT_DATES[table.numbering] })
    }
  }
  if (columns.date_start !== undefined || columns.year === undefined) {
    for (const part of ['year', 'month', 'day'] as const) delete columns[part]
  }
  fill('position', (each) => each.arePositions())
  fill('time_start', (each) => each.areTimes())
  fill('url', (each) => each.areLinks())
  if (columns.lon === undefined && columns.lat === undefined) {
    const [lon] = find((each) => each.areLon())
    const [lat] = find((each, name) => name !== lon && each.areLat())
    if (lon !== undefined && lat !== undefined) Object.assign(columns, { lon, lat })
  }
  const { areas, area_code: code, place } = columns
  if (areas === undefined && code === undefined && place === undefined) {
    // Towns alone are looked up as districts are: "place" tries both.
    if (columns.settlements === undefined) fill('place', (each) => each.arePlaces())
    else {
      columns.place = columns.settlements
      delete columns.settlements
    }
    const isPlaced = [columns.place, columns.lon, columns.position].some(Boolean)
    if (!isPlaced) fill('areas', (_, name) => isCountryColumn(name))
  }
  const isParty = (each: ColumnLook, name: string) =>
    !isCountryColumn(name) && each.areTerms('reported_by')
  fill('reported_by', isParty)
  fill('accused_as_worded', isParty)
  fill('kind', (each) => each.areTerms('kind'))
  fill('weapons', (each) => each.areTerms('weapons'))
  if (columns.summary === undefined) {
    const [longest] = find((each) => each.length() >= SENTENCE && !each.areLinks()).sort(
      (a, b) => look(b).length() - look(a).length(),
    )
    const { note } = columns
    columns.summary = longest ?? note
    if (columns.summary === note) delete columns.note
    if (columns.summary === undefined) delete columns.summary
  }
  return {
    columns,
    dateOrder: findOrder(table, columns.date_start ?? ''),
    party: OTHER_PARTY,
  }
}

/**
 * The order of numbers in the dates of a column, as its name says or its values. The whole column
 * is read, because all of the first rows may be in the first days of a month.
 */
export function findOrder(table: OpenedTable, column: string): DateOrder {
  return orderNamed(column) ?? findDateOrder(valuesIn(table, table.header.indexOf(column))).order
}

/** The order that a header tells: `Date (mm/dd/yyyy)`. */
function orderNamed(name: string): DateOrder | null {
  const [, order] = /\b(dd?[./-]mm?|mm?[./-]dd?)[./-]y/i.exec(name) ?? []
  if (order === undefined) return null
  return order.toLowerCase().startsWith('d') ? 'dmy' : 'mdy'
}
