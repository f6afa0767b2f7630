import type { Map as MapLibre } from 'maplibre-gl'
import { scaleAt } from '../figure/avoid'
import { groupLooks } from '../figure/groupColours'
import { shapeMark } from '../figure/markShape'
import { type MarkScene, stackLevel } from '../figure/marks'
import { findPalette } from '../figure/palette'
import { placeMark } from '../figure/visibleMarks'
import { UserError } from '../issues/problem'
import { viewportOf } from './camera'
import { pixelRatioOf } from './pixelRatio'

/** Credit line: size and free room, CSS px. */
const TEXT = { size: 12, line: 16, room: 10 } as const
const FAMILY = '"Inter Variable", system-ui, sans-serif'
const FONT = `${TEXT.size}px ${FAMILY}`

/**
 * The map's next frame with its marks and a credit line under it, as PNG, in device pixels. Read while the frame
 * is drawn: the canvas keeps no copy of it after. Rejects with a UserError when the browser gives
 * no canvas or no picture.
 */
export function drawPicture(map: MapLibre, credit: string, scene: () => MarkScene): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const removed = map.on('remove', () => {
      reject(new UserError({ code: 'mapClosed' }))
    })
    map.once('render', () => {
      removed.unsubscribe()
      try {
        compose(map, credit, scene()).toBlob((blob) => {
          if (blob) resolve(blob)
          else reject(new UserError({ code: 'noPicture' }))
        }, 'image/png')
      } catch (error) {
        reject(error)
      }
    })
    map.triggerRepaint()
  })
}

function compose(map: MapLibre, credit: string, scene: MarkScene): HTMLCanvasElement {
  const frame = map.getCanvas()
  const picture = document.createElement('canvas')
  const context = picture.getContext('2d')
  if (!context) throw new UserError({ code: 'noPicture' })
  const pixelRatio = pixelRatioOf(map)
  const width = frame.width / pixelRatio
  context.font = FONT
  const lines = wrap(credit, width - 2 * TEXT.room, (text) => context.measureText(text).width)
  const foot = lines.length === 0 ? 0 : lines.length * TEXT.line + TEXT.room
  picture.width = frame.width
  picture.height = Math.round(frame.height + foot * pixelRatio)
  const palette = findPalette(scene.theme)
  context.fillStyle = palette.raised
  context.fillRect(0, 0, picture.width, picture.height)
  context.drawImage(frame, 0, 0)
  drawMarks(context, map, scene, pixelRatio)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, frame.height)
  context.font = FONT
  context.textBaseline = 'middle'
  context.fillStyle = palette.inkSecond
  lines.forEach((line, index) => {
    context.fillText(line, TEXT.room, TEXT.room / 2 + (index + 0.5) * TEXT.line)
  })
  return picture
}

function drawMarks(
  context: CanvasRenderingContext2D,
  map: MapLibre,
  { marks, selected, conflict, colouring, theme }: MarkScene,
  pixelRatio: number,
): void {
  const looks = groupLooks(conflict, colouring, theme)
  const viewport = viewportOf(map)
  const scale = pixelRatio * scaleAt(viewport.zoom)
  context.textAlign = 'center'
  for (const mark of marks.toSorted((a, b) => stackLevel(a.picture) - stackLevel(b.picture))) {
    const { x, y } = placeMark(mark, viewport)
    const { paths, text } = shapeMark(
      mark.picture,
      looks,
      findPalette(theme),
      selected.has(mark.id),
    )
    context.setTransform(scale, 0, 0, scale, x * pixelRatio, y * pixelRatio)
    for (const { d, fill, stroke, strokeWidth = 1, opacity = 1 } of paths) {
      context.globalAlpha = opacity
      if (fill) {
        context.fillStyle = fill
        context.fill(new Path2D(d))
      }
      if (stroke) {
        context.strokeStyle = stroke
        context.lineWidth = strokeWidth
        context.stroke(new Path2D(d))
      }
    }
    context.globalAlpha = 1
    if (!text) continue
    context.font = `600 ${text.size}px ${FAMILY}`
    context.fillStyle = text.fill
    context.fillText(text.value, 0, text.y)
  }
  context.textAlign = 'start'
}

/** Breaks text at spaces into lines no wider than `width`; a word that is wider has a line of its own. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}
