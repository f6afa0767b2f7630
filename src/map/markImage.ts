import { GROUPS } from '../data/grouping'
import type { Colouring, GroupId, Theme } from '../types'

/** What a mark's picture is made of. Its image id is its whole content, so equal marks share one picture. */
export interface MarkImage {
  readonly shape: 'ring' | 'diamond'
  readonly theme: Theme
  readonly colouring: Colouring
  /** Reports by group of the colouring: wholly in the window, and only overlapping it. */
  readonly certain: readonly number[]
  readonly possible: readonly number[]
  /** Pixels from the centre to the edge (of a diamond: to its corner). */
  readonly radius: number
  /** What stands in the middle; empty for a single settlement report. */
  readonly text: string
}

/** One piece of a ring or diamond: an angle range in turns from 12 o'clock, clockwise. */
export interface Arc {
  readonly group: GroupId
  readonly certain: boolean
  readonly from: number
  readonly to: number
}

/** Radii in px. A ring's area grows with its count up to the largest; text that needs more room gets it. */
const RING = { least: 13, most: 28, digit: 3.4, border: 7 }
const DIAMOND = { single: 7, least: 12, digit: 3.2, border: 7 }
/** Below this many, the largest ring is not drawn: one report must not look like many. */
const FULL_RING = 8

/** The picture's image id: all that it shows. */
export function imageIdOf(mark: MarkImage): string {
  const { shape, theme, colouring, certain, possible, radius, text } = mark
  return [shape, theme, colouring, certain.join(','), possible.join(','), radius, text].join('|')
}

/** Reads an image id back; null for an image that is not a mark. */
export function markImageOf(id: string): MarkImage | null {
  const [shape, theme, colouring, certain, possible, radius, text] = id.split('|')
  if (shape !== 'ring' && shape !== 'diamond') return null
  if (theme !== 'light' && theme !== 'dark') return null
  if (colouring !== 'party' && colouring !== 'accused' && colouring !== 'agreement') return null
  const size = Number(radius)
  if (!(size > 0)) return null
  return {
    shape,
    theme,
    colouring,
    certain: numbers(certain),
    possible: numbers(possible),
    radius: size,
    text: text ?? '',
  }
}

function numbers(list: string | undefined): number[] {
  return (list ?? '').split(',').map(Number)
}

/** `3`, or `2–5` where certain and possible differ; empty for none. */
export function countText(certain: number, possible: number): string {
  if (certain + possible === 0) return ''
  return possible === 0 ? String(certain) : `${certain}–${certain + possible}`
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

/**
 * Shares out the circle in the order of the colouring's GROUPS, starting at 12 o'clock: of each group
 * first the certain reports, then the possible ones. Empty when there is no report.
 */
export function arcsOf({
  colouring,
  certain,
  possible,
}: Pick<MarkImage, 'colouring' | 'certain' | 'possible'>): Arc[] {
  const total = sum(certain) + sum(possible)
  const arcs: Arc[] = []
  let done = 0
  GROUPS[colouring].forEach(({ id }, index) => {
    for (const [count, isCertain] of [
      [certain[index] ?? 0, true],
      [possible[index] ?? 0, false],
    ] as const) {
      if (count === 0) continue
      arcs.push({ group: id, certain: isCertain, from: done / total, to: (done + count) / total })
      done += count
    }
  })
  return arcs
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** The image id of a hatch: `silent` for no report on file, `approximate` for counts placed approximately. */
export function hatchId(kind: 'silent' | 'approximate', theme: Theme): string {
  return `hatch|${theme}|${kind}`
}

/** The image id of a town's dot. */
export function dotId(theme: Theme): string {
  return `dot|${theme}`
}

/** The image id of the line round a selected mark of that radius. */
export function haloId(shape: MarkImage['shape'], theme: Theme, radius: number): string {
  return `halo|${theme}|${shape}|${radius}`
}
