import type { Shift } from './declutter'
import type { Digits, Row } from './digits'
import { halfWidth, type MarkPicture, sharesOf } from './markPicture'
import {
  ACROSS,
  FOOT,
  HALO,
  MOST_CHARACTERS,
  MOST_GROUPS,
  RIM,
  SHAPE,
  TEXEL,
  TEXELS,
} from './markShader'
import type { Mark } from './sources'

/** What its soft edge takes, px. */
const SOFT = 0.75
/** Drawn with its rim, and with the line round it, a mark reaches that far beyond its edge, px. */
const BEYOND = { plain: RIM + SOFT, selected: HALO.gap + HALO.line + SOFT } as const
const FLOATS = 4 * TEXELS
/** Beyond any text, device px; shaders need not know infinity. */
const FAR = 1e6

/** Sizes of the texts on marks, px. */
export const TEXT_SIZES = [11, 12, 13, 15] as const

/** Marks for the shader, in rows of ACROSS. */
export interface MarkTexels {
  readonly floats: Float32Array
  readonly rows: number
}

/**
 * What the shader reads of marks, in their order, wherever they are: so many device pixels to a px of theirs, with these
 * digits.
 */
export function markTexels(
  marks: readonly Mark[],
  selected: ReadonlySet<string>,
  digits: Digits,
  scale: number,
): MarkTexels {
  const rows = Math.ceil(marks.length / ACROSS)
  const floats = new Float32Array(rows * ACROSS * FLOATS)
  marks.forEach(({ picture, id }, index) => {
    const own = floats.subarray(index * FLOATS, (index + 1) * FLOATS)
    const isSelected = selected.has(id)
    const beyond = isSelected ? BEYOND.selected : BEYOND.plain
    const halfWide = Math.ceil((halfWidth(picture) + beyond) * scale)
    const halfHigh = Math.ceil((picture.radius + beyond) * scale)
    const flags = (picture.text === '' ? 0 : 1) + (isSelected ? 2 : 0)
    own.set([0, 0, halfWide, halfHigh], 4 * TEXEL.box)
    own.set([SHAPE[picture.shape], picture.radius, halfWidth(picture), flags], 4 * TEXEL.mark)
    own.fill(1, 4 * TEXEL.shares, 4 * TEXEL.shares + 2 * MOST_GROUPS)
    own.set(sharesOf(picture), 4 * TEXEL.shares)
    const row = digits.rows.get(textSize(picture))
    if (picture.text !== '' && row) writeText(own, picture, row, scale)
  })
  return { floats, rows }
}

/** Puts the middle of a mark at a place on the screen, device px: a whole one, so that its text stays sharp. */
export function placeTexels({ floats }: MarkTexels, index: number, [x, y]: Shift): void {
  floats[index * FLOATS + 4 * TEXEL.box] = Math.round(x)
  floats[index * FLOATS + 4 * TEXEL.box + 1] = Math.round(y)
}

/** A text's line: centred on the mark, whole pixels. */
function writeText(own: Float32Array, { text, shape }: MarkPicture, row: Row, scale: number): void {
  let end = 0
  own.fill(FAR, 4 * TEXEL.ends, 4 * TEXEL.ends + MOST_CHARACTERS)
  own.fill(-FAR, 4 * TEXEL.onSheet, 4 * TEXEL.onSheet + MOST_CHARACTERS)
  for (let at = 0; at < Math.min(text.length, MOST_CHARACTERS); at++) {
    const character = row.characters.get(text[at] ?? '')
    if (!character) continue
    own[4 * TEXEL.onSheet + at] = character.left - end
    end += character.width
    own[4 * TEXEL.ends + at] = end
  }
  const middle = shape === 'bin' ? -Math.round((FOOT / 2) * scale) : 0
  const top = middle - Math.floor(row.height / 2)
  own.set([-Math.round(end / 2), top, row.height, row.top], 4 * TEXEL.line)
}

function textSize({ shape, radius, text }: MarkPicture): (typeof TEXT_SIZES)[number] {
  if (shape !== 'ring') return 11
  if (text.length > 3) return 12
  return radius < 18 ? 13 : 15
}
