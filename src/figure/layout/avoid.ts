import type { Position } from '../../model/place'
import { projectAt } from '../camera'
import { moveToFreePlace, type PixelCircle } from './freePlace'

export interface Circle {
  readonly at: Position
  /** px at full size. */
  readonly radius: number
}

/** The mark of a district. */
export interface Ring extends Circle {
  /** How far around its place its district reaches in every direction, px at zoom 0. */
  readonly room: number
}

/** How far a mark is drawn from its place: px, x to the right and y down. */
export type Offset = readonly [x: number, y: number]

/** Marks are smaller where districts are small: zoom and size at both ends. */
const SCALE = { near: 5.5, least: 0.72, far: 7.5, most: 1 } as const

/** Between two marks, px. */
const GAP = 2
/** The longest offset, px: a crowd stays a crowd rather than wander off. */
const FARTHEST = 34
/** The longest offset of a ring that would cover another one, px. */
const FARTHEST_OFF_RINGS = 48
const ROUNDS = 24
/** Zoom levels until marks are laid out again: distances grow with it, offsets do not. */
const UNTIL_NEXT = [0, 0.25, 0.49]
/** px²: a push ends on the line, give or take rounding. */
const TOUCHING = 1e-6

/** The size of marks at a zoom, 1 for full. */
export function scaleAt(zoom: number): number {
  const part = (zoom - SCALE.near) / (SCALE.far - SCALE.near)
  return SCALE.least + (SCALE.most - SCALE.least) * Math.min(1, Math.max(0, part))
}

/**
 * How far each ring must move at a zoom so that rings and settlement marks do not cover each other:
 * within its district if that is enough. Only rings move: unlike settlement marks they say nothing
 * about where in the district.
 */
export function spread(rings: readonly Ring[], fixed: readonly Circle[], zoom: number): Offset[] {
  const scale = scaleAt(zoom)
  const sized = ({ at, radius }: Circle) => ({ at: projectAt(zoom, at), radius: radius * scale })
  const rooms = rings.map(({ room }) => room * 2 ** zoom)
  return moveRings(rings.map(sized), rooms, fixed.map(sized), zoom)
}

/** Whether a ring is neither over its place nor, for sure, in its district: a line leads there. */
export function isAway({ radius, room }: Ring, [x, y]: Offset, zoom: number): boolean {
  return Math.hypot(x, y) > Math.max(radius * scaleAt(zoom), room * 2 ** zoom)
}

/** A circle that does not move, px from its place. */
export interface Obstacle extends Circle {
  readonly offset: Offset
}

/**
 * How far marks must move at a zoom: once off `names`, then off the marks before them and off
 * `rings` until they touch none. They stay near their places, except for a last step off a ring:
 * better over another mark than over a ring, whose number would read as another.
 */
export function avoid(
  marks: readonly Circle[],
  names: readonly Obstacle[],
  rings: readonly Obstacle[],
  zoom: number,
): Offset[] {
  const scale = scaleAt(zoom)
  const sized = ({ at, radius }: Circle) => ({ at: projectAt(zoom, at), radius: radius * scale })
  const standing = (obstacles: readonly Obstacle[]) =>
    Float64Array.from(
      obstacles.flatMap((obstacle) => {
        const { at, radius } = sized(obstacle)
        return [at[0] + obstacle.offset[0], at[1] + obstacle.offset[1], radius]
      }),
    )
  const nameCircles = standing(names)
  const ringCircles = standing(rings)
  const before = new Float64Array(3 * marks.length)
  const own = new Float64Array(2)
  return marks.map((mark, index) => {
    const { at, radius } = sized(mark)
    own.set(at)
    stepOff(own, radius, nameCircles, nameCircles.length)
    for (let round = 0; round < ROUNDS; round++) {
      const hadTo = stepOff(own, radius, before, 3 * index)
      clampDistance(own, 0, at)
      if (!stepOff(own, radius, ringCircles, ringCircles.length) && !hadTo) break
    }
    before.set([...own, radius], 3 * index)
    return [Math.round((own[0] ?? 0) - at[0]), Math.round((own[1] ?? 0) - at[1])]
  })
}

/** Moves `own` off each of the circles (x, y, radius) up to `end`; returns whether it moved. */
function stepOff(own: Float64Array, radius: number, circles: Float64Array, end: number): boolean {
  let hasMoved = false
  for (let other = 0; other < end; other += 3) {
    const distance = radius + (circles[other + 2] ?? 0) + GAP
    const x = (own[0] ?? 0) - (circles[other] ?? 0)
    const y = (own[1] ?? 0) - (circles[other + 1] ?? 0)
    if (x * x + y * y >= distance * distance - TOUCHING) continue
    move(own, 0, ...push(x, y, distance))
    hasMoved = true
  }
  return hasMoved
}

