import { type Camera, MIN_ZOOM, type Pixel, unproject } from '../camera'
import { isInside, overlap, type Rectangle } from '../names/rectangle'

/** px at the edges of the map that stay free for its controls and credits. */
export const EDGE = { top: 12, right: 12, bottom: 28, left: 56 } as const
/** Between the box and what it is about, px. */
const GAP = 12
/** The map moves this far to leave what is read over it uncovered, and what is pressed, px. */
const COVERED = { read: 160, pressed: 600 } as const

/** px. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface PopupPosition {
  /** The top left corner of the box once the map has moved, px. */
  readonly corner: Pixel
  /** How far the ground moves on the screen, px; 0, 0 if it need not. */
  readonly move: Pixel
}

/** What else lies over the map, px. */
export type Others = Readonly<Record<keyof typeof COVERED, readonly Rectangle[]>>

/** The part of a map that a box and what it is about are placed in. */
export function frameOf({ width, height }: Size): Rectangle {
  const { left, top, right, bottom } = EDGE
  return { left, top, right: width - right, bottom: height - bottom }
}

/**
 * Places a box beside `subject`, all of it in the frame, so that it covers none of it and the map
 * moves the least, and more if that leaves `others` uncovered. Of equal places it takes the one
 * nearest to the first part. Without room for all parts the last ones are dropped.
 */
export function placePopup(
  subject: readonly Rectangle[],
  box: Size,
  frame: Rectangle,
  others: Others = { read: [], pressed: [] },
): PopupPosition {
  for (let count = subject.length; count > 0; count--) {
    const found = placeBeside(subject.slice(0, count), box, frame, others)
    if (found) return found
  }
  return { corner: [frame.left, frame.top], move: [0, 0] }
}

/**
 * The least move of the map that brings `subject` into the frame; of what does not fit, as many of
 * the first parts as do.
 */
export function moveInto(subject: readonly Rectangle[], frame: Rectangle): Pixel {
  for (let count = subject.length; count > 0; count--) {
    const parts = subject.slice(0, count)
    const [x, y] = [least(across(parts, frame)), least(down(parts, frame))]
    if (x !== null && y !== null) return [x, y]
  }
  return [0, 0]
}

/** The camera after the ground has moved on the screen, px. */
export function moveCamera(camera: Camera, [x, y]: Pixel): Camera {
  return { ...camera, center: unproject(camera, [camera.width / 2 - x, camera.height / 2 - y]) }
}

/**
 * The camera that shows all of `subject` in the frame: moved the least, and further out only if it
 * does not fit as it is.
 */
export function fitInto(subject: readonly Rectangle[], camera: Camera, frame: Rectangle): Camera {
  if (subject.length === 0) return camera
  const [x, y] = [least(across(subject, frame)), least(down(subject, frame))]
  if (x !== null && y !== null) return moveCamera(camera, [x, y])
  const left = Math.min(...subject.map((part) => part.left))
  const top = Math.min(...subject.map((part) => part.top))
  const right = Math.max(...subject.map((part) => part.right))
  const bottom = Math.max(...subject.map((part) => part.bottom))
  const scale = Math.min(
    Math.max(1, frame.right - frame.left) / (right - left),
    Math.max(1, frame.bottom - frame.top) / (bottom - top),
  )
  const center = unproject(camera, [(left + right) / 2, (top + bottom) / 2])
  const zoom = Math.max(MIN_ZOOM, camera.zoom + Math.log2(scale))
  return moveCamera({ ...camera, center, zoom }, [
    (frame.left + frame.right - camera.width) / 2,
    (frame.top + frame.bottom - camera.height) / 2,
  ])
}

/** Lowest and highest of the moves, px, that bring something into the frame. */
type Range = readonly [low: number, high: number]

function across(parts: readonly Rectangle[], frame: Rectangle): Range {
  return [
    frame.left - Math.min(...parts.map(({ left }) => left)),
    frame.right - Math.max(...parts.map(({ right }) => right)),
  ]
}

function down(parts: readonly Rectangle[], frame: Rectangle): Range {
  return [
    frame.top - Math.min(...parts.map(({ top }) => top)),
    frame.bottom - Math.max(...parts.map(({ bottom }) => bottom)),
  ]
}

/** The shortest move of a range; null if it is empty. */
function least([low, high]: Range): number | null {
  return low > high ? null : clamp(0, low, high)
}

function placeBeside(
  parts: readonly Rectangle[],
  { width, height }: Size,
  frame: Rectangle,
  others: Others,
): PopupPosition | null {
  const [first] = parts
  if (!first) return null
  // In one direction next to a part; in the other wherever it is nearest to the first one.
  const columns = parts.flatMap(({ left, right }) => [right + GAP, left - GAP - width])
  const rows = parts.flatMap(({ top, bottom }) => [bottom + GAP, top - GAP - height])
  const places = [
    ...columns.flatMap((x) => [null, ...rows].map((y) => [x, y] as const)),
    ...rows.map((y) => [null, y] as const),
  ]
  let best: PopupPosition | null = null
  let lowest: readonly number[] = [Infinity]
  for (const [x, y] of places) {
    const moveX = least(withSide(across(parts, frame), x, width, frame.left, frame.right))
    const moveY = least(withSide(down(parts, frame), y, height, frame.top, frame.bottom))
    if (moveX === null || moveY === null) continue
    const moved = parts.map((part) => shift(part, moveX, moveY))
    const target = shift(first, moveX, moveY)
    const middleX = (target.left + target.right - width) / 2
    const middleY = (target.top + target.bottom - height) / 2
    const corner = [
      x === null ? clamp(middleX, frame.left, frame.right - width) : x + moveX,
      y === null ? clamp(middleY, frame.top, frame.bottom - height) : y + moveY,
    ] as const
    const [left, top] = corner
    const box = { left, top, right: left + width, bottom: top + height }
    if (!isInside(box, frame) || moved.some((part) => overlap(part, box))) continue
    const cost = [
      Math.hypot(moveX, moveY) + costOf(box, others, 'read') + costOf(box, others, 'pressed'),
      Math.hypot(left - middleX, top - middleY),
    ]
    if (isLower(cost, lowest)) {
      best = { corner, move: [moveX, moveY] }
      lowest = cost
    }
  }
  return best
}

function costOf(box: Rectangle, others: Others, of: keyof Others): number {
  return others[of].some((other) => overlap(box, other)) ? COVERED[of] : 0
}

/** The moves of a range that keep a side of the box in the frame too, if it moves along. */
function withSide(
  [low, high]: Range,
  start: number | null,
  length: number,
  from: number,
  to: number,
): Range {
  if (start === null) return [low, high]
  return [Math.max(low, from - start), Math.min(high, to - length - start)]
}

function shift({ left, top, right, bottom }: Rectangle, x: number, y: number): Rectangle {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

/** Whether the first difference of two lists of costs is in favour of the first. */
function isLower(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, cost] of a.entries()) {
    const other = b[index] ?? Infinity
    if (cost !== other) return cost < other
  }
  return false
}

/** The lower limit wins if the two cross. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
