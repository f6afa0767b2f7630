import type { Conflict } from '../../model/conflict'
import { parseTime } from '../../model/interval'
import { clocksOf } from '../cells'
import type { DateOrder } from '../dates'
import { readDegrees } from '../degrees'
import type { ValueField } from '../format'
import { readCellPosition } from '../geojson/cellPosition'
import { isInstant, readPeriod } from '../periods'
import { termReader, wordsIn } from './valueTerms'

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy']
const DEGREES = /^[+-]?\d{1,3}[.,]\d{2,20}$/
const LETTERED = /[°NSEW]/i
/** A number of a day, as spreadsheets count them: these are of 2009 to 2036. */
const SERIAL = /^4\d{4}(?:[.,]\d{1,12})?$/
/** Two numbers with a fraction, because "46,75" may be one; or text of another kind. */
const POSITION = /\.\d{1,20}\D{1,5}\d{1,3}\.\d|°[^°]{1,30}°|^[A-Z{(]/i
const LINK = /^https?:\/\//i
/** Of the whole world: only whether a value is a position is asked. */
const ANYWHERE = [-180, -90, 180, 90] as const
const NOWHERE = [Number.NaN, Number.NaN, Number.NaN, Number.NaN] as const

/** What telling the meaning of values needs. */
export interface KnownWords {
  readonly conflict: Conflict
  /** Whether a name is in the gazetteer. */
  isPlace(name: string): boolean
}

/** What the values of a column look like. */
export type ColumnLook = ReturnType<typeof lookAt>

/**
 * Tells what most values of a column look like, because a table may have some bad ones. None of
 * them is empty. Without known words, no column is one of places or terms. Each answer is computed
 * when it is asked for.
 */
export function lookAt(values: readonly string[], known: KnownWords | null) {
  const most = (is: (value: string) => boolean) =>
    values.length > 0 && values.filter(is).length > values.length / 2
  const [west, south, east, north] = known?.conflict.bbox ?? NOWHERE
  const within = (axis: 'lon' | 'lat', min: number, max: number) =>
    most((value) => {
      const read = DEGREES.test(value) || LETTERED.test(value) ? readDegrees(value) : null
      const degrees = read && (read.axis ?? axis) === axis ? Number(read.text) : Number.NaN
      return degrees >= min && degrees <= max
    })
  return {
    areDates: () => ORDERS.some((order) => most((value) => isInstant(value, order))),
    /** Dates, months, years or numbers of days. */
    arePeriods: () => ORDERS.some((order) => most((value) => readPeriod(value, order, 0) !== null)),
    /** One is enough where the name of the column says so. */
    hasPeriod: () =>
      ORDERS.some((order) => values.some((value) => readPeriod(value, order, 0) !== null)),
    areSerials: () => most((value) => SERIAL.test(value)),
    areTimes: () => most((value) => value.includes(':') && parseTime(clocksOf(value)[0]) !== null),
    areLinks: () => most((value) => LINK.test(value)),
    areNumbers: () => most((value) => /^[\d.,]{1,20}$/.test(value)),
    arePositions: () =>
      most((value) => POSITION.test(value) && readCellPosition(value, ANYWHERE) !== null),
    arePlaces: () => known !== null && most(known.isPlace),
    /** Degrees in the bounds of the dataset. */
    areLon: () => within('lon', west, east),
    areLat: () => within('lat', south, north),
    areDistinct: () => new Set(values).size === values.length,
    /** Terms of the dataset, more than one. */
    areTerms(field: ValueField) {
      if (!known) return false
      const termOf = termReader(field, {}, known.conflict)
      const terms = values.map((value) => wordsIn(field, value).map(termOf).find(Boolean) ?? '')
      const found = terms.filter((term) => term !== '')
      return found.length > terms.length / 2 && new Set(found).size > 1
    },
    /** Mean number of characters. */
    length: () => values.reduce((sum, value) => sum + value.length, 0) / (values.length || 1),
  }
}
