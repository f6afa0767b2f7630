import type { IssueCollector } from '../issues/issueCollector'
import { parseDay } from '../model/day'
import { clockOf, dateReader, decimal, oneValue, sourceOf, wholeNumber } from './cells'
import { MAPPED_FIELDS, type MappedField, type Mapping, type Translator } from './format'

/** A table of no known format, by what the reader said of its columns. */
export function mappedTranslator(header: readonly string[], mapping: Mapping): Translator {
  const places = new Map(
    MAPPED_FIELDS.map((field) => {
      const name = mapping.columns[field]
      return [field, name === undefined ? -1 : header.indexOf(name)]
    }),
  )
  const columns = columnsOf(mapping)
  const readDate = dateReader(mapping.dateOrder)
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
      return {
        cells: {
          id: text('id') || `row-${number}`,
          date_start: start.date,
          date_end: end.date,
          time_start: clockOf(text('time_start')) || start.time,
          time_end: end.date === '' ? '' : end.time,
          areas: text('areas'),
          settlements: text('settlements'),
          lon: degrees(text('lon')),
          lat: degrees(text('lat')),
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
    time_end: chosen('date_end'),
    sources: chosen('publisher', 'title', 'url'),
  }
}

function linkOf(url: string, issues: IssueCollector): string {
  if (url === '' || /^https?:\/\/[^\s]+$/i.test(url)) return url
  issues.warning('notUrl', 'url', { value: url })
  return ''
}

function publishedOf(
  text: string,
  readDate: ReturnType<typeof dateReader>,
  issues: IssueCollector,
): string {
  const { date } = readDate(text)
  if (date === '' || parseDay(date) !== null || parseDay(`${date}-01`) !== null) return date
  issues.warning('notPublicationDate', 'published', { value: text })
  return ''
}
