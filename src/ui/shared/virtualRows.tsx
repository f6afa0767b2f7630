import * as virtual from '@tanstack/virtual-core'
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { phrases } from '../../messages/compiled/phrases'
import { isLow, isPhone } from './phone'

/** 14 million px of reports: Firefox lays out at most 17.8 million, Chromium and Safari 33.5. */
const MAX_ROWS = 100_000
/** Rows drawn on either side of the visible ones, so that Tab finds the next one. */
const OVERSCAN = 6
/** What a page key leaves visible of the page before, px. */
const PAGE_OVERLAP = 80
/** What covers the top of the panel: the day of a list, and the handle of the sheet on a phone, px. */
const HEADING = 40
const HANDLE = 44
/** Between the buttons of dates (timeline.css), px. */
const DATE_GAP = 4

const BY_ELEMENT = {
  scrollToFn: virtual.elementScroll,
  observeElementRect: virtual.observeElementRect,
  observeElementOffset: virtual.observeElementOffset,
}
/** Where the page itself scrolls. The library takes a window too, but its types only one of both. */
const page = window as unknown as HTMLElement
const BY_PAGE = {
  scrollToFn: virtual.windowScroll,
  observeElementRect: virtual.observeWindowRect,
  observeElementOffset: virtual.observeWindowOffset,
} as unknown as typeof BY_ELEMENT

/** Identify the rows, in order. */
interface RowKeys {
  readonly length: number
  at(index: number): string | number | undefined
}

/** Attributes of the element of a row; its other styles are those of `.virtual > *`. */
export interface RowPlace {
  readonly 'data-row': number
  readonly style: Readonly<Record<string, string>>
  /** In a table. */
  readonly 'aria-rowindex'?: number
  readonly tabIndex?: number
}

/**
 * The rows of a long list, of which only the visible ones and their neighbours are drawn. Arrows,
 * Home, End and the page keys move the focus among all of them.
 *
 * @param estimate height of a row that was not drawn yet, px
 * @param kept index of a row that is always drawn: the one that Tab stops at
 * @returns `body`: for the parent of the rows; `seen`: index of the first visible row
 */
