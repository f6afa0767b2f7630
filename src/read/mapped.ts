import { splitValues } from '../csv/table'
import type { IssueCollector } from '../issues/issueCollector'
import { type Box, OTHER_PARTY } from '../model/conflict'
import { parseDay } from '../model/day'
import { joinValues } from '../model/fields'
import { parseTime } from '../model/interval'
import { memoizeText } from '../model/memoize'
import { wordCoder } from '../model/own/ownVocabulary'
import { idOfWord } from '../model/own/wordCounter'
import { clocksOf, createReportCells, decimal, sourceOf, wholeNumber } from './cells'
import { codeCells } from './columns/codeCells'
import { termReader, wordsIn } from './columns/valueTerms'
import { linkOf } from './columns/webAddress'
import {
  type Cell,
  type Hints,
  MAPPED_FIELDS,
  type MappedField,
  type Mapping,
  type OwnWords,
  type Translator,
  type ValueField,
} from './format'
import { readCellPosition } from './geojson/cellPosition'
import { monthNamed } from './months'
import { periodReader } from './periods'

type MappedHints = Pick<Hints, 'conflict' | 'own' | 'isAreaCode' | 'isSettlement'>

/** The zone after clock times: `Z`, `UTC`, `UTC+4`, `(GMT-03:30)`, `+04:00`. */
const ZONE = /(?<=.)\s?(?:Z|\(?(?:UTC|GMT)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?|\+\d{2}:?\d{2})$/i
/** No cell of clock times is longer. */
const MAX_TIMES = 64

/**
 * A table of unknown format, by what the user said of its columns. Its positions are expected
 * in the bounds of the conflict, its times in that one's local time.
 */
export function mappedTranslator(
  header: readonly string[],
  mapping: Mapping,
  { conflict, own, isAreaCode, isSettlement }: MappedHints,
): Translator {
  const places = new Map(
    MAPPED_FIELDS.map((field) => {
      const name = mapping.columns[field]
      return [field, name === undefined ? -1 : header.indexOf(name)]
    }),
  )
  const columns = columnsOf(mapping)
  const { dateOrder } = mapping
  const readDate = periodReader(dateOrder, conflict)
  const termOf = (field: ValueField) => termReader(field, mapping, conflict)
  const weapon = termOf('weapons')
  const terms = {
    parties: termOf('reported_by'),
    accused: termOf('accused_as_worded'),
    kinds: termOf('kind'),
  }
  const settlementsIn = memoizeText((place) => joinValues(splitValues(place).filter(isSettlement)))
  const textOf = (cell: Cell, field: MappedField) => cell(places.get(field) ?? -1)
  const party = conflict.parties.find(({ id }) => id === mapping.party && id !== OTHER_PARTY)
  const words: OwnWords = {
    wordsOf(cell) {
      const reporter = textOf(cell, 'reported_by')
      return {
        parties: [party && terms.parties(reporter) === '' ? party.record : reporter],
        accused: [textOf(cell, 'accused_as_worded')],
        kinds: wordsIn('kind', textOf(cell, 'kind')),
        weapons: wordsIn('weapons', textOf(cell, 'weapons')).map((word) => weapon(word) || word),
      }
    },
    identify: (list, word) => terms[list](word) || idOfWord(word),
  }
  const coder = wordCoder(own ?? conflict, words.identify)

  return {
    dateOrder,
    own: words,
    columnOf: (column) => columns[column]?.find((name) => header.includes(name)) ?? '',
    read(cell, issues, number) {
      const text = (field: MappedField) => textOf(cell, field)
      const found = words.wordsOf(cell)
      const date = text('date_start') || joinDate(text('year'), text('month'), text('day'))
      const times = text('time_start')
      const [zone = ''] = (times.length <= MAX_TIMES && ZONE.exec(times)) || []
      const [timeStart, timeEnd] = clocksOf(times.slice(0, times.length - zone.length))
      // A time in another zone may be on another local day.
      const inZone = (day: string, time: string) =>
        zone === '' || time === '' ? null : readDate(`${day} ${time} ${zone.trim()}`)
      const zoned = inZone(date, timeStart)
      const start = zoned?.time ? zoned : readDate(date)
      const zonedEnd = inZone(text('date_end') || date, timeEnd)
      const end = zonedEnd?.time ? zonedEnd : readDate(text('date_end'))
      const [publisher, title] = [text('publisher'), text('title')]
      const published = publishedOf(text('published'), readDate, issues)
      const url = linkOf(text('url'), 'url', issues)
      const position = positionOf(text('position'), conflict.bbox, issues)
      const [place, areas, settlements] = [text('place'), text('areas'), text('settlements')]
      const code = text('area_code')
      const isCoded = isAreaCode(code)
      const unused = settlements !== '' && (isCoded || areas !== '') ? place : ''
      const cells = createReportCells()
      codeCells(cells, coder, found)
      const isClock = timeStart === '' || parseTime(timeStart) !== null
      const whenWords = isClock ? [start.last === '' ? '' : date] : [date, times]
      return {
        cells: {
          ...cells,
          id: text('id') || `row-${number}`,
          date_start: start.date,
          date_end: end.last || end.date || start.last,
          time_start: zoned?.time || timeStart || start.time,
          time_end: zonedEnd?.time || timeEnd || (end.date === '' ? '' : end.time),
          when_as_reported: whenWords.filter(Boolean).join(' '),
          areas: isCoded ? code : areas || place || settlements || code,
          areas_as_reported: joinValues([isCoded ? areas : code, unused].filter(Boolean)),
          settlements: settlements || (areas === '' && !isCoded ? settlementsIn(place) : place),
          lon: position?.lon ?? decimal(text('lon'), 'lon'),
          lat: position?.lat ?? decimal(text('lat'), 'lat'),
          weapons: joinValues(found.weapons),
          reported_by: text('reported_by') || publisher,
          accused_as_worded: text('accused_as_worded'),
          killed: wholeNumber(text('killed')),
          wounded: wholeNumber(text('wounded')),
          summary: text('summary'),
          note: text('note'),
        },
        sources: [publisher, title, published, url].some(Boolean)
          ? [sourceOf(publisher, title, published, url)]
          : [],
      }
    },
  }
}

/** The parts of a date as one text, as far as they are given: a day, a month or a year. */
function joinDate(year: string, month: string, day: string): string {
  const number = monthNamed(month) || month
  const parts = [year, number, day].map((part) => String(part).padStart(2, '0'))
  const given = year === '' ? 0 : month === '' ? 1 : day === '' ? 2 : 3
  return parts.slice(0, given).join('-')
}

/** The columns that Contactline's are read from; a date may have the time in it. */
function columnsOf({ columns }: Mapping): Record<string, string[]> {
  const chosen = (...fields: MappedField[]) => fields.flatMap((field) => columns[field] ?? [])
  return {
    ...Object.fromEntries(MAPPED_FIELDS.map((field) => [field, chosen(field)])),
    date_start: chosen('date_start', 'year'),
    time_start: chosen('time_start', 'date_start'),
    time_end: chosen('time_start', 'date_end'),
    areas: chosen('areas', 'place', 'settlements', 'area_code'),
    settlements: chosen('settlements', 'place'),
    lon: chosen('lon', 'position'),
    reporting_party: chosen('reported_by'),
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
  else issues.warning('notPosition', 'position', { value: text })
  return null
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
