import type { Map as MapLibre } from 'maplibre-gl'
import { markImageOf } from './markImage'
import { draw } from './marks'

/** Past this many, the pictures of marks drawn longest ago are dropped; one that is still needed is drawn again. */
const MOST_MARKS = 400

/**
 * Draws the style's pictures when the map first needs them. A time that plays through years makes a new
 * picture for each new count, so old ones are dropped while the map is at rest. Returns the undo.
 */
export function serveImages(map: MapLibre): () => void {
  const marks = new Set<string>()
  map.setMissingStyleImageResolver(async (id) => {
    const drawing = draw(id, window.devicePixelRatio)
    if (!drawing || map.hasImage(id)) return
    map.addImage(id, drawing.image, { pixelRatio: drawing.pixelRatio })
    if (markImageOf(id)) marks.add(id)
  })
  const rests = map.on('idle', () => {
    for (const id of marks) {
      if (marks.size <= MOST_MARKS) return
      marks.delete(id)
      if (map.hasImage(id)) map.removeImage(id)
    }
  })
  return () => {
    rests.unsubscribe()
    map.setMissingStyleImageResolver(null)
  }
}
