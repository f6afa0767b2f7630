import { MercatorCoordinate } from 'maplibre-gl'
import { halfWidth, type MarkPicture, type Shape, sharesOf } from '../../figure/markPicture'
import type { Digits, Row } from './digits'
import { ACROSS, FOOT, MAX_CHARACTERS, MAX_GROUPS, SHAPE, TEXEL, TEXELS } from './markShader'
import type { Mark } from './marks'
import type { Origin } from './origin'

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
 * What the shader reads of marks, in their order: as they stand at a level of zoom (LEVELS), with digits of so many device
 * pixels to a px of theirs.
 */
export function markTexels(
  marks: readonly Mark[],
  selected: ReadonlySet<string>,
  level: number,
  digits: Digits,
  scale: number,
  origin: Origin,
): MarkTexels {
  const rows = Math.ceil(marks.length / ACROSS)
  const floats = new Float32Array(rows * ACROSS * FLOATS)
  marks.forEach(({ picture, id, at, shifts }, index) => {
    const own = floats.subarray(index * FLOATS, (index + 1) * FLOATS)
    const { x, y } = MercatorCoordinate.fromLngLat([...at])
    const flags = (picture.text === '' ? 0 : 1) + (selected.has(id) ? 2 : 0)
    const [aside, below] = shifts(level)
    own.set([x - origin.x, y - origin.y, aside, below], 4 * TEXEL.place)
    own.set([SHAPE[picture.shape], picture.radius, halfWidth(picture), flags], 4 * TEXEL.mark)
    own.fill(1, 4 * TEXEL.shares, 4 * TEXEL.shares + 2 * MAX_GROUPS)
    own.set(sharesOf(picture), 4 * TEXEL.shares)
    const row = digits.rows.get(textSize(picture))
    if (picture.text !== '' && row) writeText(own, picture, row, scale)
  })
  return { floats, rows }
}

/** Marks of one shape that follow one another. */
export interface Run {
  readonly shape: Shape
  readonly first: number
  count: number
}

/** The marks in as few runs as their order allows. */
export function buildRuns(marks: readonly Mark[]): Run[] {
  const runs: Run[] = []
  marks.forEach(({ picture: { shape } }, index) => {
    const last = runs.at(-1)
    if (last?.shape === shape) last.count++
    else runs.push({ shape, first: index, count: 1 })
  })
  return runs
}

/** A text's line: centred on the mark, whole pixels. */
function writeText(own: Float32Array, { text, shape }: MarkPicture, row: Row, scale: number): void {
  let end = 0
  own.fill(FAR, 4 * TEXEL.ends, 4 * TEXEL.ends + MAX_CHARACTERS)
  own.fill(-FAR, 4 * TEXEL.onSheet, 4 * TEXEL.onSheet + MAX_CHARACTERS)
  for (let at = 0; at < Math.min(text.length, MAX_CHARACTERS); at++) {
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
