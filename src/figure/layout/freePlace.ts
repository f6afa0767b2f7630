/** A circle on the screen, px. */
export interface PixelCircle {
  readonly at: readonly [x: number, y: number]
  readonly radius: number
}

/** How much farther apart places are, and how much larger marks, as one zooms. */
interface Stage {
  readonly distance: number
  readonly size: number
}

/** Between two marks, px. */
const GAP = 1
/** From the place of a ring, the shortest first, px. */
const AROUND = Array.from({ length: 24 * 16 }, (_, index) => {
  const [distance, angle] = [4 + 4 * Math.floor(index / 16), (index % 16) * (Math.PI / 8)]
  return [distance * Math.cos(angle), distance * Math.sin(angle)] as const
})
/** px: marks farther off are never in the way. */
const NEAR = 200
/** Among more marks than this nearby there is no free place. */
const MAX_NEAR = 100

/**
 * Moves a ring that is over another mark to the nearest place that is free in all stages, if any.
 * `now` has x and y of each circle where it is drawn, `circles` their own places.
 */
export function moveToFreePlace(
  now: Float64Array,
  ring: number,
  circles: readonly PixelCircle[],
  stages: readonly Stage[],
): void {
  const { at: home = [0, 0], radius: own = 0 } = circles[ring] ?? {}
  const near = circles.flatMap(({ at, radius }, other) => {
    const isNear = Math.abs(at[0] - home[0]) < NEAR && Math.abs(at[1] - home[1]) < NEAR
    return isNear && other !== ring ? { at, radius, other } : []
  })
  if (near.length > MAX_NEAR) return
  const isFree = (right: number, down: number, gap: number) =>
    stages.every(({ distance, size }) =>
      near.every(({ at, radius, other }) => {
        const to = (axis: 0 | 1) =>
          (at[axis] - home[axis]) * distance + (now[2 * other + axis] ?? 0) - at[axis]
        return Math.hypot(to(0) - right, to(1) - down) >= (own + radius) * size + gap
      }),
    )
  const [x, y] = [now[2 * ring] ?? 0, now[2 * ring + 1] ?? 0]
  if (isFree(x - home[0], y - home[1], -GAP)) return
  const free = AROUND.find(([right, down]) => isFree(right, down, GAP))
  if (free) now.set([home[0] + free[0], home[1] + free[1]], 2 * ring)
}
