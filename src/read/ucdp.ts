import type { IssueCollector } from '../issues/issueCollector'
import { formatDay, parseDay, sliceAround } from '../model/day'
import { actorReader } from './actors'
import {
  columnNamer,
  createReportCells,
  dateReader,
  findColumns,
  type ReportCells,
  wholeNumber,
} from './cells'
import { type PlaceCode, setPlace } from './eventPlace'
import { eventWords } from './events/eventWords'
import type { Hints, Translator } from './format'
import { ucdpSources } from './ucdpSources'

/**
 * Events of the UCDP Georeferenced Event Dataset. Columns, codes and where they are defined:
 * geodata/FORMATS.md.
 */

const WHEN: ReadonlyMap<string, string> = new Map([
  ['1', ''],
  ['2', 'some time within two to six days'],
  ['3', 'some day of a week'],
  ['4', 'some time within a month'],
  ['5', 'some time within more than a month'],
])
const NOWHERE: PlaceCode = { areas: 'none', precision: null }
const AROUND: PlaceCode = { areas: 'none', precision: 'approximate' }
/**
 * Where precision: 1 the place itself; 2 within some 25 km of it; 3 a district; 4 a province; 5
 * along a line or in a fuzzy area; 6 the country; 7 international waters or air.
 */
const WHERE: ReadonlyMap<string, PlaceCode> = new Map([
  ['1', { areas: 'both', precision: '' }],
  ['2', AROUND],
  ['3', { areas: 'both', precision: 'district' }],
  ['4', { areas: 'coarser', precision: null }],
  ['5', AROUND],
  ['6', NOWHERE],
  ['7', NOWHERE],
])
/** Contactline's names for what is read from a single column. */
const COLUMNS = {
  id: 'id',
  date_start: 'date_start',
  date_end: 'date_end',
  datePrecision: 'date_prec',
  type: 'type_of_violence',
  sideA: 'side_a',
  sideB: 'side_b',
  wherePrecision: 'where_prec',
  place: 'where_coordinates',
  description: 'where_description',
  areas: 'adm_1|adm_2',
  country: 'country',
  coarser: 'adm_1',
  finer: 'adm_2',
  lat: 'latitude|lat',
  lon: 'longitude|lon',
  killed: 'best',
  high: 'high',
  low: 'low',
  sources: 'source_office|source_article',
  article: 'source_article',
  office: 'source_office',
  date: 'source_date',
  headline: 'source_headline',
  original: 'source_original',
}
/** Type of violence 3 is one-sided: side A against civilians. */
const ONE_SIDED = '3'
const TYPES: ReadonlyMap<string, string> = new Map([
  ['1', 'State-based conflict'],
  ['2', 'Non-state conflict'],
  [ONE_SIDED, 'One-sided violence'],
])
const LABELS = {
  reporting_party: 'Side A',
  accused_party: 'Side B',
  kind: 'Type of violence',
}

export function ucdpTranslator(
  header: readonly string[],
  { dateOrder, isArea, conflict, own }: Hints,
): Translator {
  const column = findColumns(header, COLUMNS)
  const readDate = dateReader(dateOrder, conflict)
  const actors = actorReader(conflict)
  const { words, code } = eventWords(own, LABELS, (cell) => {
    const type = cell(column.type)
    return {
      parties: [cell(column.sideA)],
      accused: [cell(column.sideB)],
      kinds: [TYPES.get(type) ?? type],
    }
  })
  return {
    own: words,
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      const [sideA, sideB] = [cell(column.sideA), cell(column.sideB)]
      const original = cell(column.original)
      cells.id = cell(column.id)
      cells.date_start = readDate(cell(column.date_start)).date
      cells.date_end = readDate(cell(column.date_end)).date
      setPrecision(cells, cell(column.datePrecision), issues)
      const precision = cell(column.wherePrecision)
      const where = WHERE.get(precision) ?? NOWHERE
      setPlace(cells, where, (name) => cell(column[name]), isArea, cell(column.country))
      if (precision === '4') issues.warning('knownToProvince', 'where_prec')
      else if (precision === '6' || precision === '7') {
        issues.warning('knownToCountry', 'where_prec')
      } else if (!WHERE.has(precision)) {
        issues.warning('notWherePrecision', 'where_prec', { value: precision })
      }
      cells.reported_by = reporter(cell(column.office), original)
      if (!code(cells, cell)) {
        const type = cell(column.type)
        cells.kind_as_worded = TYPES.get(type) ?? type
        cells.reporting_party = actors.party(original)
        if (type === ONE_SIDED) {
          cells.accused_party = actors.accused(sideA)
          cells.accused_as_worded = sideA
        }
      }
      cells.killed = wholeNumber(cell(column.killed))
      cells.summary = cell(column.headline) || cell(column.description) || cell(column.article)
      const [low, high] = [wholeNumber(cell(column.low)), wholeNumber(cell(column.high))]
      cells.note = noteOf(sideA, sideB, cells.killed, low, high)
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

/** Date precision 1 is the day; the others are a longer time, which the two dates should span. */
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
