const PART = '(\\d{1,3}(?:[.,]\\d{1,20})?)'
/** `46.75°E`, `W 46,75`, `46° 45′ 30″ E`; the letters tell the axis. */
const DEGREES = new RegExp(
  `^([NSEW])?\\s?([+-]?)${PART}(?:\\s?°\\s?(?:${PART}\\s?['′’]\\s?(?:${PART}\\s?(?:["″”]|''))?)?)?\\s?([NSEW])?$`,
  'i',
)
/** Letters. No cell of degrees is longer. */
const MAX_LENGTH = 50
/** Digits after the point: 10 cm. */
const DIGITS = 6

/** Decimal degrees as a text, and the axis if a letter names it. */
export interface Degrees {
  readonly text: string
  readonly axis: 'lon' | 'lat' | null
}

/** Reads degrees with a sign, a letter, minutes or seconds; null for anything else. */
export function readDegrees(cell: string): Degrees | null {
  const match = cell.length <= MAX_LENGTH ? DEGREES.exec(cell) : null
  if (!match) return null
  const [, before, sign, degrees = '', minutes, seconds, after] = match
  const letter = (before ?? after ?? '').toUpperCase()
  if ((before && after) || (letter && sign)) return null
  const isNegative = sign === '-' || letter === 'S' || letter === 'W'
  const [whole, ...parts] = [degrees, minutes, seconds].map((part) => part?.replace(',', '.'))
  const [minute, second] = parts.map((part) => Number(part ?? 0))
  if ((minute ?? 0) >= 60 || (second ?? 0) >= 60) return null
  const sum = Number(whole) + (minute ?? 0) / 60 + (second ?? 0) / 3600
  const text = minutes === undefined ? (whole ?? '') : String(Number(sum.toFixed(DIGITS)))
  const axis = letter === '' ? null : /[EW]/.test(letter) ? 'lon' : 'lat'
  return { text: (isNegative ? '-' : '') + text, axis }
}
