/** A point or a size on the screen, px. */
export interface Pixels {
  readonly x: number
  readonly y: number
}

/** Kept free at the edges of the map for its controls and credits, px. */
export const EDGE = { top: 12, right: 12, bottom: 28, left: 56 } as const
/** From the point to the box: past the largest ring and its halo, px. */
const GAP = 34
/** A mark reaches this far from its point, px. */
const REACH = 20
/** Covering its own point is worse than covering any number of others. */
const OWN = 1000

/**
 * Where the top left corner of a box goes so that it lies inside the map and beside its point: right of it,
 * left, beside all points, below or above, whichever hides the fewest of the points, its own before all. A
 * box larger than the map starts at the top left.
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

/** How far the map must be panned for a point to lie inside its free part; 0, 0 when it does. */
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

/** The lower limit wins where the two cross. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
