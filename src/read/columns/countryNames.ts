import { fold } from '../../model/fold'
import { memoizeText } from '../../model/memoize'
import { ALPHA_2 } from './alpha3'

/** Of files that may be met: names of countries are known in all of them. */
const LANGUAGES = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'cs', 'ro', 'hu', 'el', 'bg', 'sr'],
  ...['ru', 'uk', 'az', 'tr', 'hy', 'ka', 'fa', 'ar', 'he', 'ku', 'kk', 'uz', 'ur', 'hi', 'zh'],
  ...['ja', 'ko', 'id', 'sw'],
]
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Folded names in tables of events that CLDR has in no language. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  CD: 'democratic republic of congo|democratic republic of the congo|dr congo|zaire',
  CG: 'republic of congo|republic of the congo|congo',
  CI: 'ivory coast',
  IR: 'islamic republic of iran',
  KP: 'democratic people s republic of korea',
  KR: 'republic of korea',
  LA: 'lao people s democratic republic',
  MD: 'republic of moldova',
  PS: 'palestine',
  RU: 'russian federation',
  SY: 'syrian arab republic',
  TZ: 'united republic of tanzania',
  US: 'usa|united states of america',
}
/** UCDP writes a former name behind: `Myanmar (Burma)`. */
const BRACKETS = /^(.*?)\s*\((.*)\)$/s
/** No name of a country is longer. */
const MAX_LENGTH = 80

/** The ISO 3166-1 codes of countries by their English names. */
let codes: ReadonlyMap<string, string> | null = null

/** The names of a country in many languages, by its English name; none for another name. */
export function namesOfCountry(english: string): string[] {
  codes ??= codesByName()
  const code = codes.get(english)
  if (code === undefined) return []
  return LANGUAGES.flatMap((language) => regionNames(language).of(code) ?? [])
}

/** Folded names in many languages, and codes of capital letters. */
let named: ReadonlyMap<string, string> | null = null

/**
 * The ISO 3166-1 alpha-2 code of a country by a code or a name of it in many languages; empty for any
 * other word.
 */
export const codeOfCountry = memoizeText((word) => {
  if (word.length > MAX_LENGTH) return ''
  named ??= readNames()
  const [, name = '', former = ''] = BRACKETS.exec(word) ?? []
  const names = [word, ...[word, name, former].map(fold)]
  return names.map((each) => named?.get(each)).find((code) => code !== undefined) ?? ''
})

/** The codes of the countries among names, each once. */
export function codesOfCountries(names: Iterable<string>): string[] {
  return [...new Set(Array.from(names, codeOfCountry))].filter((code) => code !== '')
}

function readNames(): Map<string, string> {
  const all = [...codesByName().values()]
  const found = new Map([...ALPHA_2, ...all.map((code) => [code, code] as const)])
  for (const language of LANGUAGES) {
    const names = regionNames(language)
    for (const code of all) found.set(fold(names.of(code) ?? ''), code)
  }
  for (const [code, names] of Object.entries(OTHER_NAMES)) {
    for (const name of names.split('|')) found.set(name, code)
  }
  found.delete('')
  return found
}

function codesByName(): ReadonlyMap<string, string> {
  const names = regionNames('en')
  const all = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  return new Map(all.map((code) => [names.of(code) ?? '', code]))
}

function regionNames(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
}
