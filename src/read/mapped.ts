import type { IssueCollector } from '../issues/issueCollector'
import type { Box } from '../model/conflict'
import { parseDay } from '../model/day'
import { clocksOf, decimal, oneValue, sourceOf, wholeNumber } from './cells'
import {
  type Hints,
  MAPPED_FIELDS,
  type MappedField,
  type Mapping,
  type Translator,
} from './format'
import { readCellPosition } from './geojson/cellPosition'
import { periodReader } from './periods'

/** Letters of a value in a message. */
const MAX_SHOWN = 100

/**
 * A table of unknown format, by what the user said of its columns. Its positions are expected
 * in the bounds of the conflict, its times in that one's local time.
 */
export function mappedTranslator(
  header: readonly string[],
  mapping: Mapping,
  { conflict, isAreaCode }: Pick<Hints, 'conflict' | 'isAreaCode'>,
): Translator {
  const places = new Map(
    MAPPED_FIELDS.map((field) => {
      const name = mapping.columns[field]
      return [field, name === undefined ? -1 : header.indexOf(name)]
    }),
  )
  const columns = columnsOf(mapping)
  const readDate = periodReader(mapping.dateOrder, conflict)
  const degrees = (text: string) => (mapping.decimal === ',' ? decimal(text) : text)

  return {
    columnOf: (column) => columns[column]?.find((name) => header.includes(name)) ?? '',
    read(cell, issues, number) {
      const text = (field: MappedField) => cell(places.get(field) ?? -1)
      const start = readDate(text('date_start'))
      const end = readDate(text('date_end'))
      const [publisher, title] = [text('publisher'), text('title')]
      const published = publishedOf(text('published'), readDate, issues)
      const url = linkOf(text('url'), issues)
      const [timeStart, timeEnd] = clocksOf(text('time_start'))
      const position = positionOf(text('position'), conflict.bbox, issues)
      const isCoded = isAreaCode(text('area_code'))
      return {
        cells: {
          id: text('id') || `row-${number}`,
          date_start: start.date,
          date_end: end.last || end.date || start.last,
          time_start: timeStart || start.time,
          time_end: timeEnd || (end.date === '' ? '' : end.time),
          when_as_reported: start.last === '' ? '' : text('date_start'),
          areas: text(isCoded ? 'area_code' : 'areas'),
          areas_as_reported: isCoded ? text('areas') : '',
          settlements: text('settlements'),
          lon: position?.lon ?? degrees(text('lon')),
          lat: position?.lat ?? degrees(text('lat')),
          kind: text('kind').toLowerCase(),
          reported_by: text('reported_by') || publisher,
          reporting_party: mapping.party,
          accused_as_worded: text('accused_as_worded'),
          killed: wholeNumber(text('killed')),
          wounded: wholeNumber(text('wounded')),
          summary: text('summary'),
          note: oneValue(text('note')),
        },
        sources: [publisher, title, published, url].some(Boolean)
          ? [sourceOf(publisher, title, published, url)]
          : [],
      }
    },
  }
}

/** The columns that Contactline's are read from; a date may have the time in it. */
function columnsOf({ columns }: Mapping): Record<string, string[]> {
  const chosen = (...fields: MappedField[]) => fields.flatMap((field) => columns[field] ?? [])
  return {
    ...Object.fromEntries(MAPPED_FIELDS.map((field) => [field, chosen(field)])),
    time_start: chosen('time_start', 'date_start'),
    time_end: chosen('date_end', 'time_start'),
    lon: chosen('lon', 'position'),
    sources: chosen('publisher', 'title', 'url'),
  }
}

function positionOf(
  text: string,
  box: Box,
  issues: IssueCollector,
): { readonly lon: string; readonly lat: string } | null {
  if (text === '') return null
  const position = readCellPosition(text, box)
  if (position?.kind === 'point') return position
  if (position) issues.warning('notPoint', 'position', { type: position.type })
  else issues.warning('notPosition', 'position', { value: text.slice(0, MAX_SHOWN) })
  return null
}

function linkOf(url: string, issues: IssueCollector): string {
  if (url === '' || /^https?:\/\/[^\s]+$/i.test(url)) return url
  issues.warning('notUrl', 'url', { value: url })
  return ''
}

function publishedOf(
  text: string,
  readDate: ReturnType<typeof periodReader>,
  issues: IssueCollector,
): string {
  const { date, last } = readDate(text)
  const month = date.slice(0, 'YYYY-MM'.length)
  if (last.startsWith(month) && last !== '') return month
  if (date === '' || (last === '' && parseDay(date) !== null)) return date
  issues.warning('notPublicationDate', 'published', { value: text })
  return ''
}
