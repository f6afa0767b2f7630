import { type Map as MapLibre, Popup } from 'maplibre-gl'
import { panFor, popupPosition } from '../figure/popupPosition'
import type { Position } from '../model/place'

export interface PopupPlace {
  show(content: HTMLElement | null, at: Position | null, onClose: () => void): void
  remove(): void
}

/**
 * One popup at a time, next to its point and inside the map. It keeps its geographic position while
 * the map moves, finds a new one when its content changes size, and avoids `marked` if possible.
 */
export function createPopup(
  map: MapLibre,
  marked: () => readonly Position[],
  still: () => boolean,
): PopupPlace {
  let close: (() => void) | null = null

  const open = (content: HTMLElement, at: Position, onClose: () => void) => {
    const popup = new Popup({
      anchor: 'top-left',
      className: 'map-popup',
      // The card inside has its own close button.
      closeButton: false,
      closeOnClick: false,
      focusAfterOpen: false,
      maxWidth: '360px',
    })
    popup
      .setLngLat([...at])
      .setDOMContent(content)
      .addTo(map)
    const element = popup.getElement()
    const place = () => {
      if (!element) return
      const { clientWidth, clientHeight } = map.getContainer()
      const point = map.project([...at])
      const size = { x: element.offsetWidth, y: element.offsetHeight }
      const others = marked().map((position) => map.project([...position]))
      const corner = popupPosition(point, size, { x: clientWidth, y: clientHeight }, others)
      popup.setOffset([corner.x - point.x, corner.y - point.y])
    }
    const resizes = new ResizeObserver(place)
    const closed = popup.on('close', () => {
      resizes.disconnect()
      close = null
      onClose()
    })
    close = () => {
      closed.unsubscribe()
      resizes.disconnect()
      popup.remove()
      close = null
    }
    const { x, y } = panTo(map, at)
    if (x !== 0 || y !== 0) {
      map.once('moveend', place)
      map.panBy([x, y], { duration: still() ? 0 : 300 })
    }
    // Also positions it for the first time.
    if (element) resizes.observe(element)
  }

  return {
    show(content, at, onClose) {
      close?.()
      if (content && at) open(content, at, onClose)
    },
    remove() {
      close?.()
    },
  }
}

function panTo(map: MapLibre, at: Position): { x: number; y: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  return panFor(map.project([...at]), { x: clientWidth, y: clientHeight })
}
