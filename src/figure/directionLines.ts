import { map as texts } from '../messages/map'
import type { Selection } from '../model/view'
import { totalOf } from '../query/classes'
import type { Count, GroupCounts } from '../query/counts'
import { countDirections, type Direction, directionsOf, hasLine } from '../query/directions'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { scaleAt } from './avoid'
import type { Pixel } from './camera'
import { groupLooks } from './groupColours'
import { countText } from './markPicture'
import { type MarkShape, PALE } from './markShape'
import type { MarkScene } from './marks'
import { markWords } from './markWords'
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
  /** Height in the stack: reports that say this of this pair, and others. */
  readonly rank: number
}

/** px. */
type Point = ReturnType<Viewport['project']>

/** More lines cannot be told apart, and would be slow. The table has every pair. */
const MAX_LINES = 300
/** Points of a curve. */
const STEPS = 24
/** How far the middle of a curve is from the straight line, part of its length; more per party. */
const BEND = { first: 0.12, next: 0.1 } as const
/** Kept free for the marks at both ends, px at full size. */
const ROOM = { origin: 5, settlement: 10, district: 18 } as const
/** Half the width of a line at its origin, more for many certain reports; at its head, px. */
const HALF = { none: 1, root: 1.1, most: 5, end: 0.8 } as const
const HEAD = { length: 11, half: 5 } as const
/** Steps of a dash and of the gap after it. */
const DASH = { on: 2, off: 1 } as const
/** Shorter lines have no direction that could be seen, px. */
const MIN_LENGTH = 12
const TEXT = { size: 11, half: 7, digit: 3.4, room: 4, baseline: 4 } as const

/**
 * The directions to draw: those of the slice if the layer is on, and those of the selection, whose
 * ids are in `selected`.
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
  const directions = [...shown.values()].filter(
    (direction) => hasLine(direction) && (isOn || selected.has(direction.id)),
  )
  return { directions, selected }
}

/** The lines in view, those that the most reports give on top. */
export function placeDirections(
  { directions, selected, conflict, theme }: Omit<MarkScene, 'marks'>,
  viewport: Viewport,
): DirectionLine[] {
  const palette = findPalette(theme)
  const looks = groupLooks(conflict, 'party', theme)
  const lines = directions.flatMap((direction): DirectionLine[] => {
    const { origin, target, groups, isExact } = direction
    if (!origin.at || !target.at) return []
    const [from, to] = [viewport.project(origin.at), viewport.project(target.at)]
    if (!isInside(from, to, viewport)) return []
    return splitByGroup(groups).map(({ index, own, count }, place) => {
      const curve = bend(from, to, place, isExact, scaleAt(viewport.zoom))
      const [x, y] = curve[STEPS / 2] ?? [0, 0]
      const { id = '', colour = '' } = looks[index] ?? {}
      return {
        id: `${direction.id} ${id}`,
        direction,
        label: texts.direction({
          origin: origin.name,
          target: target.name,
          counts: markWords(count, own, conflict, 'party'),
        }),
        at: [x, y],
        rank: count.certain + totalOf(count) / 1000,
        shape: shapeLine(
          curve.map((point): Pixel => [point[0] - x, point[1] - y]),
          { count, colour, isExact, isSelected: selected.has(direction.id) },
          palette,
        ),
      }
    })
  })
  return lines
    .filter(({ shape }) => shape.paths.length > 0)
    .slice(0, MAX_LINES)
    .sort((a, b) => a.rank - b.rank)
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
  const side = 2 * (BEND.first + BEND.next * place)
  const [cx, cy] = [(a.x + b.x) / 2 + side * dy, (a.y + b.y) / 2 - side * dx]
  const [first, last] = [(fit * begin) / length, 1 - (fit * end) / length]
  return Array.from({ length: STEPS + 1 }, (_, step): Pixel => {
    const t = first + ((last - first) * step) / STEPS
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return [p * a.x + q * cx + r * b.x, p * a.y + q * cy + r * b.y]
  })
}

interface LineLook {
  readonly count: Count
  readonly colour: string
  readonly isExact: boolean
  readonly isSelected: boolean
}

function shapeLine(
  curve: readonly Pixel[],
  { count, colour, isExact, isSelected }: LineLook,
  { ink, land, raised }: Palette,
): MarkShape {
  const total = totalOf(count)
  const value = total > 1 ? countText(count.certain, count.possible) : ''
  const half = Math.min(HALF.most, HALF.none + HALF.root * Math.sqrt(count.certain))
  const d = drawLine(curve, half, isExact)
  const side = value.length * TEXT.digit + TEXT.room
  const plate = `M${-side} ${-TEXT.half}H${side}V${TEXT.half}H${-side}Z`
  const isPale = count.certain === 0 || !isExact
  const paths = [
    ...(isSelected ? [{ d, stroke: ink, strokeWidth: 5 }] : []),
    { d, stroke: land, strokeWidth: 2 },
    { d, fill: colour, ...(isPale && { opacity: 2 * PALE }) },
    ...(value === '' ? [] : [{ d: plate, fill: raised, stroke: colour, strokeWidth: 1 }]),
  ]
  return {
    paths: curve.length === 0 ? [] : paths,
    text: value === '' ? null : { value, size: TEXT.size, fill: ink, y: TEXT.baseline },
    width: 2 * side,
    height: 2 * TEXT.half,
  }
}

/** A line that narrows to its head; in dashes where its ends are not exact. */
function drawLine(curve: readonly Pixel[], half: number, isExact: boolean): string {
  const tip = curve[STEPS] ?? [0, 0]
  const neck = curve.findLastIndex(([x, y]) => Math.hypot(tip[0] - x, tip[1] - y) >= HEAD.length)
  const sides = curve.map((point, step): [Pixel, Pixel] => {
    const width = half + ((HALF.end - half) * step) / STEPS
    return [beside(curve, point, step, width), beside(curve, point, step, -width)]
  })
  const band = (from: number, to: number) => {
    const part = sides.slice(from, to + 1)
    return outlineOf([...part.map(([left]) => left), ...part.map(([, right]) => right).reverse()])
  }
  const base = curve[Math.max(0, neck)] ?? tip
  const head = outlineOf([
    beside(curve, base, Math.max(0, neck), HEAD.half),
    tip,
    beside(curve, base, Math.max(0, neck), -HEAD.half),
  ])
  if (isExact) return band(0, Math.max(0, neck)) + head
  const parts: string[] = []
  for (let from = 0; from < neck; from += DASH.on + DASH.off) {
    parts.push(band(from, Math.min(neck, from + DASH.on)))
  }
  return parts.join('') + head
}

/** The point at a distance to the left of a point of the curve. */
function beside(curve: readonly Pixel[], [x, y]: Pixel, step: number, distance: number): Pixel {
  const before = curve[Math.max(0, step - 1)] ?? [x, y]
  const after = curve[Math.min(STEPS, step + 1)] ?? [x, y]
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
  const length = Math.hypot(dx, dy) || 1
  return [x + (dy / length) * distance, y - (dx / length) * distance]
}

function outlineOf(points: readonly Pixel[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
}

function isInside(a: Point, b: Point, { width, height }: Viewport): boolean {
  const isBetween = (one: number, other: number, most: number) =>
    Math.max(one, other) > 0 && Math.min(one, other) < most
  return isBetween(a.x, b.x, width) && isBetween(a.y, b.y, height)
}

/** A tenth of a px. */
function round(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
