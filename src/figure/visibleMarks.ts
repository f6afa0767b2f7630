import type { Position } from '../model/place'
import { type Camera, createProjection } from './camera'
import { scaleAt } from './layout/avoid'
import { halfWidth } from './markPicture'
import { byOrder, type Mark } from './marks'

/** What a map shows; px from its top left corner. */
export interface Viewport {
  readonly zoom: number
  readonly width: number
  readonly height: number
  project(position: Position): { readonly x: number; readonly y: number }
}

/** What a camera shows. */
export function createViewport(camera: Camera): Viewport {
  const project = createProjection(camera)
  return {
    ...camera,
    project: (position) => {
      const [x, y] = project(position)
      return { x, y }
    },
  }
}

/** A mark and where its middle is drawn, px from the top left corner of the map. */
export interface PlacedMark {
  readonly mark: Mark
  readonly x: number
  readonly y: number
}

/** More buttons would be too slow, and nobody tabs through them: the list has every report. */
const MAX_MARKS = 400

/** Where a mark is drawn. */
export function placeMark(mark: Mark, viewport: Viewport): PlacedMark {
  const { x, y } = viewport.project(mark.at)
  const [right, down] = mark.offset
  return { mark, x: x + right, y: y + down }
}

/**
 * The visible marks in the order of their names. Of more than MAX_MARKS those with the most
 * reports. The ids in `always` come first, and need not be visible.
 */
export function findVisible(
  marks: readonly Mark[],
  viewport: Viewport,
  always: ReadonlySet<string>,
): PlacedMark[] {
  const visible = marks
    .map((mark) => placeMark(mark, viewport))
    .filter((placed) => always.has(placed.mark.id) || isInside(placed, viewport))
  if (visible.length > MAX_MARKS) {
    const rank = ({ id, picture: { certain, possible } }: Mark) =>
      always.has(id) ? Infinity : [...certain, ...possible].reduce((sum, count) => sum + count, 0)
    const ranks = new Map(visible.map(({ mark }) => [mark, rank(mark)]))
    const rankOf = ({ mark }: PlacedMark) => ranks.get(mark) ?? 0
    visible.sort((a, b) => rankOf(b) - rankOf(a) || byOrder(a.mark, b.mark)).splice(MAX_MARKS)
  }
  return visible.sort((a, b) => byOrder(a.mark, b.mark))
}

/** How many marks are visible, whether or not there are too many to show. */
export function countInView(marks: readonly Mark[], viewport: Viewport): number {
  return marks.filter((mark) => isInside(placeMark(mark, viewport), viewport)).length
}

function isInside({ mark: { picture }, x, y }: PlacedMark, { zoom, width, height }: Viewport) {
  const scale = scaleAt(zoom)
  const [right, down] = [halfWidth(picture) * scale, picture.radius * scale]
  return x > -right && y > -down && x < width + right && y < height + down
}
