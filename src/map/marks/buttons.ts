import type { Map as MapLibre } from 'maplibre-gl'
import { halfWidth } from '../../figure/markPicture'
import type { Position } from '../../model/place'
import { placeOf } from './markPlace'
import { byOrder, type Mark, type Marks } from './marks'

/** Smallest side of a target, px (WCAG 2.2, 2.5.8). */
const MIN_SIDE = 24
/** Past this many settlement marks only districts have buttons: the list is the twin of the map then. */
const MAX_BUTTONS = 400
/** How far from the edge a focused mark must be to be seen, px. */
const MARGIN = 32

export interface Buttons {
  /** Puts one button over each mark, keeping those that are there already: focus survives a new slice. */
  sync(marks: Marks): void
  /** The mark whose button an event hit, or null. */
  markOf(target: EventTarget | null): Mark | null
  remove(): void
}

export interface ButtonEvents {
  open(mark: Mark): void
  focus(mark: Mark | null): void
}

interface Placed {
  readonly element: HTMLButtonElement
  mark: Mark
}

/**
 * The marks as HTML buttons over the canvas, in the order of their names, for the keyboard and for screen
 * readers. They show nothing but their focus ring. A pointer's click is left to the map's own handling,
 * which tells clicks from drags; `markOf` finds the button that it went through.
 */
export function createButtons(map: MapLibre, events: ButtonEvents, still: () => boolean): Buttons {
  const placed = new Map<string, Placed>()
  const byElement = new WeakMap<Element, Placed>()
  // MapLibre's own markers are placed anew in every frame, whether the map has moved or not.
  const moved = map.on('move', () => {
    for (const own of placed.values()) place(map, own)
  })

  const add = (mark: Mark): Placed => {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = 'map-mark'
    map.getCanvasContainer().append(element)
    const own: Placed = { element, mark }
    element.addEventListener('click', (event) => {
      // Detail 0: a key or assistive technology, not a pointer.
      if (event.detail !== 0) return
      event.stopPropagation()
      events.open(own.mark)
    })
    element.addEventListener('keydown', (event) => {
      // The map would pan or zoom on these; Enter and Space must reach the button.
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
    })
    element.addEventListener('focus', () => {
      if (!element.matches(':focus-visible')) return
      bringIntoView(map, own.mark.at, still())
      events.focus(own.mark)
    })
    element.addEventListener('blur', () => events.focus(null))
    placed.set(mark.id, own)
    byElement.set(element, own)
    return own
  }

  const dismiss = (id: string, { element }: Placed) => {
    const hadFocus = element === document.activeElement
    element.remove()
    placed.delete(id)
    if (hadFocus) map.getCanvas().focus({ preventScroll: true })
  }

  return {
    sync({ areas, sites }) {
      const marks = [...areas, ...(sites.length > MAX_BUTTONS ? [] : sites)].sort(byOrder)
      const wanted = new Set(marks.map(({ id }) => id))
      for (const [id, own] of placed) if (!wanted.has(id)) dismiss(id, own)
      let next: Element | null = null
      for (const mark of marks.toReversed()) {
        const own = placed.get(mark.id) ?? add(mark)
        update(map, own, mark)
        // Only new buttons are out of place: those that stay keep their order, and so their focus.
        if (next && own.element.nextElementSibling !== next) next.before(own.element)
        next = own.element
      }
    },
    markOf(target) {
      const element = target instanceof Element ? target.closest('.map-mark') : null
      return (element && byElement.get(element)?.mark) ?? null
    },
    remove() {
      moved.unsubscribe()
      for (const { element } of placed.values()) element.remove()
      placed.clear()
    },
  }
}

function place(map: MapLibre, { element, mark }: Placed): void {
  const [x, y] = placeOf(mark, map)
  element.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px)`
}

function update(map: MapLibre, own: Placed, mark: Mark): void {
  const { element } = own
  own.mark = mark
  place(map, own)
  const [wide, high] = [halfWidth(mark.picture), mark.picture.radius].map(
    (half) => `${Math.max(MIN_SIDE, half * 2)}px`,
  )
  if (element.style.width !== wide) element.style.width = wide ?? ''
  if (element.style.height !== high) element.style.height = high ?? ''
  const label = mark.label()
  if (element.getAttribute('aria-label') !== label) element.setAttribute('aria-label', label)
}

function bringIntoView(map: MapLibre, at: Position, still: boolean): void {
  const { x, y } = map.project([...at])
  const { clientWidth, clientHeight } = map.getContainer()
  const isSeen =
    x >= MARGIN && y >= MARGIN && x <= clientWidth - MARGIN && y <= clientHeight - MARGIN
  if (!isSeen) map.easeTo({ center: [...at], duration: still ? 0 : 300 })
}
