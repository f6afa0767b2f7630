import { fold } from '../fold'
import { copyText } from '../memoize'

/** Different words that are counted; of more, the rarest are forgotten. */
export const MAX_WORDS = 20_000
/** Letters of a word that are read. */
const MAX_LETTERS = 200

/** Counts words, in memory that does not grow with the file. */
export class WordCounter {
  readonly counts = new Map<string, number>()
  /** Some words were forgotten. */
  isCut = false

  add(text: string, times = 1): void {
    const word = shortenWord(text)
    const count = this.counts.get(word)
    if (count !== undefined) this.counts.set(word, count + times)
    else {
      if (this.counts.size >= MAX_WORDS) this.forgetRarest()
      this.counts.set(copyText(word), times)
    }
  }

  /** Forgets half of the words, so that it does so rarely. */
  private forgetRarest(): void {
    const byCount = [...this.counts].sort(([, a], [, b]) => a - b)
    for (const [word] of byCount.slice(0, MAX_WORDS / 2)) this.counts.delete(word)
    this.isCut = true
  }
}

/** The beginning of a word that is far longer than any name. */
export function shortenWord(word: string): string {
  return word.length > MAX_LETTERS ? word.slice(0, MAX_LETTERS) : word
}

/** An id made of a word, the same in any case and with or without accents. */
export function idOfWord(word: string): string {
  const short = shortenWord(word)
  const signs = () => Array.from(short, (sign) => sign.codePointAt(0)?.toString(16))
  return fold(short).replaceAll(' ', '-') || signs().join('-')
}