export function useVirtualRows<Body extends HTMLElement>(
  keys: RowKeys,
  estimate: number,
  { kept = -1, isHorizontal = false }: { readonly kept?: number; isHorizontal?: boolean } = {},
) {
  const body = useRef<Body>(null)
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  /** From the top of all that scrolls to the first row, px. */
  const [scrollMargin, setScrollMargin] = useState(0)
  /** The row that had the focus last stays drawn. */
  const [focused, setFocused] = useState(-1)
  /** Selects what takes the focus in that row once it is drawn. */
  const wanted = useRef('')
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0)
  const getItemKey = useMemo(() => (index: number) => keys.at(index) ?? index, [keys])
  const count = Math.min(keys.length, MAX_ROWS)
  const covered = isPhone.value && !isHorizontal ? HANDLE : 0
  const options = {
    count,
    getItemKey,
    scrollMargin,
    horizontal: isHorizontal,
    gap: isHorizontal ? DATE_GAP : 0,
    overscan: OVERSCAN,
    indexAttribute: 'data-row',
    enabled: frame !== null,
    getScrollElement: () => frame,
    initialOffset: () =>
      frame === page ? scrollY : ((isHorizontal ? frame?.scrollLeft : frame?.scrollTop) ?? 0),
    scrollPaddingStart: covered + HEADING,
    estimateSize: () => estimate,
    rangeExtractor: (range: virtual.Range) => {
      const beside = [focused, kept].flatMap((row) => (row < 0 ? [] : [row - 1, row, row + 1]))
      const rows = new Set([...virtual.defaultRangeExtractor(range), ...beside])
      return [...rows].filter((row) => row >= 0 && row < count).sort((a, b) => a - b)
    },
    onChange: () => redraw(),
    ...(frame === page ? BY_PAGE : BY_ELEMENT),
  }
  const [virtualizer] = useState(() => new virtual.Virtualizer<HTMLElement, HTMLElement>(options))
  virtualizer.setOptions(options)

  useLayoutEffect(() => {
    const byPage = isLow.value && !isHorizontal
    const around = byPage ? '.app' : isHorizontal ? '.dates' : '.panel'
    const scrolls = body.current?.closest<HTMLElement>(around)
    if (!scrolls || !body.current) return
    const next = byPage ? page : scrolls
    setFrame(next)
    // Together: each change measures all rows again.
    setScrollMargin(isHorizontal ? 0 : marginOf(body.current, next))
    // What is above the list moves it when it unfolds.
    const moved = new ResizeObserver(() => redraw())
    for (const part of scrolls.children) moved.observe(part)
    const unmount = virtualizer._didMount()
    return () => {
      moved.disconnect()
      unmount()
    }
  }, [isLow.value])
  useLayoutEffect(() => {
    virtualizer._willUpdate()
    if (!body.current || !frame) return
    if (!isHorizontal) setScrollMargin(marginOf(body.current, frame))
    for (const row of body.current.children) virtualizer.measureElement(row as HTMLElement)
    const row = body.current.querySelector<HTMLElement>(`:scope > [data-row="${focused}"]`)
    if (wanted.current === '' || !row) return
    const control = row.querySelector<HTMLElement>(wanted.current)
    wanted.current = ''
    const target = control ?? row.querySelector<HTMLElement>('a, button') ?? row
    target.focus({ preventScroll: true })
  })

  const moveFocus = (event: KeyboardEvent) => {
    const from = rowOf(event.target)
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const pageHeight = (virtualizer.scrollRect?.height ?? 0) - PAGE_OVERLAP
    const start = virtualizer.measurementsCache[from]?.start ?? 0
    const rowAt = (offset: number) => virtualizer.getVirtualItemForOffset(offset)?.index ?? from
    const wish = {
      Home: 0,
      End: count - 1,
      [isHorizontal ? 'ArrowLeft' : 'ArrowUp']: from - 1,
      [isHorizontal ? 'ArrowRight' : 'ArrowDown']: from + 1,
      PageUp: Math.min(from - 1, rowAt(start - pageHeight)),
      PageDown: Math.max(from + 1, rowAt(start + pageHeight)),
    }[event.key]
    const to = Math.max(0, Math.min(count - 1, wish ?? from))
    if (to === from) return
    event.preventDefault()
    wanted.current = event.target instanceof HTMLAnchorElement ? 'a' : 'button'
    setFocused(to)
    // The library takes the end of the last row for that of all that scrolls; more may follow.
    virtualizer.scrollToIndex(to, { align: to === count - 1 ? 'start' : 'auto' })
  }

  const length = frame ? virtualizer.getTotalSize() : count * estimate
  const top = (virtualizer.scrollOffset ?? 0) + covered
  return {
    body: {
      ref: body,
      style: { [isHorizontal ? 'width' : 'height']: `${length}px` },
      onKeyDown: moveFocus,
      onFocusIn: (event: FocusEvent) => setFocused(rowOf(event.target)),
    },
    places: virtualizer.getVirtualItems().map(
      ({ index, start }): RowPlace => ({
        'data-row': index,
        style: {
          [isHorizontal ? 'insetInlineStart' : 'insetBlockStart']: `${start - scrollMargin}px`,
        },
      }),
    ),
    seen: virtualizer.getVirtualItemForOffset(top)?.index ?? 0,
  }
}

/** Says that a list has more rows than can be reached by scrolling. */
export function RowLimit({ count }: { readonly count: number }) {
  return count > MAX_ROWS ? (
    <p class="row-limit quiet">{phrases.rowLimit({ n: MAX_ROWS })}</p>
  ) : null
}

/** From the top of all that scrolls to that of the rows, px. */
function marginOf(body: HTMLElement, frame: HTMLElement): number {
  const { top } = body.getBoundingClientRect()
  if (frame === page) return Math.round(top + scrollY)
  const above = top - frame.getBoundingClientRect().top - frame.clientTop + frame.scrollTop
  return Math.round(above)
}

function rowOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset.row) : -1
}
