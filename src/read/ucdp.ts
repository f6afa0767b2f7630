import type { IssueCollector } from '../issues/issueCollector'
import { formatDay, parseDay, sliceAround } from '../model/day'
import { actorReader } from './actors'
import {
  columnFinder,
  columnNamer,
  createReportCells,
  dateReader,
  decimal,
  firstOf,
  nameArea,
  oneValue,
  type ReportCells,
  remembered,
  wholeNumber,
} from './cells'
import type { Cell, Hints, Translator } from './format'
import { splitNames, ucdpSources } from './ucdpSources'

/**
 * Events of the UCDP Georeferenced Event Dataset. What each column and code comes to, and where the codes are
 * defined: geodata/FORMATS.md.
 */

const WHEN: ReadonlyMap<string, string> = new Map([
  ['1', ''],
  ['2', 'some time within two to six days'],
  ['3', 'some day of a week'],
  ['4', 'some time within a month'],
  ['5', 'some time within more than a month'],
])
/** The columns that Contactline's are read from. */
const COLUMNS = {
  areas: ['adm_1', 'adm_2'],
  killed: ['best'],
  lon: ['longitude', 'lon'],
  sources: ['source_office', 'source_article'],
}
/** Type of violence 3 is one-sided: side A against civilians. */
const ONE_SIDED = '3'

export function ucdpTranslator(
  header: readonly string[],
  { dateOrder, isArea, conflict }: Hints,
): Translator {
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
  const readDate = dateReader(dateOrder)
  const actors = actorReader(conflict)
  const partyOf = remembered((text) => actors.party(splitNames(text)))
  const accusedOf = remembered(actors.accused)

  return {
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      const [sideA, sideB] = [cell(column.sideA), cell(column.sideB)]
      const original = cell(column.original)
      cells.id = cell(column.id)
      cells.date_start = readDate(cell(column.start)).date
      cells.date_end = readDate(cell(column.end)).date
      setPrecision(cells, cell(column.datePrecision), issues)
      place(cells, cell, column, isArea, issues)
      cells.reported_by = reporter(cell(column.office), original)
      cells.reporting_party = partyOf(original)
      if (cell(column.type) === ONE_SIDED) {
        cells.accused_party = accusedOf(sideA)
        cells.accused_as_worded = sideA
      }
      cells.killed = wholeNumber(cell(column.best))
      cells.summary = firstOf(cell, [column.headline, column.description, column.article])
      cells.note = noteOf(
        sideA,
        sideB,
        cells.killed,
        wholeNumber(cell(column.low)),
        wholeNumber(cell(column.high)),
      )
      return { cells, sources: ucdpSources(cell, column, readDate, issues) }
    },
  }
}

function reporter(office: string, original: string): string {
  if (original === '') return office === '' ? 'UCDP' : `UCDP, from: ${office}`
  return `UCDP, from: ${office === '' ? '' : `${office}, `}citing ${original}`
}

function noteOf(sideA: string, sideB: string, best: string, low: string, high: string): string {
  const sides = sideA === '' || sideB === '' ? sideA + sideB : `${sideA}; ${sideB}`
  const isOne = (low === best && high === best) || (low === '' && high === '')
  const figures = isOne ? '' : ` Killed: ${low || '?'} to ${high || '?'}.`
  return `Coded by UCDP.${sides === '' ? '' : ` Sides as coded: ${sides}.`}${figures}`
}

/** Date precision 1 is the day; the others a longer time, which the two dates span in the codebook. */
function setPrecision(cells: ReportCells, precision: string, issues: IssueCollector): void {
  const words = WHEN.get(precision)
  if (words === undefined) {
    issues.warning('notDatePrecision', 'date_prec', { value: precision })
  }
  if (!words) return
  cells.when_as_reported = words
  if (cells.date_end !== '' && cells.date_end !== cells.date_start) return
  const day = parseDay(cells.date_start)
  if (day === null) return
  cells.time_precision = 'days'
  if (precision === '2') {
    issues.warning('oneDayOfSeveral', 'date_prec')
    return
  }
  const unit = precision === '3' ? 'week' : 'month'
  const { from, to } = sliceAround(day, unit)
  cells.date_start = formatDay(from)
  cells.date_end = formatDay(to)
  issues.warning('oneDayOfUnit', 'date_prec', { value: precision, unit })
}

/**
 * Where precision: 1 the place itself; 2 within some 25 km of it; 3 a district; 4 a province; 5 along a line or in
 * a fuzzy area; 6 the country; 7 international waters or air.
 */
function place(
  cells: ReportCells,
  cell: Cell,
  column: Readonly<Record<string, number>>,
  isArea: Hints['isArea'],
  issues: IssueCollector,
): void {
  const precision = cell(column.wherePrecision ?? -1)
  const named = oneValue(cell(column.place ?? -1))
  if (precision === '1') cells.settlements = named
  else cells.areas_as_reported = named
  switch (precision) {
    case '1':
    case '3':
      nameArea(cells, cell(column.adm2 ?? -1), cell(column.adm1 ?? -1), isArea)
      break
    case '2':
    case '5':
      break
    case '4':
      cells.areas = oneValue(cell(column.adm1 ?? -1))
      issues.warning('knownToProvince', 'where_prec')
      return
    case '6':
    case '7':
      issues.warning('knownToCountry', 'where_prec')
      return
    default:
      issues.warning('notWherePrecision', 'where_prec', { value: precision })
      return
  }
  cells.lon = decimal(cell(column.longitude ?? -1))
  cells.lat = decimal(cell(column.latitude ?? -1))
  cells.position_precision = precision === '1' ? '' : precision === '3' ? 'district' : 'approximate'
}
