import type { Conflict } from './conflict'
import { memoize } from './memoize'

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
 * district` and `city of Porto` match `Evora` and `Porto`. A name made only of unit words keeps
 * them.
 */
export const placeKeyOf = memoize(({ unitWords }: Pick<Conflict, 'unitWords'>) => {
  const ignored = new Set(unitWords.map(foldLetters))
  return (name: string): string => {
    const words = fold(name).split(' ')
    const kept = words.filter((word) => !ignored.has(word))
    return (kept.length > 0 ? kept : words).join(' ')
  }
})

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[əıøßæœłđ]/g, (letter) => PLAIN[letter] ?? letter)
}
