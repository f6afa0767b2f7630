import type { Pixel } from './camera'

/**
 * Index of the point nearest to the one at `from` among those that are within 45° of a direction;
 * -1 if there is none. Each point is in one of the four directions, even on the diagonals: so
 * repeated steps reach every one.
 *
 * @param direction one step: [0, 1] is down
 */
export function findNearest(points: readonly Pixel[], from: Pixel, [right, down]: Pixel): number {
  let best = -1
  let least = Infinity
  points.forEach(([x, y], index) => {
    const [dx, dy] = [x - from[0], y - from[1]]
    const along = dx * right + dy * down
    const distance = Math.hypot(dx, dy)
    const aside = dx * down - dy * right
    if (along <= 0 || aside <= -along || aside > along || distance >= least) return
    best = index
    least = distance
  })
  return best
}
