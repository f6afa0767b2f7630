import type { GroupLook } from './groupColours'
import type { Offset } from './layout/avoid'
import { halfWidth, type MarkPicture, STACKED } from './markPicture'
import { LEADER } from './names/nameStyle'
import type { Palette } from './palette'

/** A part of a drawing: `d` of an SVG path, px, filled or stroked. */
export interface ShapePath {
  readonly d: string
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly opacity?: number
}

/** A mark at full size, in px from its middle, y down. Paths from bottom to top, text over all. */
export interface MarkShape {
  readonly paths: readonly ShapePath[]
  /** Semi-bold and centred on the middle; `y` is its baseline. */
  readonly text: {
    readonly value: string
    readonly size: number
    readonly fill: string
    readonly y: number
  } | null
  /** Without the rim and the halo of a selected mark. */
  readonly width: number
  readonly height: number
}

/** Opacity of reports that only overlap the window. */
export const PALE = 0.32
/** Between two groups, px. */
const GAP = 1.6
/** Width of a notch and of the line in a double arc, px. Notches repeat every four widths. */
const NOTCH = 1.2
/** From the corners of a diamond with a number to those of the plate inside, px. */
const FRAME = 4
/** Width of the outline of a single possible report, across a corner, px. */
const OUTLINE = 1.5
/** The ground's colour round a mark, px, so that marks that touch stay apart. */
const RIM = 1.25
/** Round a selected mark, px: free room, then a line. */
const HALO = { gap: 2.5, line: 2 } as const
/** Height of the digits of Inter, em. */
const DIGIT_HEIGHT = 0.727

/**
 * Draws a mark: a ring with an arc per group, the diamond of a settlement, or a stack of diamonds
 * for several. `looks` are those of the groups of the colouring, in order.
 */
export function shapeMark(
  picture: MarkPicture,
  looks: readonly GroupLook[],
  palette: Palette,
  isSelected: boolean,
): MarkShape {
  const { shape, radius } = picture
  const { ink, land, raised, inkSecond } = palette
  const outline = (beyond: number, fill: string) => ({ d: drawOutline(picture, beyond), fill })
  const halo = [outline(HALO.gap + HALO.line, ink), outline(HALO.gap, raised)]
  const draw = shape === 'ring' ? drawArcs : drawSectors
  return {
    paths: [
      ...(isSelected ? halo : []),
      outline(RIM, land),
      ...(shape === 'stack' ? drawLower(radius, inkSecond, land, raised) : [outline(0, raised)]),
      ...draw(picture, findShares(picture, looks), raised),
    ],
    text: placeText(picture, ink),
    width: 2 * halfWidth(picture),
    height: 2 * radius,
  }
}

