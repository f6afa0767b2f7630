import type { Shift } from './declutter'
import type { Digits, Row } from './digits'
import { halfWidth, type MarkPicture, sharesOf } from './markPicture'
import { ACROSS, FOOT, MOST_CHARACTERS, MOST_GROUPS, SHAPE, TEXEL, TEXELS } from './markShader'
import type { Mark } from './sources'

/** Drawn with its rim, and with the line round it, a mark reaches that far beyond its edge, px. */
const BEYOND = { plain: 2, selected: 5.5 } as const
const FLOATS = 4 * TEXELS

/** Sizes of the texts on marks, px. */
export const TEXT_SIZES = [11, 12, 13, 15] as const

/** How large the screen is, and how many of its pixels there are to a px of a mark. */
export interface Screen {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** Marks for the shader, in rows of ACROSS. */
export interface MarkTexels {
  readonly floats: Float32Array
  readonly rows: number
  readonly count: number
}

/**
 * What the shader reads of marks with their middles there, device px, in the order of the marks. Marks outside of the screen
 * are left out.
 */
export function markTexels(
  marks: readonly Mark[],
  selected: ReadonlySet<string>,
  middleOf: (mark: Mark) => Shift,
  digits: Digits,
  { width, height, scale }: Screen,
): MarkTexels {
  const rows = Math.ceil(marks.length / ACROSS)
  const floats = new Float32Array(rows * ACROSS * FLOATS)
  let count = 0
  for (const mark of marks) {
    const { picture, id } = mark
    const middle = middleOf(mark)
    const x = Math.round(middle[0])
    const y = Math.round(middle[1])
    const isSelected = selected.has(id)
    const beyond = isSelected ? BEYOND.selected : BEYOND.plain
    const halfWide = Math.ceil((halfWidth(picture) + beyond) * scale)
    const halfHigh = Math.ceil((picture.radius + beyond) * scale)
    const isOutside =
      x < -halfWide || y < -halfHigh || x > width + halfWide || y > height + halfHigh
    if (isOutside) continue
    const own = floats.subarray(count * FLOATS, (count + 1) * FLOATS)
    const flags = (picture.text === '' ? 0 : 1) + (isSelected ? 2 : 0)
    own.set([x, y, halfWide, halfHigh], 4 * TEXEL.box)
    own.set([SHAPE[picture.shape], picture.radius, halfWidth(picture), flags], 4 * TEXEL.mark)
    own.fill(1, 4 * TEXEL.shares, 4 * TEXEL.shares + 2 * MOST_GROUPS)
    own.set(sharesOf(picture), 4 * TEXEL.shares)
    const row = digits.rows.get(textSize(picture))
    if (picture.text !== '' && row) writeText(own, picture, row, scale)
    count++
  }
  return { floats, rows, count }
}

/** A text's line: centred on the mark, whole pixels. */
function writeText(own: Float32Array, { text, shape }: MarkPicture, row: Row, scale: number): void {
  let end = 0
  own.fill(Infinity, 4 * TEXEL.ends, 4 * TEXEL.ends + MOST_CHARACTERS)
  own.fill(-Infinity, 4 * TEXEL.onSheet, 4 * TEXEL.onSheet + MOST_CHARACTERS)
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