function moveRings(
  rings: readonly PixelCircle[],
  rooms: readonly number[],
  fixed: readonly PixelCircle[],
  zoom: number,
): Offset[] {
  const circles = [...rings, ...fixed]
  const now = Float64Array.from(circles.flatMap(({ at }) => at))
  const pairs = pairsOf(rings, circles, 2 * FARTHEST).filter(({ one, other }) => one < other)
  const isOfRings = ({ other }: Pair) => other < rings.length
  const ofRings = pairs.filter(isOfRings)
  const all = [...ofRings, ...pairs.filter((pair) => !isOfRings(pair))]
  const settle = (pairs: readonly Pair[], limitOf: (ring: number) => number) => {
    for (let round = 0; round < ROUNDS && moveApart(now, pairs, rings.length); round++) {
      rings.forEach(({ at }, index) => {
        clampDistance(now, index, at, limitOf(index))
      })
    }
  }
  settle(all, (ring) => Math.min(FARTHEST, rooms[ring] ?? 0))
  settle(all, () => FARTHEST)
  // Where it is too crowded for both: better over a settlement's mark than over another ring.
  settle(ofRings, () => FARTHEST_OFF_RINGS)
  const stages = UNTIL_NEXT.map((step) => ({
    distance: 2 ** step,
    size: scaleAt(zoom + step) / scaleAt(zoom),
  }))
  rings.forEach((_, ring) => {
    moveToFreePlace(now, ring, circles, stages)
  })
  return rings.map(({ at: [x, y] }, index) => [
    Math.round((now[2 * index] ?? x) - x),
    Math.round((now[2 * index + 1] ?? y) - y),
  ])
}

/**
 * Moves the circles of each pair half way from each other, or one of them all the way where the
 * other is not among the first `free`; returns whether any moved.
 */
function moveApart(now: Float64Array, pairs: readonly Pair[], free: number): boolean {
  let hasMoved = false
  for (const { one, other, distance } of pairs) {
    const x = (now[2 * one] ?? 0) - (now[2 * other] ?? 0)
    const y = (now[2 * one + 1] ?? 0) - (now[2 * other + 1] ?? 0)
    if (x * x + y * y >= distance * distance - TOUCHING) continue
    const [right, down] = push(x, y, distance)
    const share = other < free ? 1 / 2 : 1
    move(now, one, right * share, down * share)
    if (other < free) move(now, other, -right * share, -down * share)
    hasMoved = true
  }
  return hasMoved
}

interface Pair {
  readonly one: number
  readonly other: number
  /** Between their middles when they just touch. */
  readonly distance: number
}

/** The circles of two lists that can touch when together they move by at most `stray`. */
function pairsOf(
  circles: readonly PixelCircle[],
  others: readonly PixelCircle[],
  stray: number,
): Pair[] {
  const pairs: Pair[] = []
  circles.forEach(({ at: [x, y], radius }, one) => {
    others.forEach(({ at, radius: otherRadius }, other) => {
      const distance = radius + otherRadius + GAP
      const reach = distance + stray
      if (Math.abs(x - at[0]) >= reach || Math.abs(y - at[1]) >= reach) return
      pairs.push({ one, other, distance })
    })
  })
  return pairs
}

/** What moves a circle at x, y from another to a distance; upwards where they coincide. */
function push(x: number, y: number, distance: number): Offset {
  const apart = Math.hypot(x, y)
  if (apart < 0.01) return [0, -distance]
  const factor = (distance - apart) / apart
  return [x * factor, y * factor]
}

function move(places: Float64Array, index: number, x: number, y: number): void {
  places[2 * index] = (places[2 * index] ?? 0) + x
  places[2 * index + 1] = (places[2 * index + 1] ?? 0) + y
}

function clampDistance(
  places: Float64Array,
  index: number,
  [homeX, homeY]: Offset,
  limit = FARTHEST,
): void {
  const x = (places[2 * index] ?? 0) - homeX
  const y = (places[2 * index + 1] ?? 0) - homeY
  const far = Math.hypot(x, y)
  if (far <= limit) return
  places[2 * index] = homeX + (x * limit) / far
  places[2 * index + 1] = homeY + (y * limit) / far
}
