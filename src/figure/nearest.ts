import type { Pixel } from './camera'

/**
 * Index of the point nearest to the one at `from` among those that are no more than 45° off a
 * direction; -1 if there is none. Of points in different places, repeated steps reach every one.
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
    if (along <= 0 || Math.abs(dx * down - dy * right) > along || distance >= least) return
    best = index
    least = distance
  })
  return best
}
