import { map as texts } from '../messages/compiled/map'
import type { Selection } from '../model/view'
import { totalOf } from '../query/classes'
import type { Count, GroupCounts } from '../query/counts'
import { countDirections, type Direction, directionsOf, hasLine } from '../query/directions'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import type { Pixel } from './camera'
import { groupLooks } from './groupColours'
import { scaleAt } from './layout/avoid'
import { countText } from './markPicture'
import { type MarkShape, PALE } from './markShape'
import type { MarkScene } from './marks'
import { markWords } from './markWords'
import { overlap, type Rectangle, rectangleAround } from './names/rectangle'
import { findPalette, type Palette } from './palette'
import type { Viewport } from './visibleMarks'

/** A line: the reports of one party about one pair of places. */
export interface DirectionLine {
  readonly id: string
  readonly direction: Direction
  /** Accessible name. */
  readonly label: string
  /** The middle of the line, px from the top left corner of the map. */
  readonly at: Pixel
  /** px from `at`; not scaled. */
  readonly shape: MarkShape
  readonly count: Count
}

/** px. */
type Point = ReturnType<Viewport['project']>

interface LineLook {
  readonly count: Count
  readonly colour: string
  readonly isExact: boolean
  readonly isSelected: boolean
}

/** With more pairs, those that no report says outright are left out. The table has them all. */
const MAX_DOUBTFUL = 60
/** More lines would be slow. */
const MAX_LINES = 300
/** Pieces of a curve. */
const STEPS = 24
/** Pieces of a dash; the gap after it is one. */
const DASH = 2
/** How far a curve is from the straight line: part of its length, at most px for each party. */
const BEND = { first: 0.12, next: 0.1, px: 24 } as const
/** Kept free for the marks at both ends, px at full size. */
const ROOM = { origin: 5, settlement: 10, district: 18 } as const
/** Half the width of a line at its origin, more for many certain reports; at its head, px. */
const HALF = { none: 1, root: 1.1, most: 5, end: 0.8 } as const
const HEAD = { length: 11, half: 5 } as const
/** Shorter lines have no direction that could be seen, px. */
const MIN_LENGTH = 12
const TEXT = { size: 11, half: 7, digit: 3.4, room: 4, baseline: 4 } as const

/**
 * The directions to draw: those of the slice if the layer is on, and those of the selection, whose
 * ids are in `selected`. Of many, only those that a report says outright: most others are wrong.
 */
export function findDirections(
  dataset: Dataset,
  slice: Slice,
  selection: Selection | null,
  isOn: boolean,
): Pick<MarkScene, 'directions' | 'selected'> {
  if (dataset.origins.length === 0) return { directions: [], selected: new Set() }
  const isPair = selection?.kind === 'direction'
  const row = selection?.kind === 'incident' ? dataset.rowOf.get(selection.id) : undefined
  const own = row === undefined ? [] : directionsOf(dataset, row).pairs
  const selected = new Set(isPair ? [selection.id] : own.map(({ id }) => id))
  const ofSlice = isOn || isPair ? countDirections(dataset, slice).pairs : []
  const shown = new Map([...own, ...ofSlice].map((direction) => [direction.id, direction]))
  const lines = [...shown.values()].filter(hasLine)
  const isFew = lines.length <= MAX_DOUBTFUL
  const directions = lines.filter(
    ({ id, isSaid }) => selected.has(id) || (isOn && (isSaid || isFew)),
  )
  return { directions, selected }
}

/**
 * The lines in view, those that the most reports give on top. A number that would cover that of
 * such a line is left out.
 */
export function placeDirections(
  { directions, selected, conflict, theme }: Omit<MarkScene, 'marks'>,
  viewport: Viewport,
): DirectionLine[] {
  const palette = findPalette(theme)
  const looks = groupLooks(conflict, 'party', theme)
  const lines = directions.flatMap((direction) => {
    const { origin, target, groups, isExact } = direction
    if (!origin.at || !target.at) return []
    const [from, to] = [viewport.project(origin.at), viewport.project(target.at)]
    if (!isInside(from, to, viewport)) return []
    return splitByGroup(groups).flatMap(({ index, own, count }, place) => {
      const curve = bend(from, to, place, isExact, scaleAt(viewport.zoom))
      const at = curve[STEPS / 2]
      if (!at) return []
      const names = { origin: origin.name, target: target.name }
      const colour = looks[index]?.colour ?? ''
      const look = { count, colour, isExact, isSelected: selected.has(direction.id) }
      const label = texts.direction({ ...names, counts: markWords(count, own, conflict, 'party') })
      return { id: `${direction.id} ${index}`, direction, label, at, curve, look }
    })
  })
  const rank = ({ look: { count } }: (typeof lines)[number]) =>
    count.certain + totalOf(count) / 1000
  const numbers: Rectangle[] = []
  return lines
    .sort((a, b) => rank(a) - rank(b))
    .slice(-MAX_LINES)
    .reverse()
    .map(({ curve, look, ...line }) => {
      const { at } = line
      const value =
        totalOf(look.count) > 1 ? countText(look.count.certain, look.count.possible) : ''
      const plate = rectangleAround(at, plateHalf(value), TEXT.half)
      const isFree = value !== '' && !numbers.some((other) => overlap(other, plate))
      if (isFree) numbers.push(plate)
      const around = curve.map(([x, y]): Pixel => [x - at[0], y - at[1]])
      const shape = shapeLine(around, look, isFree ? value : '', palette)
      return { ...line, count: look.count, shape }
    })
    .reverse()
}

