import type { Position } from '../../model/place'
import type { Pixel } from '../camera'
import { findLeader, type Leader, type MarkBox, misreadCost, type NamedMark } from './misread'
import type { Anchor, NamePlace, NameStyle } from './nameStyle'
import {
  areaOf,
  grow,
  isInside,
  overlap,
  type Rectangle,
  rectangleAround,
  sharedArea,
} from './rectangle'
import { wrap } from './wrap'

/** The width of a text, px. */
export type Measure = (text: string, size: number, isBold: boolean) => number

/** A piece of a name in one colour and weight. */
export interface Run {
  readonly text: string
  readonly isBold: boolean
  readonly colour: NameStyle['colour']
}

/** A place on the map, and where the view has it. */
export interface Anchored {
  readonly place: Position
  readonly at: Pixel
}

/** What can be written of a name, and where, best first. */
export interface NameForm {
  /** Paragraphs of runs. */
  readonly text: readonly (readonly Run[])[]
  readonly places: Iterable<NamePlace>
  /** A line leads to it from what is named. */
  readonly isLed?: boolean
}

/** A name that asks for a place; names are given in the order in which they are placed. */
export interface Name extends Anchored {
  /** Best first; none for a dot alone. */
  readonly forms: readonly NameForm[]
  readonly style: NameStyle
  readonly size: number
  /** A name that has one should not be read as that of another. */
  readonly mark?: NamedMark
  /** It is always shown: where no place is free, it covers other names or marks as little as can be. */
  readonly isNeeded?: boolean
  /**
   * Half a side of the dot that it stands beside, which needs a place of its own, px; 0 for none.
   */
  readonly dot: number
}

export interface Label extends Anchored {
  /** The start, middle or end of its lines, by `align`. */
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly align: 'start' | 'middle' | 'end'
  /** px. */
  readonly lineHeight: number
  readonly lines: readonly (readonly Run[])[]
  readonly size: number
  /** Between letters, px. */
  readonly spacing: number
  readonly hasHalo: boolean
  /** Both ends of the line that leads to it. */
  readonly leader: Leader | null
  /** What it covers. */
  readonly box: Rectangle
}

/** The dot of a town; `half` of its side in px. */
export interface Dot extends Anchored {
  readonly half: number
}

export interface PlacedNames {
  readonly labels: readonly Label[]
  readonly dots: readonly Dot[]
}

/** From the middle of a line down to its baseline, em. */
const BASELINE = 10 / 24
/** What a name above or below its place comes nearer to it, em. */
const NEARER = 7 / 24
/** What an edge of the view that cuts a name costs, in px² of it that a mark covers. */
const CUT = 0.5
/** What a name costs of which others, tools or the outside have a part, in the same: it is illegible. */
const HIDDEN = 8

/** What names make room for, and the view that cuts no name but a needed one. */
export interface Room {
  readonly marks: readonly MarkBox[]
  /** What lies over the map. */
  readonly covered: readonly Rectangle[]
  readonly view: Rectangle
}

/**
 * Gives each name its first form that has a place free of the marks and of the names before it. If
 * there is none, needed names get the best of theirs, others are left out.
 */
export function placeNames(names: readonly Name[], room: Room, measure: Measure): PlacedNames {
  const { marks: taken, view } = room
  const placed = [...room.covered]
  const labels: Label[] = []
  const leaders: Leader[] = []
  const dots: Dot[] = []
  for (const name of names) {
    const { place, at, style, dot } = name
    const dotBox = rectangleAround(at, dot)
    const isTaken = (other: Rectangle) => overlap(dotBox, other)
    if (dot > 0 && (taken.some(isTaken) || placed.some(isTaken))) continue
    const others = taken.filter(({ area }) => area === null || area !== name.mark?.area)
    const own = boxOf(name)
    let best: Label | null = null
    // What costs as much as a cut is for needed names only.
    let least = name.isNeeded ? Infinity : CUT
    for (const label of listLabels(name, measure)) {
      const box = grow(label.box, style.padding)
      let cost = HIDDEN * sharedArea(box, placed, least / HIDDEN)
      if (cost < least) cost += sharedArea(box, taken, least - cost)
      if (!isInside(label.box, view)) {
        cost += CUT + HIDDEN * (areaOf(label.box) - sharedArea(label.box, [view]))
      }
      if (own && cost < least) cost += misreadCost(label, own, others, placed, leaders)
      if (cost >= least) continue
      best = label
      least = cost
      if (least === 0) break
    }
    if (best) {
      labels.push(best)
      if (best.leader) leaders.push(best.leader)
      placed.push(grow(best.box, style.padding))
    }
    if (dot > 0) {
      dots.push({ place, at, half: dot })
      placed.push(dotBox)
    }
  }
  return { labels, dots }
}

