import type { Conflict } from './conflict'
import { memoize } from './memoize'
import { normalize } from './normalize'

/**
 * Letters that Unicode does not decompose into a base letter and a mark, replaced by the plain
 * letter that transliterations use.
 */
const PLAIN: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
}

/**
 * Removes case, accents and punctuation, for search and for matching names: `Şuşa` gives `susa`,
 * `Xocalı` gives `xocali`. Empty for text without a letter or digit.
 */
export function fold(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Returns a function that folds a name and drops the unit words of a conflict, so that `Évora
 * district` and `city of Porto` match `Evora` and `Porto`. A unit word that ends in a sign, such as
 * `v.` or `d'`, is dropped only with its sign, because a single letter can be a name. A name made
 * only of unit words keeps them.
 */
export const placeKeyOf = memoize(({ unitWords }: Pick<Conflict, 'unitWords'>) => {
  const words = unitWords.map(foldSigns).map((word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return /[\p{L}\p{N}]$/u.test(word) ? `${escaped}(?![\\p{L}\\p{N}])` : escaped
  })
  const units = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'gu')
  return (name: string): string =>
    (words.length > 0 && fold(foldSigns(name).replace(units, ' '))) || fold(name)
})

/** Signs inside words have several forms. */
function foldSigns(text: string): string {
  return foldLetters(text).replace(/[‐‑–]/g, '-').replace(/[’ʼ]/g, "'")
}

function foldLetters(text: string): string {
  const letters = normalize(text, 'NFKD').replace(/\p{M}+/gu, '')
  return normalize(letters.toLowerCase(), 'NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[əıøßæœłđ]/g, (letter) => PLAIN[letter] ?? letter)
}