/** The counts of each group that has any, alone. */
function splitByGroup({ certain, possible }: GroupCounts) {
  return certain.flatMap((sure, index) => {
    const count = { certain: sure, possible: possible[index] ?? 0 }
    const only = (counts: readonly number[]) => counts.map((n, at) => (at === index ? n : 0))
    const own = { certain: only(certain), possible: only(possible) }
    return totalOf(count) > 0 ? [{ index, own, count }] : []
  })
}

/** Points from one place to another, to the left of the straight line. Empty where it is short. */
function bend(a: Point, b: Point, place: number, isExact: boolean, scale: number): Pixel[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = Math.hypot(dx, dy)
  const end = (isExact ? ROOM.settlement : ROOM.district) * scale
  const begin = (isExact ? ROOM.origin : ROOM.district) * scale
  // Near each other, the marks cover more of the line rather than all of it.
  const fit = Math.min(1, (0.5 * length) / (begin + end))
  if (length - fit * (begin + end) < MIN_LENGTH) return []
  const part = BEND.first + BEND.next * place
  const side = 2 * Math.min(part, ((place + 1) * BEND.px) / length)
  const [cx, cy] = [(a.x + b.x) / 2 + side * dy, (a.y + b.y) / 2 - side * dx]
  const [first, last] = [(fit * begin) / length, 1 - (fit * end) / length]
  return Array.from({ length: STEPS + 1 }, (_, step): Pixel => {
    const t = first + ((last - first) * step) / STEPS
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return [p * a.x + q * cx + r * b.x, p * a.y + q * cy + r * b.y]
  })
}

function shapeLine(
  curve: readonly Pixel[],
  { count, colour, isExact, isSelected }: LineLook,
  value: string,
  { ink, land, raised }: Palette,
): MarkShape {
  const half = Math.min(HALF.most, HALF.none + HALF.root * Math.sqrt(count.certain))
  const d = drawLine(curve, half, isExact ? STEPS : DASH)
  const side = plateHalf(value)
  const plate = `M${-side} ${-TEXT.half}H${side}V${TEXT.half}H${-side}Z`
  const isPale = count.certain === 0 || !isExact
  return {
    paths: [
      ...(isSelected ? [{ d, stroke: ink, strokeWidth: 5 }] : []),
      { d, stroke: land, strokeWidth: 2 },
      { d, fill: colour, ...(isPale && { opacity: 2 * PALE }) },
      ...(value === '' ? [] : [{ d: plate, fill: raised, stroke: colour, strokeWidth: 1 }]),
    ],
    text: value === '' ? null : { value, size: TEXT.size, fill: ink, y: TEXT.baseline },
    width: 2 * side,
    height: 2 * TEXT.half,
  }
}

/** Half the width of a number's plate, px. */
function plateHalf(value: string): number {
  return value.length * TEXT.digit + TEXT.room
}

/** Dashes that get narrower, and a head. */
function drawLine(curve: readonly Pixel[], half: number, dash: number): string {
  const tip = curve[STEPS] ?? [0, 0]
  const far = curve.findLastIndex(([x, y]) => Math.hypot(tip[0] - x, tip[1] - y) >= HEAD.length)
  const neck = Math.max(0, far)
  /** Beside a point of the curve, `width` px to the left. */
  const beside = (step: number, width: number): Pixel => {
    const [x, y] = curve[step] ?? tip
    const [from, to] = [curve[Math.max(0, step - 1)] ?? tip, curve[step + 1] ?? tip]
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.hypot(dx, dy) || 1
    return [x + (dy / length) * width, y - (dx / length) * width]
  }
  const widthAt = (step: number) => half + ((HALF.end - half) * step) / STEPS
  const outlines = [[beside(neck, HEAD.half), tip, beside(neck, -HEAD.half)]]
  for (let from = 0; from < neck; from += dash + 1) {
    const { length } = curve.slice(from, Math.min(neck, from + dash) + 1)
    const steps = Array.from({ length }, (_, index) => from + index)
    const left = steps.map((step) => beside(step, widthAt(step)))
    const right = steps.map((step) => beside(step, -widthAt(step)))
    outlines.push([...left, ...right.reverse()])
  }
  const tenth = (value: number) => Math.round(value * 10) / 10 + 0
  return outlines
    .map((points) => `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`)
    .join('')
}

function isInside(a: Point, b: Point, { width, height }: Viewport): boolean {
  const isBetween = (one: number, other: number, most: number) =>
    Math.max(one, other) > 0 && Math.min(one, other) < most
  return isBetween(a.x, b.x, width) && isBetween(a.y, b.y, height)
}
