import type { Map as MapLibre } from 'maplibre-gl'
import { HATCHES, type Hatch } from '../../figure/ground/hatch'
import { DOT } from '../../figure/names/nameStyle'
import { findPalette, type Palette } from '../../figure/palette'
import { map as texts } from '../../messages/map'

/** A picture for the map's image store. */
interface Drawing {
  readonly image: ImageData
  readonly pixelRatio: number
}

/** Draws the style's pictures (imageIds.ts) when the map first needs them. Returns the undo. */
export function serveImages(map: MapLibre): () => void {
  map.setMissingStyleImageResolver(async (id) => {
    const drawing = draw(id, window.devicePixelRatio)
    if (!drawing || map.hasImage(id)) return
    map.addImage(id, drawing.image, { pixelRatio: drawing.pixelRatio })
  })
  return () => map.setMissingStyleImageResolver(null)
}

/** The picture of an image id for a screen of that pixel ratio; null for ids that are not ours. */
function draw(id: string, screen: number): Drawing | null {
  const [name, what, kind] = id.split('|')
  if (name === 'room') return drawRoom(2 * Number(what), 2 * Number(kind))
  const palette = findPalette(what === 'dark' ? 'dark' : 'light')
  if (name === 'dot') return drawDot(palette, screen)
  if (name !== 'hatch' || (kind !== 'silent' && kind !== 'approximate')) return null
  return drawHatch(HATCHES[kind], palette, screen)
}

function drawRoom(wide: number, high: number): Drawing | null {
  return wide > 0 && high > 0 ? { image: new ImageData(wide, high), pixelRatio: 1 } : null
}

function drawDot(palette: Palette, screen: number): Drawing {
  const { radius, rim } = DOT
  // It stands between pixels: drawn twice as fine, it stays round on a coarse screen.
  const pixelRatio = Math.max(2, Math.ceil(screen))
  return onCanvas(2 * DOT.half, pixelRatio, (context, middle) => {
    for (const [reach, colour] of [
      [radius + rim, palette.land],
      [radius, palette.inkThird],
    ] as const) {
      context.beginPath()
      context.arc(middle, middle, reach, 0, 2 * Math.PI)
      context.fillStyle = colour
      context.fill()
    }
  })
}

function drawHatch(
  { side, d, colour, width, opacity }: Hatch,
  palette: Palette,
  pixelRatio: number,
): Drawing {
  return onCanvas(side, pixelRatio, (context) => {
    context.lineWidth = width
    context.strokeStyle = palette[colour]
    context.globalAlpha = opacity
    context.stroke(new Path2D(d))
  })
}

function onCanvas(
  size: number,
  pixelRatio: number,
  paint: (context: CanvasRenderingContext2D, middle: number) => void,
): Drawing {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.ceil(size * pixelRatio)
  // Read back at once: drawn by the graphics processor, each picture would cost the page tens of
  // milliseconds.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error(texts.noCanvas())
  context.scale(pixelRatio, pixelRatio)
  paint(context, size / 2)
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio }
}
