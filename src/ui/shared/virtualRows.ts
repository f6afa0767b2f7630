import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import { findFrame, VirtualScroller } from './virtualScroller'

/** What the element of a row must have. */
export interface RowPlace {
  readonly 'data-row': number
  readonly class: string | undefined
  readonly style: { readonly insetBlockStart: string } | undefined
}

export interface VirtualRows<Body extends HTMLElement> {
  /** For the element whose children are the rows, and nothing else. */
  readonly body: {
    readonly ref: RefObject<Body | null>
    readonly style: { readonly height: string; readonly paddingBlockStart: string }
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onFocusIn: (event: FocusEvent) => void
  }
  /** Those to draw, in their order. */
  readonly places: readonly RowPlace[]
  /** The first row in sight; -1 when there is none. */
  readonly seen: number
}

/**
 * The rows of a long list or table, of which only those near the scroll position of the panel are drawn. They may be of
 * any height. Home, End, the arrows and the page keys move the focus among them.
 *
 * @param estimate how high a row is taken to be until it is drawn, px
 * @param covered what lies over the top of the panel, px
 */
export function useVirtualRows<Body extends HTMLElement>(
  count: number,
  estimate: number,
  covered: number,
): VirtualRows<Body> {
  const body = useRef<Body>(null)
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0)
  const current = useRef<VirtualScroller | null>(null)
  if (current.current?.count !== count) {
    current.current = new VirtualScroller(count, estimate, body, redraw, current.current)
  }
  const scroller = current.current
  scroller.covered = covered
  const { first, end, top, height, seen } = scroller.draw()

  const isObserved = useRef(false)
  useLayoutEffect(() => {
    // The first time the observer does it, when the browser has laid out the list: asked for here, that would be done twice.
    if (isObserved.current) scroller.follow()
  })
  useLayoutEffect(() => {
    const frame = findFrame(body.current)
    if (!frame) return
    isObserved.current = true
    const follow = () => current.current?.follow()
    const sizes = new ResizeObserver(follow)
    // What stands above the list moves it when it folds out.
    for (const part of [frame, ...frame.children]) sizes.observe(part)
    frame.addEventListener('scroll', follow, { passive: true })
    return () => {
      sizes.disconnect()
      frame.removeEventListener('scroll', follow)
      current.current?.stop()
    }
  }, [])

  const rows = Array.from({ length: end - first }, (_, index) => first + index)
  if (scroller.focused >= end) rows.push(scroller.focused)
  else if (scroller.focused >= 0 && scroller.focused < first) rows.unshift(scroller.focused)
  return {
    body: {
      ref: body,
      style: { height: `${height}px`, paddingBlockStart: `${top}px` },
      onKeyDown: (event) => scroller.onKeyDown(event),
      onFocusIn: (event) => scroller.onFocusIn(event),
    },
    places: rows.map((row) => {
      const isApart = scroller.isDrawnApart(row)
      return {
        'data-row': row,
        class: isApart ? 'virtual-apart' : undefined,
        style: isApart ? { insetBlockStart: `${scroller.inSight}px` } : undefined,
      }
    }),
    seen,
  }
}
