/** Shorter texts are normalized at once: their marks cannot cost much. */
const MIN_LENGTH = 1000
/** Marks in a row, without joiners. */
const MARKS = /(?:(?!\u034f)\p{M})+/gu
/** Marks after one letter in any language are far fewer (UAX #15, Stream-Safe Text Format). */
const MAX_MARKS = 30

/**
 * Normalizes a text. Very many marks in a row are divided by joiners, because sorting them takes
 * the square of their number.
 */
export function normalize(text: string, form: 'NFC' | 'NFKD'): string {
  if (text.length < MIN_LENGTH) return text.normalize(form)
  return text.replace(MARKS, divided).normalize(form)
}

function divided(marks: string): string {
  if (marks.length <= MAX_MARKS) return marks
  const letters = [...marks]
  const parts: string[] = []
  for (let at = 0; at < letters.length; at += MAX_MARKS) {
    parts.push(letters.slice(at, at + MAX_MARKS).join(''))
  }
  return parts.join('\u034f')
}
