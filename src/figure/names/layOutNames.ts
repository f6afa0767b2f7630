import { scaleAt } from '../avoid'
import type { Camera } from '../camera'
import { halfWidth } from '../markPicture'
import { createViewport, placeMark } from '../visibleMarks'
import { type Measure, type PlacedNames, placeNames, rectangleAround } from './labels'
import { listNames, type NamedFigure } from './listNames'

/** Lays out the names that are shown at a camera: they cover neither each other nor marks. */
export function layOutNames(camera: Camera, figure: NamedFigure, measure: Measure): PlacedNames {
  const viewport = createViewport(camera)
  const scale = scaleAt(camera.zoom)
  const taken = figure.marks.marks.map((mark) => {
    const { x, y } = placeMark(mark, viewport)
    const { picture } = mark
    return rectangleAround([x, y], halfWidth(picture) * scale, picture.radius * scale)
  })
  return placeNames(listNames(figure, camera), taken, measure)
}
