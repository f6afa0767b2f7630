import { PARTIES, recordWordOf } from '../vocabulary'
import { dateReader, decimal, oneValue, sourceOf } from './cells'
import { MAPPED_FIELDS, type MappedField, type Mapping, type Translator } from './contract'

/** A table of no known format, by what the reader said of its columns. */
export function mappedTranslator(header: readonly string[], mapping: Mapping): Translator {
  const places = new Map(
    MAPPED_FIELDS.map((field) => {
      const name = mapping.columns[field]
      return [field, name === undefined ? -1 : header.indexOf(name)]
    }),
  )
  const readDate = dateReader(mapping.dateOrder)
  const party = recordWordOf(PARTIES, mapping.party)
  const degrees = (text: string) => (mapping.decimal === ',' ? decimal(text) : text)

  return {
    read(cell, _remarks, number) {
      const text = (field: MappedField) => cell(places.get(field) ?? -1)
      const start = readDate(text('date_start'))
      const end = readDate(text('date_end'))
      const source = [text('publisher'), text('title'), text('published'), text('url')] as const
      const [publisher, title, published, url] = source
      const link = /^https?:\/\/[^\s]+$/i.test(url) ? url : ''
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
          reporting_party: party,
          accused_as_worded: text('accused_as_worded'),
          killed: text('killed'),
          wounded: text('wounded'),
          summary: text('summary'),
          note: oneValue(text('note')),
        },
        sources: source.some(Boolean)
          ? [sourceOf(publisher, title, dateOf(published, readDate), link)]
          : [],
      }
    },
  }
}

/** `9:05` and `09:05:00` as `09:05`; anything else as it is, for the message about it. */
function clockOf(text: string): string {
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text)
  return clock ? `${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}` : text
}

function dateOf(text: string, readDate: ReturnType<typeof dateReader>): string {
  const { date } = readDate(text)
  return /^\d{4}-\d{2}(-\d{2})?$/.test(date) ? date : ''
}
