import { language } from './language'
import { shorten } from './message'

/** Of a series in a line of text. */
const MAX_ITEMS = 50

/** A formatter of Intl in the language of the interface, made again when that changes. */
export function perLanguage<T>(create: (tag: string) => T): () => T {
  let made: { readonly tag: string; readonly formatter: T } | null = null
  return () => {
    const tag = language()
    if (made?.tag !== tag) made = { tag, formatter: create(tag) }
    return made.formatter
  }
}

/** Returns a format of local days, which are dates in UTC. */
export function dateFormat(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  return perLanguage((tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }))
}

/** CLDR's English ranges have a dash between thin spaces, or plain ones in some browsers. */
const SPACED_DASH = /[\u2009 ]–[\u2009 ]/

/**
 * Formats a range of dates: "27 November – 3 December 2022", "21–27 November 2022". In English the
 * dash has no spaces between two numbers, and full ones between longer dates.
 */
export function formatDates(format: Intl.DateTimeFormat, from: Date, to: Date): string {
  const parts = format.formatRangeToParts(from, to)
  const isNumber = parts.filter(({ source }) => source === 'startRange').length === 1
  const text = parts.map(({ value }) => value).join('')
  return text.replace(SPACED_DASH, isNumber ? '–' : ' – ')
}

const lists = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
const series = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'unit' }))
const numbers = perLanguage((tag) => new Intl.NumberFormat(tag))
const percentages = perLanguage((tag) => new Intl.NumberFormat(tag, { style: 'percent' }))

/** "One, two and three". */
export function formatList(items: readonly string[]): string {
  return lists().format(items)
}

/** "One, two, three": no word before the last. A long one ends in the number of the others. */
export function formatSeries(items: readonly string[]): string {
  const shown = items.slice(0, MAX_ITEMS).map((item) => shorten(item))
  const more = items.length - shown.length
  return series().format(more > 0 ? [...shown, `+${formatNumber(more)}`] : shown)
}

/** `400,000`. */
export function formatNumber(value: number): string {
  return numbers().format(value)
}

/** `9–12`. */
export function formatNumberRange(from: number, to: number): string {
  return numbers().formatRange(from, to)
}

/** `45%` of 0.45. */
export function formatPercent(share: number): string {
  return percentages().format(share)
}

const alternatives = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }))

/** "One, two or three". */
export function formatAlternatives(items: readonly string[]): string {
  return alternatives().format(items)
}
