/**
 * Letters that Unicode does not decompose into a base letter and a mark, written as the plain letter
 * that transliterations use.
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

/** Words that say what sort of place a name is and not which: they do not take part in the match. */
const UNIT_WORDS = new Set(
  `district region province rayon rayonu raion city town village settlement area sector section direction
   distretto provincia regione región stadt dorf bezirk ville région ilçesi bölgesi şəhəri kəndi istiqaməti
   of de di the near close to
   район района районе районы области область області направление направления направлении город село
   շրջան շրջանի մարզ մարզի գյուղ գյուղի քաղաք հատված ուղղություն
   مقاطعة منطقة استان`
    .split(/\s+/)
    .map(foldLetters),
)

/**
 * A spelling with case, accents and punctuation taken off, for search and for matching names:
 * `Şuşa` gives `susa`, `Xocalı` gives `xocali`. Empty for text without a letter or digit.
 */
export function fold(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The folded name without unit words, so that `Şuşa rayonu` and `city of Shusha` match `Şuşa` and
 * `Shusha`. A name made of unit words only keeps them.
 */
export function placeKey(name: string): string {
  const words = fold(name).split(' ')
  const kept = words.filter((word) => !UNIT_WORDS.has(word))
  return (kept.length > 0 ? kept : words).join(' ')
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[əıøßæœłđ]/g, (letter) => PLAIN[letter] ?? letter)
}
