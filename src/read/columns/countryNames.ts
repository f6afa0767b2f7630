/** Of files that may be met: names of countries are known in all of them. */
const LANGUAGES = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'cs', 'ro', 'hu', 'el', 'bg', 'sr'],
  ...['ru', 'uk', 'az', 'tr', 'hy', 'ka', 'fa', 'ar', 'he', 'ku', 'kk', 'uz', 'ur', 'hi', 'zh'],
  ...['ja', 'ko', 'id', 'sw'],
]
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The ISO 3166-1 codes of countries by their English names. */
let codes: ReadonlyMap<string, string> | null = null

/** The names of a country in many languages, by its English name; none for another name. */
export function namesOfCountry(english: string): string[] {
  codes ??= codesByName()
  const code = codes.get(english)
  if (code === undefined) return []
  return LANGUAGES.flatMap((language) => regionNames(language).of(code) ?? [])
}

function codesByName(): ReadonlyMap<string, string> {
  const names = regionNames('en')
  const all = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  return new Map(all.map((code) => [names.of(code) ?? '', code]))
}

function regionNames(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
}
