import type { Camera } from '../camera'
import { scaleAt } from '../layout/avoid'
import { halfWidth } from '../markPicture'
import { createViewport, placeMark } from '../visibleMarks'
import { type Measure, type PlacedNames, placeNames } from './labels'
import { listNames, type NamedFigure } from './listNames'
import { type Rectangle, rectangleAround } from './rectangle'

/**
 * Lays out the names that are shown at a camera: they cover neither each other nor marks, and keep
 * off what covers the map.
 */
export function layOutNames(
  camera: Camera,
  figure: NamedFigure,
  measure: Measure,
  covered: readonly Rectangle[] = [],
): PlacedNames {
  const viewport = createViewport(camera)
  const scale = scaleAt(camera.zoom)
  const marks = figure.marks.marks.map((mark) => {
    const { x, y } = placeMark(mark, viewport)
    const { picture } = mark
    const box = rectangleAround([x, y], halfWidth(picture) * scale, picture.radius * scale)
    return { ...box, area: mark.area }
  })
  const view = { left: 0, top: 0, right: camera.width, bottom: camera.height }
  return placeNames(listNames(figure, camera), { marks, covered, view }, measure)
}
