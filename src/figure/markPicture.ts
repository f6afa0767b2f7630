import type { GroupCounts } from '../query/counts'

/** A district, a settlement, or several settlements. */
export type Shape = 'ring' | 'diamond' | 'stack'

/** What a mark's picture is made of. */
export interface MarkPicture extends GroupCounts {
  readonly shape: Shape
  /** Pixels from the centre to the edge (of a diamond, the upper one of a stack too: to its corner). */
  readonly radius: number
  /** What stands in the middle; empty for a single settlement report. */
  readonly text: string
}

/** Radii in px. A ring's area grows with its count up to the largest; text that needs more room gets it. */
const RING = { least: 13, most: 24, digit: 3.4, border: 7 }
const DIAMOND = { single: 7, least: 12, digit: 3.2, border: 7 }
/** How far the lower diamonds of a stack are beside the upper one, px. */
export const STACKED = 4
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

/** Half the width of a picture in px. */
export function halfWidth({ shape, radius }: Pick<MarkPicture, 'shape' | 'radius'>): number {
  return shape === 'stack' ? radius + STACKED : radius
}
