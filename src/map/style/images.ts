import type { Map as MapLibre } from 'maplibre-gl'
import { HATCHES, type Hatch, type HatchId } from '../../figure/ground/hatch'
import { findPalette, type Palette } from '../../figure/palette'
import { map as texts } from '../../messages/compiled/map'
import type { Theme } from '../../model/view'

/** A picture for the map's image store. */
interface Drawing {
  readonly image: ImageData
  readonly pixelRatio: number
}

/** The image id of a hatch. */
export function hatchId(id: HatchId, theme: Theme): string {
  return `hatch|${theme}|${id}`
}

/** Draws the style's pictures when the map first needs them. Returns the undo. */
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
  const [name, theme, kind] = id.split('|')
  if (name !== 'hatch' || (kind !== 'silent' && kind !== 'approximate')) return null
  return drawHatch(HATCHES[kind], findPalette(theme === 'dark' ? 'dark' : 'light'), screen)
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
