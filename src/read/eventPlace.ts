import type { IssueCollector } from '../issues/issueCollector'
import { decimal, oneValue, type ReportCells } from './cells'
import type { Hints } from './format'

/** What a format's code for spatial precision says of a row. */
export interface PlaceCode {
  /** The levels of areas that are meant. */
  readonly areas: 'both' | 'coarser' | 'none'
  /** How exact the coordinates are, empty for the place itself; null where they are not read. */
  readonly precision: '' | 'district' | 'approximate' | null
}

/** The coordinates of such events are the middle of a province or a country. */
export const PROVINCE_ONLY: PlaceCode = { areas: 'coarser', precision: null }
export const COUNTRY_ONLY: PlaceCode = { areas: 'none', precision: null }

/** The columns of an event's place: its name, two levels of areas, its coordinates. */
export type PlaceColumn = 'place' | 'coarser' | 'finer' | 'lon' | 'lat'

/** Fills the place columns of a row as its code says. */
export function setPlace(
  cells: ReportCells,
  { areas, precision }: PlaceCode,
  read: (column: PlaceColumn) => string,
  isArea: Hints['isArea'],
  country = '',
): void {
  const place = read('place')
  if (precision === '') cells.settlements = oneValue(place)
  else cells.areas_as_reported = oneValue(place)
  if (areas !== 'none') {
    nameArea(cells, areas === 'both' ? read('finer') : '', read('coarser'), isArea)
  }
  if (precision === null) {
    nameCountry(cells, country)
    return
  }
  cells.lon = decimal(read('lon'), 'lon')
  cells.lat = decimal(read('lat'), 'lat')
  cells.position_precision = precision
}

/** Of a row of which no more is known. */
function nameCountry(cells: ReportCells, country: string): void {
  if (cells.areas !== '' || country === '') return
  cells.areas = oneValue(country)
  cells.position_precision = 'country'
}

/**
 * Names the area of a row by the finer of two levels where it is known, else by the coarser. An
 * unknown finer name is kept as reported.
 */
function nameArea(
  cells: ReportCells,
  finer: string,
  coarser: string,
  isArea: (name: string) => boolean,
): void {
  if (finer !== '' && (coarser === '' || isArea(finer))) {
    cells.areas = oneValue(finer)
    return
  }
  cells.areas = oneValue(coarser)
  if (finer === '') return
  const reported = cells.areas_as_reported
  cells.areas_as_reported = reported === '' ? oneValue(finer) : `${reported}; ${oneValue(finer)}`
}

/**
 * What a format's code for spatial precision says; `unknown` for none, and for any other, which is
 * reported.
 */
export function placeCode(
  known: ReadonlyMap<string, PlaceCode>,
  code: string,
  unknown: PlaceCode,
  column: string,
  issues: IssueCollector,
): PlaceCode {
  const found = known.get(code)
  if (!found && code !== '') issues.warning('unknownPrecision', column, { value: code })
  return found ?? unknown
}

/** Says in which column a row is known to a province or country only. */
export function warnOfPlace(code: PlaceCode, column: string, issues: IssueCollector): void {
  if (code === PROVINCE_ONLY) issues.warning('knownToProvince', column)
  if (code === COUNTRY_ONLY) issues.warning('knownToCountry', column)
}
