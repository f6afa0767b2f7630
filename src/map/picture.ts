import type { Map as MapLibre } from 'maplibre-gl'
import type { Figure } from '../figure/figure'
import type { Measure } from '../figure/names/labels'
import { createScene, sceneOverMap, withCredit } from '../figure/scene'
import { toSvg } from '../figure/toSvg'
import { UserError } from '../issues/problem'
import { cameraOf } from './followCamera'
import { embedFonts } from './fontFaces'
import { pixelRatioOf } from './pixelRatio'

/**
 * A copy of the map's next frame, or a UserError where the map is closed before. Its own canvas
 * keeps none.
 */
function copyFrame(map: MapLibre): Promise<HTMLCanvasElement> {
  return new Promise((resolve, reject) => {
    const removed = map.on('remove', () => reject(new UserError({ code: 'mapClosed' })))
    map.once('render', () => {
      removed.unsubscribe()
      const frame = map.getCanvas()
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
 * What the map shows, with a credit line below, as PNG in device pixels: the whole figure or, where
 * the base map is not the embedded one, its names and marks over the map's own canvas. Rejects with
 * a UserError when the browser provides no canvas or no picture, or the map is closed.
 */
export async function drawPicture(
  map: MapLibre,
  figure: Figure,
  isEmbedded: boolean,
  credit: string,
  measure: Measure,
): Promise<Blob> {
  const lay = isEmbedded ? createScene : sceneOverMap
  const scene = withCredit(lay(cameraOf(map), figure, measure), credit, measure)
  const ground = isEmbedded ? null : await copyFrame(map)
  const svg = toSvg(scene, await embedFonts(toSvg(scene)))
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    return await rasterise(url, pixelRatioOf(map), ground)
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
