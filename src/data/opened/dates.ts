import type { Day } from '../../types'
import { formatDay, parseDay } from '../day'
import { formatTime, MINUTES_PER_DAY } from '../interval'
import type { DateOrder } from './contract'

/** A day and, where it is given, a clock time, both local (UTC+4), as the records write them. */
export interface ReadDate {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** `HH:MM`, or empty. */
  readonly time: string
}

const MONTHS =
  'january february march april may june july august september october november december'.split(' ')
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const IN_WORDS = /^(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i
const IN_NUMBERS = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/
const LOCAL_OFFSET = 240

/**
 * Reads `2022-11-29`, `2022-11-29T10:20:00Z`, `2022-11-29 00:00:00.000`, `29 November 2022`, and numbers in the order
 * given. A time with an offset is turned into local time; midnight to the millisecond stands for no time, as UCDP writes
 * it. Null for anything else, impossible dates included.
 */
export function readDate(text: string, order: DateOrder = 'ymd'): ReadDate | null {
  const iso = ISO.exec(text)
  if (iso) return fromIso(iso)
  const words = IN_WORDS.exec(text)
  if (words) {
    const month = MONTHS.findIndex((name) => isMonth(name, words[2] ?? '')) + 1
    return month === 0 ? null : ofParts(words[3], month, words[1])
  }
  const numbers = IN_NUMBERS.exec(text)
  if (!numbers) return null
  const [, a = '', b = '', c = ''] = numbers
  if (a.length === 4) return ofParts(a, b, c)
  if (c.length !== 4 || order === 'ymd') return null
  return order === 'dmy' ? ofParts(c, b, a) : ofParts(c, a, b)
}

/**
 * The order in which numbers of dates are meant, told from those that only one order allows. `dmy` where none tells, as
 * in most of the world.
 */
export function guessDateOrder(samples: readonly string[]): DateOrder {
  const dates = samples.filter((text) => text !== '')
  const fits = (order: DateOrder) => dates.filter((text) => readDate(text, order) !== null).length
  if (dates.length > 0 && fits('ymd') === dates.length) return 'ymd'
  return fits('mdy') > fits('dmy') ? 'mdy' : 'dmy'
}

function fromIso([, date = '', hours, minutes, offset]: RegExpExecArray): ReadDate | null {
  const day = parseDay(date)
  if (day === null) return null
  if (hours === undefined || minutes === undefined) return { date, time: '' }
  const minute = Number(hours) * 60 + Number(minutes)
  if (minute >= MINUTES_PER_DAY) return null
  if (offset === undefined) return { date, time: minute === 0 ? '' : formatTime(minute) }
  const local = minute - minutesOf(offset) + LOCAL_OFFSET
  const shift = Math.floor(local / MINUTES_PER_DAY)
  return {
    date: formatDay((day + shift) as Day),
    time: formatTime(local - shift * MINUTES_PER_DAY),
  }
}

function minutesOf(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const sign = offset.startsWith('-') ? -1 : 1
  const digits = offset.replace(/\D/g, '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)))
}

function isMonth(name: string, word: string): boolean {
  const lower = word.toLowerCase()
  return name.startsWith(lower) || (lower === 'sept' && name === 'september')
}

function ofParts(
  year: string | undefined,
  month: string | number,
  day: string | undefined,
): ReadDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return parseDay(date) === null ? null : { date, time: '' }
}
