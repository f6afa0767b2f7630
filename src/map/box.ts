/** A point or a size on the screen, px. */
export interface Pixels {
  readonly x: number
  readonly y: number
}

/** Kept free at the edges of the map for its controls and credits, px. */
export const EDGE = { top: 12, right: 52, bottom: 28, left: 12 } as const
/** From the point to the box: past the largest ring and its halo, px. */
const GAP = 34

/**
 * Where the top left corner of a box goes so that it lies inside the map and beside its point: right of
 * it, else left, above, below, whichever has room first. Where no side has, it goes to the side with the most room
 * and is pushed inside, over the point if it must. A box larger than the map starts at the top left.
 */
export function placeBox(at: Pixels, size: Pixels, map: Pixels): Pixels {
  const low = { x: EDGE.left, y: EDGE.top }
  const high = { x: map.x - EDGE.right - size.x, y: map.y - EDGE.bottom - size.y }
  const room = {
    right: high.x - (at.x + GAP),
    left: at.x - GAP - size.x - low.x,
    above: at.y - GAP - size.y - low.y,
    below: high.y - (at.y + GAP),
  }
  const sides = ['right', 'left', 'above', 'below'] as const
  const side =
    sides.find((each) => room[each] >= 0) ??
    sides.reduce((best, each) => (room[each] > room[best] ? each : best))
  const beside = side === 'right' || side === 'left'
  const wanted = {
    x: side === 'right' ? at.x + GAP : side === 'left' ? at.x - GAP - size.x : at.x - size.x / 2,
    y: beside ? at.y - size.y / 2 : side === 'above' ? at.y - GAP - size.y : at.y + GAP,
  }
  return {
    x: Math.round(clamp(wanted.x, low.x, high.x)),
    y: Math.round(clamp(wanted.y, low.y, high.y)),
  }
}

/** How far the map must be panned for a point to lie inside its free part; 0, 0 when it does. */
export function panFor(at: Pixels, map: Pixels): Pixels {
  return {
    x: at.x - clamp(at.x, EDGE.left + GAP, map.x - EDGE.right - GAP),
    y: at.y - clamp(at.y, EDGE.top + GAP, map.y - EDGE.bottom - GAP),
  }
}

/** The lower limit wins where the two cross. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