/** What the mark of a name covers. */
function boxOf({ at, mark }: Name): Rectangle | null {
  if (!mark) return null
  const [x, y] = mark.middle
  return rectangleAround([at[0] + x, at[1] + y], mark.radius)
}

/** All that can be written of a name, best first. */
function* listLabels(name: Name, measure: Measure): Generator<Label> {
  const { forms, style, size, mark } = name
  for (const { text, places, isLed } of forms) {
    const lines = text.flatMap((runs) => breakRuns(runs, style, size, measure))
    const width = Math.max(0, ...lines.map((line) => measureLine(line, style, size, measure)))
    if (width === 0) continue
    for (const side of places) {
      const label = setLabel(name, side, lines, width)
      yield isLed && mark ? { ...label, leader: findLeader(name.at, mark, label.box) } : label
    }
  }
}

function setLabel(
  { place, at, style, size }: Name,
  [anchor, [x, y]]: NamePlace,
  lines: Run[][],
  width: number,
): Label {
  const [atX, atY] = at
  const align = alignOf(anchor)
  const lineHeight = style.lineHeight * size
  const height = lines.length * lineHeight
  const { padding } = style
  // The side with its padding is at the place.
  const left = atX + x + { start: padding, middle: -width / 2, end: -width - padding }[align]
  const nearer = NEARER * size - padding
  const isBelow = anchor.startsWith('top')
  const isAbove = anchor.startsWith('bottom')
  const top = atY + y - (isBelow ? nearer : isAbove ? height - nearer : height / 2)
  return {
    place,
    at,
    x: left + { start: 0, middle: width / 2, end: width }[align],
    y: top + lineHeight / 2 + BASELINE * size,
    align,
    lineHeight,
    lines,
    size,
    spacing: style.spacing * size,
    hasHalo: style.hasHalo,
    leader: null,
    box: { left, top, right: left + width, bottom: top + height },
  }
}

function alignOf(anchor: Anchor): Label['align'] {
  if (anchor.endsWith('left')) return 'start'
  return anchor.endsWith('right') ? 'end' : 'middle'
}

/** Breaks a paragraph at spaces; words of one look that stay together are one run. */
function breakRuns(
  runs: readonly Run[],
  style: NameStyle,
  size: number,
  measure: Measure,
): Run[][] {
  const words = runs.flatMap((run) =>
    run.text.split(' ').flatMap((text) => (text === '' ? [] : [{ ...run, text }])),
  )
  const lines = wrap(words, style.maxWidth * size, (line) =>
    measureLine(joinRuns(line), style, size, measure),
  )
  return lines.map(joinRuns)
}

/** Puts words back together with spaces between them. */
function joinRuns(words: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last?.isBold === word.isBold && last.colour === word.colour) {
      runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}` }
    } else {
      runs.push(last ? { ...word, text: ` ${word.text}` } : word)
    }
  }
  return runs
}

function measureLine(
  line: readonly Run[],
  { spacing }: NameStyle,
  size: number,
  measure: Measure,
): number {
  return line.reduce(
    (width, { text, isBold }) => width + measure(text, size, isBold) + spacing * size * text.length,
    0,
  )
}
