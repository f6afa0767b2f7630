import type { GroupCounts } from '../query/counts'

/** A district, a settlement, or the settlements of a piece of ground. */
export type Shape = 'ring' | 'diamond' | 'bin'

/** What a mark's picture is made of. */
export interface MarkPicture extends GroupCounts {
  readonly shape: Shape
  /** Pixels from the centre to the edge (of a diamond: to its corner; of a bin: to its upper and lower edge). */
  readonly radius: number
  /** What stands in the middle; empty for a single settlement report. */
  readonly text: string
}

/** Radii in px. A ring's area grows with its count up to the largest; text that needs more room gets it. */
const RING = { least: 13, most: 28, digit: 3.4, border: 7 }
const DIAMOND = { single: 7, least: 12, digit: 3.2, border: 7 }
const BIN = { least: 9, most: 14, digit: 3.4, border: 5 }
/** Below this many, the largest ring is not drawn: one report must not look like many. */
const FULL_RING = 8

/** `3`, `1.2k`, `3M`, or `2–5` where certain and possible differ as written; empty for none. */
export function countText(certain: number, possible: number): string {
  if (certain + possible === 0) return ''
  const [least, most] = [short(certain), short(certain + possible)]
  return least === most ? most : `${least}–${most}`
}

/** Two digits from a thousand on: a mark has no room for more, and its label has the whole number. */
function short(count: number): string {
  if (count < 1000) return String(count)
  return count < 1_000_000 ? `${twoDigits(count / 1000)}k` : `${twoDigits(count / 1_000_000)}M`
}

function twoDigits(count: number): number {
  return Number(count.toPrecision(2))
}

/** A ring's radius in px for a count, beside the greatest count on the map. */
export function ringRadius(count: number, greatest: number, text: string): number {
  const byArea = RING.most * Math.sqrt(count / Math.max(greatest, FULL_RING))
  const byText = text.length * RING.digit + RING.border
  return Math.round(Math.max(RING.least, byText, Math.min(RING.most, byArea)))
}

/** A settlement mark's radius in px: small and solid for one report, with room for a number for several. */
export function diamondRadius(text: string): number {
  if (text === '') return DIAMOND.single
  return Math.round(Math.max(DIAMOND.least, text.length * DIAMOND.digit + DIAMOND.border))
}

/** Half the height of a bin in px, for a count beside the greatest of all bins. */
export function binRadius(count: number, greatest: number): number {
  return Math.round(BIN.least + (BIN.most - BIN.least) * Math.sqrt(count / greatest))
}

/** Half the width of a picture in px: a bin is as wide as its text. */
export function halfWidth({
  shape,
  radius,
  text,
}: Pick<MarkPicture, 'shape' | 'radius' | 'text'>): number {
  return shape === 'bin' ? Math.max(radius, text.length * BIN.digit + BIN.border) : radius
}
