import type { Map as MapLibre } from 'maplibre-gl'
import type { Theme } from '../types'
import { levelAt, type Shift, scaleAt } from './declutter'
import { drawHalo, drawMark } from './drawMark'
import { halfWidth, type MarkPicture } from './markPicture'
import { paletteOf } from './palette'
import type { Mark } from './sources'

/** The marks on the screen, from the bottom to the top. */
export interface MarkScene {
  readonly marks: readonly Mark[]
  /** Ids of the marks that have a line round them. */
  readonly selected: ReadonlySet<string>
  readonly theme: Theme
}

export interface MarkCanvas {
  readonly element: HTMLCanvasElement
  /** Draws these marks from the next frame on. */
  show(scene: MarkScene): void
  /** The topmost mark at a place on the map, px from its top left corner. */
  markAt(place: Shift): Mark | undefined
  remove(): void
}

/** Round the pointer, px: a settlement mark is small. */
const NEAR = 4
/** Drawn with its rim and its halo, a mark reaches that far beyond its radius, px. */
const BEYOND = 6

/**
 * The marks on a canvas over the map's own, drawn in the same frame as the map under them. As symbols of the map each
 * new count would be a new picture, and each step of time a round through its worker.
 */
export function createMarkCanvas(map: MapLibre): MarkCanvas {
  const element = document.createElement('canvas')
  element.className = 'map-marks'
  element.setAttribute('aria-hidden', 'true')
  map.getCanvas().after(element)
  // Drawn by the processor: where there is no graphics processor, pretending to one takes many times as long.
  const context = element.getContext('2d', { willReadFrequently: true })
  let scene: MarkScene = { marks: [], selected: new Set(), theme: 'light' }
  let drawn = ''
  let drawnScene: MarkScene | null = null

  const placeOf = ({ at, shifts }: Mark): Shift => {
    const { x, y } = map.project([...at])
    const [right, down] = shifts[levelAt(map.getZoom())] ?? [0, 0]
    return [x + right, y + down]
  }

  const draw = () => {
    if (!context) return
    const { width, height } = map.getCanvas()
    const camera = `${map.getCenter()} ${map.getZoom()} ${width} ${height}`
    // The map also draws when tiles come in or a hover changes.
    if (camera === drawn && scene === drawnScene) return
    ;[drawn, drawnScene] = [camera, scene]
    if (element.width !== width) element.width = width
    if (element.height !== height) element.height = height
    const ratio = map.getPixelRatio()
    const scale = scaleAt(map.getZoom())
    const palette = paletteOf(scene.theme)
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    for (const mark of scene.marks) {
      const [x, y] = placeOf(mark)
      const reach = halfWidth(mark.picture) * scale + BEYOND
      const isOutside =
        x < -reach || y < -reach || x > width / ratio + reach || y > height / ratio + reach
      if (isOutside) continue
      context.setTransform(ratio * scale, 0, 0, ratio * scale, x * ratio, y * ratio)
      if (scene.selected.has(mark.id)) drawHalo(context, mark.picture, palette)
      drawMark(context, mark.picture, palette)
    }
  }

  const subscription = map.on('render', draw)
  return {
    element,
    show(next) {
      scene = next
      map.triggerRepaint()
    },
    markAt([x, y]) {
      const scale = scaleAt(map.getZoom())
      return scene.marks.findLast((mark) => {
        const [middleX, middleY] = placeOf(mark)
        return covers(mark.picture, [(x - middleX) / scale, (y - middleY) / scale])
      })
    },
    remove() {
      subscription.unsubscribe()
      element.remove()
    },
  }
}

/** Whether a picture, or what is very near to it, is at a place, px from its middle. */
export function covers(picture: MarkPicture, [x, y]: Shift): boolean {
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
