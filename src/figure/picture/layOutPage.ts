import type { Measure } from '../names/labels'
import { wrap } from '../names/wrap'
import type { Frame } from './frames'
import type { LegendKey } from './legendKeys'

/** What is written around the map of a picture. */
export interface PictureWords {
  readonly title: string
  /** What is shown, below the title. */
  readonly lines: readonly string[]
  /** Sources and licence, below all. */
  readonly foot: readonly string[]
}

/** A line of text; `y` is its baseline. */
export interface TextLine {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly isBold: boolean
  readonly colour: 'ink' | 'inkSecond'
}

/** Where all of a picture goes, in px of the screen; the picture is `zoom` times as large. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly map: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  readonly lines: readonly TextLine[]
  /** The middles of the drawings of the legend. */
  readonly keys: readonly { readonly x: number; readonly y: number; readonly key: LegendKey }[]
}

/** Room at the edges of a picture, px. */
const ROOM = 16
const TITLE = { size: 22, line: 1.2, isBold: true, colour: 'ink' } as const
const LINE = { size: 13, line: 1.4, isBold: false, colour: 'inkSecond' } as const
const FOOT = { size: 10.5, line: 1.35, isBold: false, colour: 'inkSecond' } as const
const KEY = { size: 11.5, line: 1.25, isBold: false, colour: 'ink' } as const
type Style = Pick<TextLine, 'size' | 'isBold' | 'colour'> & { readonly line: number }

/** The legend: width of a column, room for a drawing, between two keys and two columns, px. */
const LEGEND = { column: 176, drawing: 28, gap: 7, between: 20 }
/** A picture this much wider than high has the legend beside the map. */
const WIDE = 1.2
/** The map has at least that part of a picture's height; letters get smaller until it has. */
const LEAST_MAP = 0.4
const SMALLEST = 0.4

/** Lays out a picture: title and lines above the map, the legend beside or below it, the foot. */
export function layOutPage(
  frame: Frame,
  words: PictureWords,
  keys: readonly LegendKey[],
  measure: Measure,
): Page {
  if (frame.isMap) return layOut(frame, words, keys, measure)
  for (let part = 1; ; part -= 0.1) {
    const page = layOut({ ...frame, zoom: frame.zoom * part }, words, keys, measure)
    if (page.map.height >= LEAST_MAP * page.height || part <= SMALLEST) return page
  }
}

function layOut(
  { width: wide, height: high, zoom, isMap }: Frame,
  words: PictureWords,
  keys: readonly LegendKey[],
  measure: Measure,
): Page {
  const width = wide / zoom
  const inner = width - 2 * ROOM
  const write = (style: Style, texts: readonly string[], x: number, y: number, room: number) =>
    writeLines(style, texts, x, y, room, measure)
  const title = write(TITLE, [words.title], ROOM, ROOM, inner)
  const lines = write(LINE, words.lines, ROOM, title.end + 4, inner)
  // Whole px, so that the map is as sharp as on the screen.
  const top = Math.round(lines.end + 10)

  const isBeside = !isMap && wide > WIDE * high
  const columns = isBeside ? 1 : Math.max(1, Math.floor(inner / (LEGEND.column + LEGEND.between)))
  const column = isBeside ? LEGEND.column : (inner - (columns - 1) * LEGEND.between) / columns
  const legend = placeKeys(keys, columns, column, measure)
  const foot = write(FOOT, words.foot, 0, 0, inner)

  const below = isBeside ? 0 : legend.height + 12
  const mapHeight = isMap ? high / zoom : high / zoom - top - below - foot.end - 8 - ROOM / 2
  // Beside the map, the legend may be the higher one.
  const body = Math.max(mapHeight, 0)
  const map = {
    x: isMap ? 0 : ROOM,
    y: top,
    width: isMap ? width : isBeside ? inner - LEGEND.column - LEGEND.between : inner,
    height: isBeside && legend.height > body ? 0 : body,
  }
  const legendAt = isBeside
    ? { x: width - ROOM - LEGEND.column, y: top }
    : { x: ROOM, y: top + body + 12 }
  const footAt = top + body + below + 8
  const move = (line: TextLine, x: number, y: number) => ({ ...line, x: line.x + x, y: line.y + y })
  return {
    width,
    height: footAt + foot.end + ROOM / 2,
    zoom,
    map,
    lines: [
      ...title.lines,
      ...lines.lines,
      ...legend.lines.map((line) => move(line, legendAt.x, legendAt.y)),
      ...foot.lines.map((line) => move(line, ROOM, footAt)),
    ],
    keys: legend.keys.map(({ x, y, key }) => ({ x: x + legendAt.x, y: y + legendAt.y, key })),
  }
}

function writeLines(
  { size, line, isBold, colour }: Style,
  texts: readonly string[],
  x: number,
  y: number,
  room: number,
  measure: Measure,
): { readonly lines: readonly TextLine[]; readonly end: number } {
  const widthOf = (words: readonly string[]) => measure(words.join(' '), size, isBold)
  const broken = texts.flatMap((text) => {
    const words = text.split(/\s+/).flatMap((word) => cut(word, room, (part) => widthOf([part])))
    return wrap(words, room, widthOf)
  })
  const lines = broken.map((words, index) => ({
    x,
    y: y + (index + 0.8) * size * line,
    text: words.join(' '),
    size,
    isBold,
    colour,
  }))
  return { lines, end: y + broken.length * size * line }
}

/** A word in parts no wider than `room`: an address can be wider than a picture. */
function cut(word: string, room: number, widthOf: (part: string) => number): string[] {
  if (word === '') return []
  let end = word.length
  while (end > 1 && widthOf(word.slice(0, end)) > room) end = Math.ceil(end / 2)
  return [word.slice(0, end), ...cut(word.slice(end), room, widthOf)]
}

/** Keys in columns of about the same height, each with its text beside its drawing, or above a wide one. */
function placeKeys(keys: readonly LegendKey[], columns: number, width: number, measure: Measure) {
  const blocks = keys.map((key) => layOutKey(key, width, measure))
  const all = blocks.reduce((sum, { height }) => sum + height, 0)
  let column = 0
  let y = 0
  let height = 0
  const placed = blocks.map((block) => {
    if (y > 0 && column < columns - 1 && y + block.height / 2 > all / columns) {
      column++
      y = 0
    }
    const at = { x: column * (width + LEGEND.between), y, block }
    y += block.height
    height = Math.max(height, y)
    return at
  })
  return {
    height,
    keys: placed.map(({ x, y, block }) => ({ x: x + block.x, y: y + block.y, key: block.key })),
    lines: placed.flatMap(({ x, y, block }) =>
      block.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y })),
    ),
  }
}

function layOutKey(key: LegendKey, width: number, measure: Measure) {
  const isWide = key.width > LEGEND.drawing
  const left = isWide ? 0 : LEGEND.drawing
  const text = writeLines(KEY, [key.text], left, 0, width - left, measure)
  const line = KEY.size * KEY.line
  if (!isWide) {
    const y = Math.max(line, key.height) / 2
    const height = Math.max(text.end, key.height) + LEGEND.gap
    return { key, lines: text.lines, height, x: LEGEND.drawing / 2 - 3, y }
  }
  const y = text.end + 3 + key.height / 2
  const numbers = key.numbers.length > 0 ? line : 0
  return {
    key,
    lines: text.lines,
    height: y + key.height / 2 + numbers + LEGEND.gap,
    x: key.width / 2,
    y,
  }
}
