import type { Remarks } from '../remarks'
import { accusedOfActor, partyOfSources } from './actors'
import {
  columnFinder,
  dateReader,
  decimal,
  firstOf,
  oneValue,
  ReportCells,
  remembered,
  sourceOf,
} from './cells'
import type { Cell, InlineSource, Translator } from './contract'

/**
 * Events of the UCDP Georeferenced Event Dataset. What each column and code comes to, and where the codes are
 * defined: geodata/FORMATS.md.
 */

const WHEN: Readonly<Record<string, string>> = {
  '2': 'some time within two to six days',
  '3': 'some day of a week',
  '4': 'some time within a month',
  '5': 'some time within more than a month',
}
/** Type of violence 3 is one-sided: side A against civilians. */
const ONE_SIDED = '3'

export function ucdpTranslator(header: readonly string[]): Translator {
  const at = columnFinder(header)
  const column = {
    id: at('id'),
    start: at('date_start'),
    end: at('date_end'),
    datePrecision: at('date_prec'),
    type: at('type_of_violence'),
    sideA: at('side_a'),
    sideB: at('side_b'),
    wherePrecision: at('where_prec'),
    place: at('where_coordinates'),
    description: at('where_description'),
    adm1: at('adm_1'),
    adm2: at('adm_2'),
    latitude: at('latitude', 'lat'),
    longitude: at('longitude', 'lon'),
    best: at('best'),
    high: at('high'),
    low: at('low'),
    article: at('source_article'),
    office: at('source_office'),
    date: at('source_date'),
    headline: at('source_headline'),
    original: at('source_original'),
  }
  const readDate = dateReader('ymd')
  const partyOf = remembered((text) => partyOfSources(splitValues(text)))
  const accusedOf = remembered(accusedOfActor)

  return {
    read(cell, remarks) {
      const cells = new ReportCells()
      const [sideA, sideB] = [cell(column.sideA), cell(column.sideB)]
      const original = cell(column.original)
      cells.id = cell(column.id)
      cells.date_start = readDate(cell(column.start)).date
      cells.date_end = readDate(cell(column.end)).date
      cells.when_as_reported = WHEN[cell(column.datePrecision)] ?? ''
      place(cells, cell, column, remarks)
      cells.reported_by = reporter(cell(column.office), original)
      cells.reporting_party = partyOf(original)
      if (cell(column.type) === ONE_SIDED) {
        cells.accused_party = accusedOf(sideA)
        cells.accused_as_worded = sideA
      }
      cells.killed = cell(column.best)
      cells.summary = firstOf(cell, [column.headline, column.description, column.article])
      cells.note = noteOf(sideA, sideB, cells.killed, cell(column.low), cell(column.high))
      return { cells, sources: sourcesOf(cell, column) }
    },
  }
}

function reporter(office: string, original: string): string {
  const from = [office, original && `citing ${original}`].filter(Boolean).join(', ')
  return from === '' ? 'UCDP' : `UCDP, from: ${from}`
}

function noteOf(sideA: string, sideB: string, best: string, low: string, high: string): string {
  const sides = [sideA, sideB].filter(Boolean).join('; ')
  const figures = low === best && high === best ? '' : ` Killed: ${low || '?'} to ${high || '?'}.`
  return `Coded by UCDP.${sides === '' ? '' : ` Sides as coded: ${sides}.`}${figures}`
}

/**
 * Where precision: 1 the place itself; 2 within some 25 km of it; 3 a district; 4 a province; 5 along a line or in
 * a fuzzy area; 6 the country; 7 international waters or air.
 */
function place(
  cells: ReportCells,
  cell: Cell,
  column: Readonly<Record<string, number>>,
  remarks: Remarks,
): void {
  const precision = cell(column.wherePrecision ?? -1)
  const named = oneValue(cell(column.place ?? -1))
  if (precision === '1') cells.settlements = named
  else cells.areas_as_reported = named
  switch (precision) {
    case '1':
    case '3':
      cells.areas = oneValue(cell(column.adm2 ?? -1) || cell(column.adm1 ?? -1))
      break
    case '2':
    case '5':
      break
    case '4':
      cells.areas = oneValue(cell(column.adm1 ?? -1))
      remarks.warning('known to the province only: its point is not drawn')
      return
    case '6':
    case '7':
      remarks.warning('known to the country only, or outside any: not located')
      return
    default:
      remarks.warning(`where_prec "${precision}" is not 1 to 7: not located`)
      return
  }
  cells.lon = decimal(cell(column.longitude ?? -1))
  cells.lat = decimal(cell(column.latitude ?? -1))
  cells.position_precision = precision === '1' ? '' : precision === '3' ? 'district' : 'approximate'
}

/** One source for each office, date and headline, where they are as many; else all of it as one. */
function sourcesOf(cell: Cell, column: Readonly<Record<string, number>>): InlineSource[] {
  const office = cell(column.office ?? -1)
  const headline = cell(column.headline ?? -1)
  const date = cell(column.date ?? -1)
  const offices = splitValues(office)
  const dates = splitValues(date)
  const headlines = splitValues(headline)
  if (
    offices.length > 1 &&
    offices.length === dates.length &&
    offices.length === headlines.length
  ) {
    return offices.map((name, index) => sourceOf(name, headlines[index], isoDate(dates[index])))
  }
  if (office !== '' || headline !== '') {
    return [sourceOf(office, headline, dates.length === 1 ? isoDate(dates[0]) : '')]
  }
  const article = cell(column.article ?? -1)
  return article === '' ? [] : [sourceOf('', article)]
}

function splitValues(text: string): string[] {
  if (!text.includes(';')) return text === '' ? [] : [text]
  return text
    .split(';')
    .map((value) => value.trim())
    .filter(Boolean)
}

function isoDate(text = ''): string {
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : ''
}
