import type { Map as MapLibre } from 'maplibre-gl'

/**
 * Device pixels of the map's canvas to a CSS pixel. On very large screens MapLibre draws coarser than the screen, which
 * `getPixelRatio()` does not tell.
 */
export function pixelRatioOf(map: Pick<MapLibre, 'getCanvas'>): number {
  const canvas = map.getCanvas()
  return canvas.width / Math.max(1, canvas.clientWidth)
}
