import { map as texts } from '../../messages/map'

/** The characters of a mark's text (countText). */
const CHARACTERS = '0123456789–.kM'
const FONT = '"Inter Variable", system-ui, sans-serif'
/** Free room round each character, device px. */
const ROOM = 1

/** The characters of a size: a row of the sheet. Device px. */
export interface Row {
  readonly top: number
  readonly height: number
  /** Where each begins, and its width on a line. */
  readonly characters: ReadonlyMap<string, { readonly left: number; readonly width: number }>
}

/** The characters of the texts on marks, in every size that these have. Whole device pixels, so that they stay sharp. */
export interface Digits {
  readonly canvas: HTMLCanvasElement
  readonly rows: ReadonlyMap<number, Row>
}

/** Draws the characters in sizes of so many px, and so many device pixels to a px. */
export function drawDigits(sizes: readonly number[], scale: number): Digits {
  const canvas = document.createElement('canvas')
  // Drawn by the processor: where there is no graphics processor, pretending to one takes many times as long.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error(texts.noCanvas())
  const fontOf = (size: number) => `600 ${size * scale}px ${FONT}`
  const rows = new Map<number, Row>()
  let [top, widest] = [0, 1]
  for (const size of sizes) {
    context.font = fontOf(size)
    // Figures have no descenders: what they are centred on is their own height.
    const height = Math.ceil(context.measureText('0').actualBoundingBoxAscent) + 2 * ROOM
    let left = ROOM
    const characters = new Map<string, { left: number; width: number }>()
    for (const character of CHARACTERS) {
      const width = Math.round(context.measureText(character).width)
      characters.set(character, { left, width })
      left += width + 2 * ROOM
    }
    rows.set(size, { top, height, characters })
    top += height
    widest = Math.max(widest, left)
  }
  canvas.width = widest
  canvas.height = top
  for (const [size, { top, height, characters }] of rows) {
    context.font = fontOf(size)
    for (const [character, { left }] of characters) {
      context.fillText(character, left, top + height - ROOM)
    }
  }
  return { canvas, rows }
}
