import type { Position } from '../types'

export interface Disc {
  readonly at: Position
  /** px at full size. */
  readonly radius: number
}

/** px, x to the right and y down. */
export type Shift = readonly [x: number, y: number]

/** A range of zoom that is laid out as one: from a whole level on, as it looks at a typical zoom within. */
export interface Level {
  readonly from: number
  readonly zoom: number
}

/** Whole country, focus districts on a phone, on a desk. Closer in, marks only stand further apart. */
export const LEVELS: readonly Level[] = [
  { from: 0, zoom: 6.2 },
  { from: 7, zoom: 7.05 },
  { from: 8, zoom: 8.2 },
]

/** Marks are drawn smaller where districts are small: zoom and size of the two ends. */
export const SCALE = { near: 5.5, least: 0.72, far: 7.5, most: 1 } as const

/** Between two marks, px. */
const GAP = 2
/** A ring does not stray further, px: a crowd stays a crowd rather than wander off. */
const FARTHEST = 34
const ROUNDS = 24

/** The size of marks at a zoom, 1 for full. */
export function scaleAt(zoom: number): number {
  const part = (zoom - SCALE.near) / (SCALE.far - SCALE.near)
  return SCALE.least + (SCALE.most - SCALE.least) * Math.min(1, Math.max(0, part))
}

/** Which of LEVELS holds at a zoom. */
export function levelAt(zoom: number): number {
  return LEVELS.findLastIndex(({ from }) => zoom >= from)
}

/**
 * How far each ring must step aside, at each level, for rings and settlement marks not to cover one
 * another. Only rings move: they say nothing about where in the district, settlement marks do. Same input,
 * same shifts.
 */
export function declutter(rings: readonly Disc[], fixed: readonly Disc[]): Shift[][] {
  const byLevel = LEVELS.map(({ zoom }) => {
    const scale = scaleAt(zoom)
    const sized = ({ at, radius }: Disc) => ({ at: project(at, zoom), radius: radius * scale })
    return shiftsOf(rings.map(sized), fixed.map(sized))
  })
  return rings.map((_, index) => byLevel.map((shifts) => shifts[index] ?? [0, 0]))
}

/** Something that stands still, px from its place. */
export interface Obstacle extends Disc {
  readonly shift: Shift
}

/** How far marks must step aside at a zoom for what stands still, and for the marks before them. */
export function stepAside(
  marks: readonly Disc[],
  obstacles: readonly Obstacle[],
  zoom: number,
): Shift[] {
  const scale = scaleAt(zoom)
  const sized = ({ at, radius }: Disc) => ({ at: project(at, zoom), radius: radius * scale })
  const placed: Circle[] = obstacles.map((obstacle) => {
    const { at, radius } = sized(obstacle)
    const [x, y] = obstacle.shift
    return { at: [at[0] + x, at[1] + y], radius }
  })
  return marks.map((mark) => {
    const { at, radius } = sized(mark)
    const own: [number, number] = [at[0], at[1]]
    for (const other of placed) {
      const distance = radius + other.radius + GAP
      // Most are far off, which shows without a root.
      if (Math.abs(own[0] - other.at[0]) >= distance) continue
      if (Math.abs(own[1] - other.at[1]) >= distance) continue
      move(own, ...push(own, other.at, distance))
    }
    placed.push({ at: own, radius })
    return [Math.round(own[0] - at[0]), Math.round(own[1] - at[1])]
  })
}

interface Circle {
  readonly at: Shift
  readonly radius: number
}

function shiftsOf(rings: readonly Circle[], fixed: readonly Circle[]): Shift[] {
  const now = rings.map(({ at: [x, y] }): [number, number] => [x, y])
  const meeting = pairsOf(rings, rings, 2 * FARTHEST).filter(([one, other]) => one < other)
  const inTheWay = pairsOf(rings, fixed, FARTHEST)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [one, other] of meeting) {
      const [a, b] = [now[one], now[other]]
      if (!a || !b) continue
      const [x, y] = push(a, b, distanceOf(rings[one], rings[other]))
      move(a, x / 2, y / 2)
      move(b, -x / 2, -y / 2)
    }
    for (const [one, mark] of inTheWay) {
      const [own, other] = [now[one], fixed[mark]]
      if (own && other) move(own, ...push(own, other.at, distanceOf(rings[one], other)))
    }
    rings.forEach(({ at }, index) => {
      const own = now[index]
      if (own) hold(own, at)
    })
  }
  return rings.map(({ at }, index) => {
    const own = now[index] ?? at
    return [Math.round(own[0] - at[0]), Math.round(own[1] - at[1])]
  })
}

/** Which of two lists of circles can touch when they stray so far together; all others never need to be looked at. */
function pairsOf(
  circles: readonly Circle[],
  others: readonly Circle[],
  stray: number,
): (readonly [number, number])[] {
  return circles.flatMap((circle, index) =>
    others.flatMap((other, otherIndex) => {
      const reach = distanceOf(circle, other) + stray
      const [x, y] = [circle.at[0] - other.at[0], circle.at[1] - other.at[1]]
      return Math.abs(x) < reach && Math.abs(y) < reach ? [[index, otherIndex] as const] : []
    }),
  )
}

/** Between the middles of two circles that just do not touch. */
function distanceOf(circle: Circle | undefined, other: Circle | undefined): number {
  return (circle?.radius ?? 0) + (other?.radius ?? 0) + GAP
}

/** Web Mercator, px at a zoom. */
function project([lon, lat]: Position, zoom: number): Shift {
  const pixelsPerDegree = (512 * 2 ** zoom) / 360
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return [lon * pixelsPerDegree, (-north * 180 * pixelsPerDegree) / Math.PI]
}

/** What moves `a` away from `b` to a distance; upwards where they are at one place. */
function push(a: Shift, b: Shift, distance: number): Shift {
  const x = a[0] - b[0]
  const y = a[1] - b[1]
  const apart = Math.hypot(x, y)
  if (apart >= distance) return [0, 0]
  if (apart < 0.01) return [0, -distance]
  const factor = (distance - apart) / apart
  return [x * factor, y * factor]
}

function move(at: [number, number], x: number, y: number): void {
  at[0] += x
  at[1] += y
}

function hold(at: [number, number], home: Shift): void {
  const x = at[0] - home[0]
  const y = at[1] - home[1]
  const far = Math.hypot(x, y)
  if (far <= FARTHEST) return
  at[0] = home[0] + (x * FARTHEST) / far
  at[1] = home[1] + (y * FARTHEST) / far
}
