import { type Pixel, projectAt } from '../camera'
import { type Circle, scaleAt } from './avoid'

/** Of a mark for several settlements, px. */
const RADIUS = 14

interface Bundle {
  readonly at: Pixel
  readonly marks: number[]
  radius: number
}

/**
 * Joins marks that would cover each other at a zoom. Returns the indices of the marks of each
 * bundle, most of them with one mark. A bundle is at its first mark: those before are preferred.
 */
export function bundle(marks: readonly Circle[], zoom: number): number[][] {
  const scale = scaleAt(zoom)
  const [world] = projectAt(zoom, [180, 0])
  let bundles = marks.map(
    ({ at, radius }, index): Bundle => ({
      at: projectAt(zoom, at),
      marks: [index],
      radius: radius * scale,
    }),
  )
  for (;;) {
    const joined: Bundle[] = []
    for (const next of bundles) {
      const covered = joined.find((other) => isCovered(next, other, world))
      if (!covered) {
        joined.push(next)
        continue
      }
      covered.marks.push(...next.marks)
      covered.radius = RADIUS * scale
    }
    if (joined.length === bundles.length) return joined.map(({ marks }) => marks)
    // A bundle is larger than its first mark was.
    bundles = joined
  }
}

/** `world`: px around it. The west of 180 degrees is next to its east. */
function isCovered(one: Bundle, other: Bundle, world: number): boolean {
  const [x, y] = [one.at[0] - other.at[0], one.at[1] - other.at[1]]
  return Math.hypot(x - world * Math.round(x / world), y) < one.radius + other.radius
}
