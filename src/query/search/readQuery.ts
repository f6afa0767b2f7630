import { type DayRange, intersect } from '../../model/day'
import { fold } from '../../model/fold'

/** A search as it is understood. */
export interface Query {
  /** As typed. */
  readonly text: string
  /** The words apart from dates, as typed. A report must hold each of them. */
  readonly words: readonly string[]
  /** The dates, as typed. */
  readonly dateText: string
  /** A report must touch one of them; empty for a search without dates. */
  readonly dates: readonly DayRange[]
}

/** Reads a date in words (`readDateWords`). */
export type ReadDates = (text: string, span: DayRange) => readonly DayRange[]

export const NO_QUERY: Query = { text: '', words: [], dateText: '', dates: [] }

const MAYBE_DATE = /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
/** Words: "from 29 Nov 2022 to 3 Dec 2022". */
const MAX_DATE_WORDS = 8

/** Whether a text may hold a date, so that it is worth loading what reads dates. */
export function mayHoldDate(text: string): boolean {
  return MAYBE_DATE.test(text)
}

/**
 * Splits a search into dates and other words: "30 november shusha". `span` is the local days on
 * file. Without `readDates`, everything is words.
 */
export function readQuery(text: string, span: DayRange | null, readDates?: ReadDates): Query {
  const typed = text.split(/\s+/).filter(Boolean)
  const words: string[] = []
  const dateTexts: string[] = []
  const dates: DayRange[] = []
  for (let at = 0; at < typed.length; ) {
    const date =
      span && readDates ? firstDate(typed.slice(at, at + MAX_DATE_WORDS), span, readDates) : null
    if (date) {
      dateTexts.push(typed.slice(at, at + date.length).join(' '))
      dates.push(...date.ranges)
    } else words.push(typed[at] ?? '')
    at += date?.length ?? 1
  }
  return { text, words, dateText: dateTexts.join(' '), dates }
}

/** Whether a search asks for anything: signs alone do not. */
export function isAsked(query: Query): boolean {
  return query.dates.length > 0 || foldWords(query).length > 0
}

export function foldWords({ words }: Query): string[] {
  return fold(words.join(' ')).split(' ').filter(Boolean)
}

/** The date that a text begins with: of as many words as possible, on file if possible. */
function firstDate(typed: readonly string[], span: DayRange, readDates: ReadDates) {
  const most = Math.min(typed.length, MAX_DATE_WORDS)
  const read = Array.from({ length: most }, (_, index) => most - index).flatMap((length) => {
    const text = typed.slice(0, length).join(' ')
    const ranges = mayHoldDate(text) ? readDates(text, span) : []
    return ranges.length > 0 ? [{ length, ranges }] : []
  })
  const isOnFile = ({ ranges }: (typeof read)[number]) => ranges.some((r) => intersect(r, span))
  return read.find(isOnFile) ?? read[0] ?? null
}
