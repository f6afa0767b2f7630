import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { scrolledTo, virtualWindow } from './virtualWindow'

/** Rows drawn above and below those in sight, so that Tab finds the next one. */
const BESIDE = 6
/** Before the first measure: as high as any window. */
const FIRST_VIEWPORT = 1200

/** What a row must put on its own element. */
export interface RowPlace {
  readonly style: { readonly height: string; readonly transform: string }
  readonly 'aria-setsize': number
  readonly 'aria-posinset': number
  readonly 'data-row': number
}

interface Props {
  readonly label: string
  readonly count: number
  /** px, of every row. */
  readonly rowHeight: number
  /** Draws a row, which begins with a list item that has the place. */
  readonly row: (index: number, place: RowPlace) => ComponentChildren
}

/**
 * A list of which only the rows near the scroll position are drawn. Home, End and the arrows move among the rows; the one
 * that has the focus stays, wherever the list is scrolled.
 */
export function VirtualList({ label, count, rowHeight, row }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [{ scrolled, viewport }, setScrolled] = useState({ scrolled: 0, viewport: FIRST_VIEWPORT })
  const [focused, setFocused] = useState(-1)
  const scroller = () => list.current?.closest<HTMLElement>('.panel, .table-scroll') ?? null

  useLayoutEffect(() => {
    const frame = scroller()
    if (!frame) return
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      setScrolled({
        scrolled: frame.getBoundingClientRect().top - top,
        viewport: frame.clientHeight,
      })
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(frame)
    frame.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      frame.removeEventListener('scroll', measure)
    }
  }, [count])

  const shown = virtualWindow({ count, rowHeight, viewport, scrolled })
  const first = Math.max(0, shown.first - BESIDE)
  const end = Math.min(count, shown.end + BESIDE)
  const indices = Array.from({ length: end - first }, (_, index) => first + index)
  if (focused >= 0 && focused < count && (focused < first || focused >= end)) indices.push(focused)

  const goTo = (index: number) => {
    const frame = scroller()
    const own = list.current
    if (!frame || !own || index < 0 || index >= count) return
    setFocused(index)
    const isInSight = index > shown.first && index < shown.end - 1
    if (!isInSight) {
      const offset = own.getBoundingClientRect().top - frame.getBoundingClientRect().top
      frame.scrollTop += offset + scrolledTo(index, { count, rowHeight, viewport })
    }
    // Once it is drawn.
    requestAnimationFrame(() => buttonOf(own, index)?.focus({ preventScroll: true }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = rowOf(event.target)
    const to = { Home: 0, End: count - 1, ArrowDown: from + 1, ArrowUp: from - 1 }[event.key]
    if (from < 0 || to === undefined) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <ul
      ref={list}
      class="virtual"
      aria-label={label}
      // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
      role="list"
      style={{ height: `${shown.height}px` }}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => setFocused(rowOf(event.target))}
      onFocusOut={() => setFocused(-1)}
    >
      {indices.map((index) =>
        row(index, {
          style: { height: `${rowHeight}px`, transform: `translateY(${shown.topOf(index)}px)` },
          'aria-setsize': count,
          'aria-posinset': index + 1,
          'data-row': index,
        }),
      )}
    </ul>
  )
}

function rowOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset.row) : -1
}

function buttonOf(list: HTMLElement, index: number): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[data-row="${index}"] button`)
}
