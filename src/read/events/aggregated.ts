import { addDays, formatDay, parseDay, parseSlice } from '../../model/day'
import { columnNamer, createReportCells, dateReader, findColumns, wholeNumber } from '../cells'
import { setPlace } from '../eventPlace'
import type { Hints, Translator } from '../format'
import { monthNamed } from '../months'
import { eventWords } from './eventWords'

/**
 * Counts of events by week or month, place and type, as ACLED and the Humanitarian Data Exchange
 * publish them. A row is one record that counts as many events, on some days of its whole time.
 */

const COLUMNS = {
  events: 'events',
  week: 'week',
  date_start: 'week|reference_period_start|year',
  date_end: 'reference_period_end',
  year: 'year',
  month: 'month',
  type: 'event_type',
  kind: 'sub_event_type|event_type',
  disorder: 'disorder_type',
  country: 'country|location_code',
  areas: 'admin1|provider_admin1_name|admin2|provider_admin2_name',
  coarser: 'admin1|provider_admin1_name|admin1_name',
  finer: 'admin2|provider_admin2_name|admin2_name',
  finerCode: 'admin2_pcode|admin2_code',
  coarserCode: 'admin1_pcode|admin1_code',
  killed: 'fatalities',
}
const LABELS = { reporting_party: 'Country', accused_party: 'Actor', kind: 'Event type' }
const DAYS_AFTER_FIRST = 6

export function aggregatedTranslator(
  header: readonly string[],
  { dateOrder, conflict, own, isArea, isAreaCode }: Hints,
): Translator {
  const column = findColumns(header, COLUMNS)
  const readDate = dateReader(dateOrder, conflict)
  const { words, code: codeWords } = eventWords(own, LABELS, (cell) => ({
    parties: [cell(column.country)],
    accused: [],
    kinds: [cell(column.type)],
  }))
  return {
    own: words,
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues, number) {
      const events = wholeNumber(cell(column.events))
      if (!/^\d+$/.test(events)) {
        issues.error('notCount', 'events', { value: events })
        return null
      }
      const cells = createReportCells()
      const [type, subType] = [cell(column.type), cell(column.kind)]
      const week = readDate(cell(column.week)).date
      const month = monthOf(cell(column.year), cell(column.month))
      const [start, end] =
        column.week !== -1
          ? [week, endOfWeek(week)]
          : (month ?? [
              readDate(cell(column.date_start)).date,
              readDate(cell(column.date_end)).date,
            ])
      cells.id = `row-${number}`
      cells.date_start = start
      cells.date_end = end
      cells.time_precision = 'days'
      cells.when_as_reported = `${events} on days from ${start} to ${end}`
      const code = [column.finerCode, column.coarserCode].map(cell).find(isAreaCode)
      setPlace(
        cells,
        AREAS,
        (name) => (name === 'finer' || name === 'coarser' ? cell(column[name]) : ''),
        isArea,
        code === undefined ? cell(column.country) : '',
      )
      if (code !== undefined) {
        cells.areas_as_reported = cell(column.finer) || cell(column.coarser)
        cells.areas = code
      }
      if (!codeWords(cells, cell)) cells.kind = 'unspecified'
      cells.reported_by = column.disorder === -1 ? '' : 'ACLED'
      cells.events = events
      // 0 where nobody died and where nothing is known.
      const fatalities = wholeNumber(cell(column.killed))
      cells.killed = fatalities === '0' ? '' : fatalities
      const types = [...new Set([type, subType])].filter(Boolean).join(', ')
      cells.summary = `${events} events${types === '' ? '' : `: ${types}`}`
      cells.note = 'A count over the whole time: on which days the events were is not known.'
      return { cells, sources: [] }
    },
  }
}

/** The middle of an area that such tables give is no place of an event. */
const AREAS = { areas: 'both', precision: null } as const

function endOfWeek(date: string): string {
  const day = parseDay(date)
  return day === null ? '' : formatDay(addDays(day, DAYS_AFTER_FIRST))
}

/** The first and last day of a month by its name or number; null for none. */
function monthOf(year: string, month: string): readonly [string, string] | null {
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month)
  const range = parseSlice(`${year}-${String(number).padStart(2, '0')}`)
  return range && [formatDay(range.from), formatDay(range.to)]
}
