import { least } from 'd3-array'
import { useState } from 'preact/hooks'
import type { Pixel } from '../../figure/camera'
import { findNearest } from '../../figure/nearest'
import type { Viewport } from '../../figure/visibleMarks'

const ARROWS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What takes the focus over a map; px from its top left corner. */
interface Stop {
  readonly id: string
  readonly x: number
  readonly y: number
}

/**
 * The one of many buttons over a map that Tab stops at: the one focused last, or when that is out
 * of view, the one nearest to the middle.
 */
export function useTabStop(buttons: readonly Stop[], { width, height }: Viewport) {
  const [last, setLast] = useState<string | null>(null)
  const isInView = ({ x, y }: Stop) => x >= 0 && y >= 0 && x <= width && y <= height
  const kept = buttons.find((button) => button.id === last && isInView(button))
  const middle = least(buttons, ({ x, y }) => Math.hypot(x - width / 2, y - height / 2))
  return [(kept ?? middle)?.id, setLast] as const
}

/**
 * Moves the focus among the buttons of a group over a map, which stays where it is: arrows lead to
 * the nearest visible one in their direction; Home, End and the page keys follow the order of names.
 */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { key, currentTarget: group } = event
  const target = event.target as Element
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const buttons = [...group.children].filter((child) => child === target || isVisible(child, group))
  const from = buttons.indexOf(target)
  const direction = ARROWS[key]
  const last = buttons.length - 1
  const next = { Home: 0, End: last, PageUp: Math.max(0, from - 1), PageDown: from + 1 }[key]
  if (from < 0 || (!direction && next === undefined)) return
  event.preventDefault()
  // The map would pan.
  event.stopPropagation()
  const centres = buttons.map(centreOf)
  const to = direction ? findNearest(centres, centreOf(target), direction) : next
  const button = buttons[to ?? -1]
  if (button instanceof HTMLElement) button.focus()
}

/** Whether the middle of a button is on the map, and nothing else over it. */
function isVisible(button: Element, group: HTMLElement): boolean {
  const map = group.closest('section')?.getBoundingClientRect()
  const [x, y] = centreOf(button)
  if (!map || x < map.left || y < map.top || x > map.right || y > map.bottom) return false
  const top = document.elementFromPoint(x, y)
  // In no element: the page is scrolled, and the focus scrolls it back.
  return !top || group.parentElement?.contains(top) === true
}

function centreOf(element: Element): Pixel {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return [(left + right) / 2, (top + bottom) / 2]
}
