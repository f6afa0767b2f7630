import { type Camera, constrain, fitBounds, type Limit, MAX_ZOOM } from '../camera'
import { createFigure, type FigureValues, type Geography } from '../figure'
import { reportsBox } from '../fit'
import type { Measure } from '../names/labels'
import { createScene } from '../scene'
import { drawPage, type Picture } from './drawPage'
import type { Frame } from './frames'
import { layOutPage, type PictureWords } from './layOutPage'
import { type LegendKey, listKeys } from './legendKeys'

export interface PictureParts {
  readonly frame: Frame
  readonly words: PictureWords
  readonly values: FigureValues
  readonly geography: Geography
  /** Where the map on the screen looks: a frame for the map alone shows the same. */
  readonly camera: Camera
  /** Where a map can look: beyond it nothing is drawn. */
  readonly limit: Limit
  readonly about: string
}

/** Free room round what is fitted, px. */
const ROOM = 28
/** So often a legend is tried that explains what the map has room for. */
const ROUNDS = 4

/** A picture of a slice to publish: the map with its title, its legend and where it comes from, as SVG. */
export function createPicture(parts: PictureParts, measure: Measure): Picture {
  const { frame, words, values, geography, about } = parts
  let keys: LegendKey[] = []
  // How much room the map has depends on the legend, and what that explains on what the map shows.
  for (let round = 1; ; round++) {
    const page = layOutPage(frame, words, keys, measure)
    const camera = cameraFor(page.map, parts)
    const figure = createFigure(values, geography, camera)
    const drawn = listKeys(values, figure, camera)
    const isSame =
      drawn.length === keys.length && drawn.every(({ text }, at) => text === keys[at]?.text)
    if (isSame || round === ROUNDS) {
      return drawPage(page, createScene(camera, figure, measure), words.title, about)
    }
    keys = drawn
  }
}

function cameraFor(
  { width, height }: { readonly width: number; readonly height: number },
  { frame, values, geography, camera, limit }: PictureParts,
): Camera {
  if (frame.isMap) return camera
  const { districts, ground } = geography
  const box = reportsBox(districts, values.dataset, values.slice, ground.labels)
  const padding = { top: ROOM, right: ROOM, bottom: ROOM, left: ROOM }
  return constrain(fitBounds(box, { width, height }, padding, MAX_ZOOM), limit)
}
