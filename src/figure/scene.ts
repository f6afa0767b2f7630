import { map as texts } from '../messages/compiled/map'
import { tools } from '../messages/compiled/tools'
import type { Camera, Pixel } from './camera'
import { placeDirections } from './directionLines'
import type { Figure } from './figure'
import { type DrawnGround, drawGround, MAX_OUTLINES, outlineGround } from './ground/drawGround'
import { groupLooks } from './groupColours'
import { scaleAt } from './layout/avoid'
import { type MarkShape, shapeLeader, shapeMark } from './markShape'
import { stackLevel } from './marks'
import type { Measure, PlacedNames } from './names/labels'
import { layOutNames } from './names/layOutNames'
import { findPalette, type Palette } from './palette'
import { countInView, createViewport, findVisible } from './visibleMarks'

/** All that the map shows at a camera, as plain data. */
export interface Scene extends Pick<DrawnGround, 'paths' | 'hatches'>, PlacedNames {
  /** px. */
  readonly width: number
  readonly height: number
  readonly title: string
  /** What is not shown, in sentences. */
  readonly notes: readonly string[]
  readonly palette: Palette
  /** To places of marks, and directions of fire: from the bottom to the top, below the marks. */
  readonly lines: readonly DrawnMark[]
  readonly marks: readonly DrawnMark[]
}

/** What a mark looks like, where its middle is, and how large it is drawn. */
interface DrawnMark {
  readonly at: Pixel
  readonly scale: number
  readonly shape: MarkShape
}

/** Size of notes, the height of their lines, and the room around them, px. */
export const NOTE = { size: 12, line: 16, room: 10 } as const

/** All of a figure. */
export function createScene(camera: Camera, figure: Figure, measure: Measure): Scene {
  const { conflict, colouring, theme, marks, selected } = figure.marks
  const palette = findPalette(theme)
  const looks = groupLooks(conflict, colouring, theme)
  const viewport = createViewport(camera)
  const visible = findVisible(marks, viewport, new Set())
  const left = countInView(marks, viewport) - visible.length
  const ground = drawGround(outlineGround(figure.geography, camera), figure, palette)
  return {
    width: camera.width,
    height: camera.height,
    title: tools.map(conflict),
    notes: [
      ...(ground.isBare ? [texts.manyOutlines({ max: MAX_OUTLINES })] : []),
      ...(left > 0 ? [texts.marksLeftOut({ n: left })] : []),
    ],
    palette,
    paths: ground.paths,
    hatches: ground.hatches,
    ...layOutNames(camera, figure, measure),
    lines: [
      ...visible.flatMap(({ mark: { isAway, offset }, x, y }): DrawnMark[] =>
        isAway ? [{ at: [x, y], scale: 1, shape: shapeLeader(offset, palette) }] : [],
      ),
      ...placeDirections(figure.marks, viewport).map(({ at, shape }) => {
        return { at, scale: 1, shape }
      }),
    ],
    marks: visible
      .toSorted((a, b) => stackLevel(a.mark.picture) - stackLevel(b.mark.picture))
      .map(({ mark, x, y }) => ({
        at: [x, y],
        scale: scaleAt(camera.zoom),
        shape: shapeMark(mark.picture, looks, palette, selected.has(mark.id)),
      })),
  }
}
