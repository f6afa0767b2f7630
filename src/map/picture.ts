import type { Map as MapLibre } from 'maplibre-gl'
import { findPalette } from '../figure/palette'
import { UserError } from '../issues/problem'
import type { Theme } from '../model/view'
import { pixelRatioOf } from './marks/pixelRatio'

/** Credit line: size and free room, CSS px. */
const TEXT = { size: 12, line: 16, room: 10 } as const
const FONT = `${TEXT.size}px "Inter Variable", system-ui, sans-serif`

/**
 * The map's next frame with a credit line under it, as PNG, in device pixels. Read while the frame
 * is drawn: the canvas keeps no copy of it after. Rejects with a UserError when the browser gives
 * no canvas or no picture.
 */
export function drawPicture(map: MapLibre, credit: string, theme: Theme): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const removed = map.on('remove', () => {
      reject(new UserError({ code: 'mapClosed' }))
    })
    map.once('render', () => {
      removed.unsubscribe()
      try {
        compose(map, credit, theme).toBlob((blob) => {
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

function compose(map: MapLibre, credit: string, theme: Theme): HTMLCanvasElement {
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
  const palette = findPalette(theme)
  context.fillStyle = palette.raised
  context.fillRect(0, 0, picture.width, picture.height)
  context.drawImage(frame, 0, 0)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, frame.height)
  context.font = FONT
  context.textBaseline = 'middle'
  context.fillStyle = palette.inkSecond
  lines.forEach((line, index) => {
    context.fillText(line, TEXT.room, TEXT.room / 2 + (index + 0.5) * TEXT.line)
  })
  return picture
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
