/** A point or a size on the screen, px. */
export interface Pixels {
  readonly x: number
  readonly y: number
}

/** px at the edges of the map that stay free for its controls and credits. */
export const EDGE = { top: 12, right: 12, bottom: 28, left: 56 } as const
/** px from the point to the box: beyond the largest ring and its halo. */
const GAP = 34
/** px that a mark extends from its point. */
const REACH = 20
/** Covering its own point is worse than covering any number of others. */
const OWN = 1000

/**
 * The top left corner of a box that is inside the map and next to its point: to the right, to the
 * left, next to all points, below or above, whichever covers the fewest points, its own before all.
 * A box larger than the map starts at the top left.
 */
export function popupPosition(
  at: Pixels,
  size: Pixels,
  map: Pixels,
  others: readonly Pixels[] = [],
): Pixels {
  const columns = [at, ...others].map(({ x }) => x)
  const middle = { x: at.x - size.x / 2, y: at.y - size.y / 2 }
  const places = [
    { x: at.x + GAP, y: middle.y },
    { x: at.x - GAP - size.x, y: middle.y },
    { x: Math.max(...columns) + GAP, y: middle.y },
    { x: Math.min(...columns) - GAP - size.x, y: middle.y },
    { x: middle.x, y: at.y + GAP },
    { x: middle.x, y: at.y - GAP - size.y },
  ].map(({ x, y }) => ({
    x: Math.round(clamp(x, EDGE.left, map.x - EDGE.right - size.x)),
    y: Math.round(clamp(y, EDGE.top, map.y - EDGE.bottom - size.y)),
  }))
  const cost = (corner: Pixels) =>
    (hides(corner, size, at) ? OWN : 0) +
    others.filter((other) => hides(corner, size, other)).length
  return places.reduce((best, each) => (cost(each) < cost(best) ? each : best))
}

/** How far the map must be panned so that a point is in its free part; 0, 0 if it is. */
export function panFor(at: Pixels, map: Pixels): Pixels {
  return {
    x: at.x - clamp(at.x, EDGE.left + GAP, map.x - EDGE.right - GAP),
    y: at.y - clamp(at.y, EDGE.top + GAP, map.y - EDGE.bottom - GAP),
  }
}

function hides(corner: Pixels, size: Pixels, point: Pixels): boolean {
  return (
    point.x > corner.x - REACH &&
    point.x < corner.x + size.x + REACH &&
    point.y > corner.y - REACH &&
    point.y < corner.y + size.y + REACH
  )
}

/** The lower limit wins if the two cross. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