/** The line from the middle of a mark to its place, which has a dot; to lie below all marks. */
export function shapeLeader([x, y]: Offset, { land, ink }: Palette): MarkShape {
  const d = `M0 0L${-x} ${-y}`
  const r = LEADER.dot
  const dot = `M${-x - r} ${-y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
  return {
    paths: [
      { d: d + dot, stroke: land, strokeWidth: LEADER.width + LEADER.halo },
      { d, stroke: ink, strokeWidth: LEADER.width },
      { d: dot, fill: ink },
    ],
    text: null,
    width: 0,
    height: 0,
  }
}

/** A group's share of the whole: certain reports up to `middle`, then possible ones. */
interface Share {
  readonly look: GroupLook
  readonly begin: number
  readonly middle: number
  readonly end: number
}

function findShares({ certain, possible }: MarkPicture, looks: readonly GroupLook[]): Share[] {
  const total = [...certain, ...possible].reduce((sum, count) => sum + count, 0)
  let before = 0
  return looks.flatMap((look, group) => {
    const begin = before
    const middle = begin + (certain[group] ?? 0)
    before = middle + (possible[group] ?? 0)
    if (before === begin) return []
    return [{ look, begin: begin / total, middle: middle / total, end: before / total }]
  })
}

/** Where groups meet, also at 12 o'clock; none where there is one group only. */
function findBorders(shares: readonly Share[]): number[] {
  return shares.length > 1 ? shares.map(({ begin }) => begin) : []
}

/** The certain part of each share, and the possible one, pale. */
function paintShares(
  shares: readonly Share[],
  draw: (begin: number, end: number) => string,
  paint: (colour: string) => Omit<ShapePath, 'd'>,
): ShapePath[] {
  return shares.flatMap(({ look, begin, middle, end }) => [
    ...(middle > begin ? [{ d: draw(begin, middle), ...paint(look.colour) }] : []),
    ...(end > middle ? [{ d: draw(middle, end), ...paint(look.colour), opacity: PALE }] : []),
  ])
}

/** One path of all lines; none where there are none. */
function line(parts: readonly string[], stroke: string, strokeWidth: number): ShapePath[] {
  return parts.length === 0 ? [] : [{ d: parts.join(''), stroke, strokeWidth }]
}

function drawArcs({ radius }: MarkPicture, shares: readonly Share[], raised: string): ShapePath[] {
  const band = Math.min(5, Math.max(3.5, radius * 0.22))
  const middle = radius - band / 2
  const spoke = (share: number) => `M${onCircle(share, radius - band)}L${onCircle(share, radius)}`
  const cues = shares.flatMap(({ look, begin, end }) => {
    if (look.cue === 'notched') return findNotches(begin, end, middle).map(spoke)
    return look.cue === 'double' ? [arc(begin, end, middle)] : []
  })
  return [
    ...paintShares(
      shares,
      (begin, end) => arc(begin, end, middle),
      (stroke) => ({ stroke, strokeWidth: band }),
    ),
    ...line(cues, raised, NOTCH),
    ...line(findBorders(shares).map(spoke), raised, GAP),
  ]
}

/** The middles of the notches of an arc. */
function findNotches(begin: number, end: number, radius: number): number[] {
  const turn = 2 * Math.PI * radius
  const first = NOTCH / 2 / turn
  const step = (4 * NOTCH) / turn
  const count = Math.ceil((end - begin - first) / step)
  return Array.from({ length: Math.max(0, count) }, (_, at) => begin + first + at * step)
}

function drawSectors(
  { radius, text }: MarkPicture,
  shares: readonly Share[],
  raised: string,
): ShapePath[] {
  const sectors = paintShares(
    shares,
    (begin, end) => sector(begin, end, radius),
    (fill) => ({ fill }),
  )
  const borders = findBorders(shares).map((share) => `M0 0L${onDiamond(share, radius)}`)
  const [only] = shares
  if (text !== '') {
    const plate = { d: diamond(radius - FRAME), fill: raised }
    return [...sectors, ...line(borders, raised, GAP), plate]
  }
  // A single possible report has an outline: pale on pale it would be lost.
  const outline = only && only.middle === only.begin ? [diamond(radius - OUTLINE / 2)] : []
  return [...sectors, ...line(outline, only?.look.colour ?? '', OUTLINE * Math.SQRT1_2)]
}

/** The edges of the lower diamonds of a stack, and the ground of the upper one. */
function drawLower(radius: number, edge: string, rim: string, raised: string): ShapePath[] {
  return [
    { d: diamond(radius, -STACKED) + diamond(radius, STACKED), fill: edge },
    { d: diamond(radius + RIM), fill: rim },
    { d: diamond(radius), fill: raised },
  ]
}

function placeText({ shape, radius, text }: MarkPicture, fill: string): MarkShape['text'] {
  if (text === '') return null
  const size = shape !== 'ring' ? 11 : text.length > 3 ? 12 : radius < 18 ? 13 : 15
  return { value: text, size, fill, y: round((size * DIGIT_HEIGHT) / 2) }
}

function drawOutline(picture: MarkPicture, beyond: number): string {
  const radius = picture.radius + beyond
  if (picture.shape === 'ring') return arc(0, 1, radius)
  if (picture.shape === 'diamond') return diamond(radius)
  return [-STACKED, 0, STACKED].map((x) => diamond(radius, x)).join('')
}

/** Clockwise from 12 o'clock, in two halves: an SVG arc cannot be a whole turn. */
function arc(begin: number, end: number, radius: number): string {
  const far = round(radius)
  const [first, middle, last] = [begin, (begin + end) / 2, end].map((at) => onCircle(at, radius))
  const close = end - begin === 1 ? 'Z' : ''
  return `M${first}A${far} ${far} 0 0 1 ${middle}A${far} ${far} 0 0 1 ${last}${close}`
}

/** A piece of a diamond, with the corners that it has. */
function sector(begin: number, end: number, radius: number): string {
  const corners = [0.25, 0.5, 0.75].filter((share) => share > begin && share < end)
  const outline = [begin, ...corners, end].map((share) => onDiamond(share, radius))
  return `M0 0L${outline.join('L')}Z`
}

function diamond(radius: number, x = 0): string {
  const [left, right] = [round(x - radius), round(x + radius)]
  return `M${x} ${round(-radius)}L${right} 0L${x} ${round(radius)}L${left} 0Z`
}

function onCircle(share: number, radius: number): string {
  const angle = 2 * Math.PI * share
  return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`
}

function onDiamond(share: number, radius: number): string {
  const angle = 2 * Math.PI * share
  // Its corners are as far from the middle as `radius`, its edges nearer.
  return onCircle(share, radius / (Math.abs(Math.sin(angle)) + Math.abs(Math.cos(angle))))
}

/** A hundredth of a px. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
