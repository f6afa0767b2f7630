import { splitValues } from '../csv/table'
import type { IssueCollector } from '../issues/issueCollector'
import {
  type Box,
  type CodeList,
  findTerm,
  NOT_STATED,
  OTHER_PARTY,
  type Term,
} from '../model/conflict'
import { parseDay } from '../model/day'
import { joinValues } from '../model/fields'
import { idOfWord, wordCoder } from '../model/own/ownVocabulary'
import { actorReader } from './actors'
import { clocksOf, decimal, oneValue, sourceOf, wholeNumber } from './cells'
import {
  type Cell,
  type Hints,
  MAPPED_FIELDS,
  type MappedField,
  type Mapping,
  type OwnWords,
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
  { conflict, own, isAreaCode }: Pick<Hints, 'conflict' | 'own' | 'isAreaCode'>,
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

  const actors = actorReader(conflict)
  const textOf = (cell: Cell, field: MappedField) => cell(places.get(field) ?? -1)
  const party = conflict.parties.find(({ id }) => id === mapping.party && id !== OTHER_PARTY)
  const words: OwnWords = {
    wordsOf: (cell) => ({
      parties: [textOf(cell, 'reported_by') || (party?.record ?? '')],
      accused: [textOf(cell, 'accused_as_worded')],
      kinds: splitValues(textOf(cell, 'kind')),
    }),
    identify(list: CodeList, word: string) {
      const term: Term | undefined = findTerm<Term>(conflict[list], word)
      const actor = { parties: actors.party(word), accused: actors.accused(word), kinds: '' }[list]
      const isActor = actor !== '' && actor !== OTHER_PARTY && actor !== NOT_STATED
      return term?.id ?? (isActor ? actor : idOfWord(word))
    },
  }
  const code = wordCoder(own ?? conflict, words.identify)

  return {
    own: words,
    columnOf: (column) => columns[column]?.find((name) => header.includes(name)) ?? '',
    read(cell, issues, number) {
      const text = (field: MappedField) => textOf(cell, field)
      const { parties, accused, kinds } = words.wordsOf(cell)
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
          kind: joinValues(kinds.map(code.kinds)),
          reported_by: text('reported_by') || publisher,
          reporting_party: code.parties(parties[0] ?? ''),
          accused_party: code.accused(accused[0] ?? ''),
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
