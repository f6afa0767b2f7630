import { fold } from '../model/fold'
import { memoizeText } from '../model/memoize'

/** Of files that were met; the first that has a name decides what it means. */
const LANGUAGES = ['en', 'ru', 'az', 'tr', 'hy', 'uk', 'de', 'fr', 'es', 'it', 'pt']
/** As in "29 ноября", "ноябрь" and "нояб." */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric' },
  { month: 'long' },
  { month: 'short' },
]
/** Names may be cut off after so many letters. */
const LEAST = 3

/** The month of a name in one of several languages, whole or cut off: 1 to 12; 0 for other words. */
export const monthNamed = memoizeText((word: string): number => {
  const name = fold(word)
  if (name.length < LEAST) return 0
  const names = namesOfMonths()
  const [, month = 0] =
    names.find(([each]) => each === name) ?? names.find(([each]) => each.startsWith(name)) ?? []
  return month
})

let known: readonly (readonly [name: string, month: number])[] | null = null

function namesOfMonths() {
  known ??= LANGUAGES.flatMap((language) => FORMS.flatMap((form) => namesIn(language, form)))
  return known
}

function namesIn(language: string, form: Intl.DateTimeFormatOptions): [string, number][] {
  const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2022, index, 15))
    return [fold(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1]
  })
}
