import type { Map as MapLibre } from 'maplibre-gl'
import type { Scene } from '../figure/scene'
import { toSvg } from '../figure/toSvg'
import { UserError } from '../issues/problem'
import { embedFonts } from './fontFaces'

/**
 * Device pixels of the map's canvas to a CSS pixel. On very large screens MapLibre draws coarser
 * than the screen, which `getPixelRatio()` does not tell.
 */
export function pixelRatioOf(map: Pick<MapLibre, 'getCanvas'>): number {
  const canvas = map.getCanvas()
  return canvas.width / Math.max(1, canvas.clientWidth)
}

/**
 * A copy of the map's next frame, or a UserError where the map is closed, or the browser takes its
 * graphics away, before. Its own canvas keeps none.
 */
export function copyFrame(map: MapLibre): Promise<HTMLCanvasElement> {
  return new Promise((resolve, reject) => {
    const frame = map.getCanvas()
    const isLost = () => frame.getContext('webgl2')?.isContextLost() !== false
    const fail = () => reject(new UserError({ code: isLost() ? 'graphicsLost' : 'mapClosed' }))
    if (isLost()) return fail()
    const ends = [map.on('remove', fail), map.on('webglcontextlost', fail)]
    map.once('render', () => {
      for (const end of ends) end.unsubscribe()
      if (isLost()) return fail()
      const copy = document.createElement('canvas')
      copy.width = frame.width
      copy.height = frame.height
      copy.getContext('2d')?.drawImage(frame, 0, 0)
      resolve(copy)
    })
    map.triggerRepaint()
  })
}

/**
 * A scene as PNG in device pixels, over a canvas that has its ground where that is another map's.
 * Rejects with a UserError when the browser provides no canvas or no picture.
 */
export async function drawPicture(
  scene: Scene,
  pixelRatio: number,
  ground: HTMLCanvasElement | null,
): Promise<Blob> {
  const svg = toSvg(scene, await embedFonts(toSvg(scene)))
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    return await rasterise(url, pixelRatio, ground)
  } catch {
    // A canvas too large, or an image that cannot be decoded.
    throw new UserError({ code: 'noPicture' })
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function rasterise(
  url: string,
  pixelRatio: number,
  ground: HTMLCanvasElement | null,
): Promise<Blob> {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * pixelRatio)
  canvas.height = Math.round(image.naturalHeight * pixelRatio)
  const context = canvas.getContext('2d')
  if (ground) context?.drawImage(ground, 0, 0)
  context?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject()), 'image/png')
  })
}
