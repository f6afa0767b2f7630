import type { Map as MapLibre } from 'maplibre-gl'
import { levelAt, type Offset, scaleAt } from '../../figure/declutter'
import { halfWidth, type MarkPicture } from '../../figure/markPicture'
import type { Mark } from './marks'

/** Round the pointer, px: a settlement mark is small. */
const NEAR = 4

/** The map's camera, as far as marks need it. */
export type Camera = Pick<MapLibre, 'project' | 'getZoom'>

/** Where the middle of a mark is drawn, px from the map's top left corner. */
export function placeOf({ at, shifts }: Mark, camera: Camera): Offset {
  const { x, y } = camera.project([...at])
  const [right, down] = shifts(levelAt(camera.getZoom()))
  return [x + right, y + down]
}

/** The mark that lies topmost at a place, px from the map's top left corner; marks are given from the bottom to the top. */
export function markAt(marks: readonly Mark[], [x, y]: Offset, camera: Camera): Mark | undefined {
  const scale = scaleAt(camera.getZoom())
  return marks.findLast((mark) => {
    const [middleX, middleY] = placeOf(mark, camera)
    return covers(mark.picture, [(x - middleX) / scale, (y - middleY) / scale])
  })
}

/** Whether a picture, or what is very near to it, is at a place, px from its middle. */
export function covers(picture: MarkPicture, [x, y]: Offset): boolean {
  const { shape, radius } = picture
  switch (shape) {
    case 'ring':
      return Math.hypot(x, y) <= radius
    case 'bin':
      return Math.abs(x) <= halfWidth(picture) && Math.abs(y) <= radius
    case 'diamond':
      return Math.abs(x) + Math.abs(y) <= radius + NEAR
  }
}
