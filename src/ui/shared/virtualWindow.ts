import type { RowHeights } from './virtualHeights'

/** Browsers lay out no element higher than some 17 (Firefox) to 33 million px (Chromium); well below, to be sure. */
const MAX_HEIGHT = 8_000_000
/** In a list that would be higher, a px of the scroll bar is still a px of rows this far from either end. */
const EXACT_ENDS = 1_000_000
/** Scrolled further than so many times what is in sight, the reader has gone elsewhere and not read on. */
const FAR = 2
/** Rows drawn above and below those in sight, so that Tab finds the next one and quick scrolling shows no gap. */
const BESIDE = 6

/** Which part of a long list a reader has in sight. All in px. */
export interface Sight {
  /** Height of the element that scrolls. */
  readonly viewport: number
  /** How far the top of the list lies above the top of what is in sight; less than 0 while it is below. */
  readonly scrolled: number
  /** How much of the rows lies above what is in sight. */
  readonly position: number
}

/** The rows to draw. */
export interface RowWindow {
  /** The first one, and the first one past them. */
  readonly first: number
  readonly end: number
  /** Where the first one stands, px from the top of the list. */
  readonly top: number
}

/** How high a list of rows is made that are `total` px together. */
export function listHeight(total: number): number {
  return Math.min(total, MAX_HEIGHT)
}

/** The position that a list which is scrolled so far stands for: the same px, or past the cap the same share of the middle. */
export function positionAt(scrolled: number, total: number, viewport: number): number {
  const from = wayOf(listHeight(total), viewport)
  return alongWay(clamp(scrolled, from), from, wayOf(total, viewport))
}

/** How far a list is scrolled that stands at a position: the inverse of positionAt. */
export function scrolledAt(position: number, total: number, viewport: number): number {
  const from = wayOf(total, viewport)
  return alongWay(clamp(position, from), from, wayOf(listHeight(total), viewport))
}

/**
 * What is in sight once the list has been scrolled. A short way moves the rows by as many px, so that all of them can be
 * read one after another however many there are; a long one goes to what the scroll bar stands for.
 */
export function moved(before: Sight, scrolled: number, viewport: number, total: number): Sight {
  const way = wayOf(listHeight(total), viewport)
  const [from, to] = [clamp(before.scrolled, way), clamp(scrolled, way)]
  const isFar = Math.abs(to - from) > FAR * viewport
  const isAtEnd = to < 1 || to > way - 1
  const position =
    isFar || isAtEnd
      ? positionAt(to, total, viewport)
      : clamp(before.position + to - from, wayOf(total, viewport))
  return { viewport, scrolled, position }
}

/**
 * Takes in the heights of rows that have been drawn, and gives what is in sight then: row `still` stays where the
 * reader sees it, and who is at the start or the end of the list stays there.
 */
export function measured(
  sight: Sight,
  heights: RowHeights,
  drawn: Iterable<readonly [row: number, height: number]>,
  still: number,
): Sight {
  const wasAtEnd = sight.position >= wayOf(heights.total, sight.viewport) - 1
  const before = heights.topOf(still)
  for (const [row, height] of drawn) heights.measure(row, height)
  const way = wayOf(heights.total, sight.viewport)
  if (sight.scrolled <= 0) return { ...sight, position: 0 }
  if (wasAtEnd) return { ...sight, position: way }
  return { ...sight, position: clamp(sight.position + heights.topOf(still) - before, way) }
}

/**
 * The rows in sight and some beside them. The row with the focus (-1 for none) has those before and after it drawn, unless
 * it is far away: Tab may be quicker than scrolling.
 */
export function rowWindow(
  heights: RowHeights,
  { viewport, scrolled, position }: Sight,
  focused: number,
): RowWindow {
  let first = heights.rowAt(position) - BESIDE
  let end = heights.rowAt(position + viewport) + 1 + BESIDE
  if (focused >= first - 1 && focused <= end) {
    first = Math.min(first, focused - 1)
    end = Math.max(end, focused + 2)
  }
  first = Math.max(first, 0)
  end = Math.min(end, heights.count)
  const way = wayOf(listHeight(heights.total), viewport)
  const top = clamp(scrolled, way) + heights.topOf(first) - position
  return { first, end, top: Math.max(0, top) }
}

/** How far something can be scrolled. */
function wayOf(height: number, viewport: number): number {
  return Math.max(height - viewport, 0)
}

/** A place on one way as the place on another that stands for it: as far from the nearer end, or the same share of the middle. */
function alongWay(place: number, from: number, to: number): number {
  if (from === to || place <= EXACT_ENDS) return place
  if (place >= from - EXACT_ENDS) return to - (from - place)
  const share = (place - EXACT_ENDS) / (from - 2 * EXACT_ENDS)
  return EXACT_ENDS + share * (to - 2 * EXACT_ENDS)
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
