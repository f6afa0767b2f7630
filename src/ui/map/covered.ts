import { signal } from '@preact/signals'
import type { Rectangle } from '../../figure/names/rectangle'

/** Changes when a note has come over the map, which what is fitted keeps clear of. */
export const notes = signal(0)

const LEGEND = '.legend'
const CONTROLS = '.map-tools, .map-controls'
const TOOLS = `${LEGEND}, ${CONTROLS}, .slice-sentence, .map-note`
const OTHERS = '.map-credits, .maplibregl-ctrl'

const PARTS = {
  legend: LEGEND,
  controls: CONTROLS,
  tools: `${TOOLS}, .card-docked`,
  all: `${TOOLS}, ${OTHERS}`,
} as const

/**
 * What lies over the map, px from its top left corner: the legend, the buttons, both with the
 * sentences over the map and a docked card, or instead of the card, which closes again, with scale
 * and credits.
 */
export function listCovered(part: keyof typeof PARTS = 'tools'): Rectangle[] {
  return Array.from(document.querySelectorAll(PARTS[part]), onMap)
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
