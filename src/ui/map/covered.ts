import type { Rectangle } from '../../figure/names/rectangle'

const TOOLS = '.legend, .map-tools, .map-controls, .slice-sentence'
const OTHERS = '.map-credits, .maplibregl-ctrl'

/** What lies over the map, px from its top left corner: its tools alone, or with scale and credits too. */
export function listCovered(part: 'tools' | 'all' = 'tools'): Rectangle[] {
  const selector = part === 'tools' ? TOOLS : `${TOOLS}, ${OTHERS}`
  return Array.from(document.querySelectorAll(selector), onMap)
}

/** Where an element is, px from the top left corner of the map. */
export function onMap(element: Element): Rectangle {
  const { left = 0, top = 0 } = document.querySelector('.map')?.getBoundingClientRect() ?? {}
  const box = element.getBoundingClientRect()
  return {
    left: box.left - left,
    top: box.top - top,
    right: box.right - left,
    bottom: box.bottom - top,
  }
}
