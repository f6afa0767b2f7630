import { type Day, lengthOf, parseSlice } from '../model/day'

/** Why a text that is written like a date is none. */
export type DateFault =
  /** `month` is the first day of a month that has only so many `days`, of any year without `hasYear`. */
  | {
      readonly code: 'noDay'
      readonly day: number
      readonly days: number
      readonly month: Day
      readonly hasYear: boolean
    }
  | { readonly code: 'noMonth'; readonly month: number }
  | { readonly code: 'shortYear' }

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const NAME = `(?<month>(?:${MONTHS.join('|')})[a-z]*)\\.?`
const NUMBER = '(?<month>\\d{1,2})\\.?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:[\\s,./-]+(?<year>\\d{4}))?'
const DAY_MONTH = form(`${DAY}[\\s./-]+${NUMBER}[\\s./-]+(?<year>\\d{4}|\\d{2})`)
const OTHERS = [
  form(`(?<year>\\d{4})-${NUMBER}(?:-${DAY})?`),
  form(`${DAY}\\.?(?:\\s+of\\s+|[\\s./-]*)${NAME}${YEAR}`),
  form(`${NAME}\\s+${DAY},?${YEAR}`),
  form(`${NUMBER}[./]\\s*(?<year>\\d{4})`),
]
const SHORT_YEAR = /['’]\d{2}$|^\d{2}$/
/** A leap year, for a date without a year. */
const ANY_YEAR = '2000'

/** What is wrong with a text that `readDateWords` reads no date from; null if it is no date at all. */
export function findDateFault(text: string): DateFault | null {
  const words = text.trim()
  if (SHORT_YEAR.test(words)) return { code: 'shortYear' }
  const { day: a, month: b, year } = DAY_MONTH.exec(words)?.groups ?? {}
  // 11/31/2022 has the month first.
  if (a && b) return Number(b) > 12 && Number(a) <= 12 ? judge(b, a, year) : judge(a, b, year)
  for (const each of OTHERS) {
    const { day, month, year } = each.exec(words)?.groups ?? {}
    const fault = month ? judge(day ?? '1', month, year) : null
    if (fault) return fault
  }
  return null
}

function judge(day: string, month: string, year: string | undefined): DateFault | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 || Number(month)
  const range = parseSlice(
    `${(year ?? ANY_YEAR).padStart(4, '20')}-${String(number).padStart(2, '0')}`,
  )
  if (!range) return { code: 'noMonth', month: number }
  const [named, days] = [Number(day), lengthOf(range)]
  if (named > 0 && named <= days) return null
  return { code: 'noDay', day: named, days, month: range.from, hasYear: year !== undefined }
}

function form(source: string): RegExp {
  return new RegExp(`(?<!\\d)${source}(?!\\d)`, 'i')
}
