import { RowHeights } from './virtualHeights'
import { rowByKey } from './virtualKeys'
import {
  listHeight,
  measured,
  moved,
  positionAt,
  type RowWindow,
  rowWindow,
  type Sight,
  scrolledAt,
} from './virtualWindow'

/** Scrolling that has stood still so long is over, ms. */
const REST_MS = 200
/** Before the first measure, px: as high as most windows. */
const FIRST_SIGHT: Sight = { viewport: 1000, scrolled: 0, position: 0 }

/** What is drawn, how high the list is made, px, and the first row in sight. */
type Drawn = RowWindow & { readonly height: number; readonly seen: number }

/** The part of the page that scrolls a list. */
export function findFrame(body: HTMLElement | null): HTMLElement | null {
  return body?.closest<HTMLElement>('.panel') ?? null
}

/**
 * Keeps what is drawn of a long list in step with the panel that scrolls it; another number of rows takes another one. A row is
 * known on the page by its `data-row`. Other rows in the place of as many are taken to be as high, until they are drawn. How rows look is no matter of it: it calls for a drawing where another one is due.
 */
export class VirtualScroller {
  /** What lies over the top of the panel, px. */
  covered = 0
  /** The row that has the focus or had it last: it stays drawn, for the focus to come back to. -1 for none. */
  focused = -1
  private readonly heights: RowHeights
  private sight: Sight
  private drawn: Drawn
  /** Selects what takes the focus in the row, once that is drawn where it belongs. */
  private wanted = ''
  private rest: ReturnType<typeof setTimeout> | undefined

  /** `body` has the rows for children; `before` is the scroller of the rows that were there before these. */
  constructor(
    readonly count: number,
    estimate: number,
    private readonly body: { readonly current: HTMLElement | null },
    private readonly redraw: () => void,
    before: VirtualScroller | null,
  ) {
    before?.stop()
    this.heights = new RowHeights(count, estimate)
    const { viewport, scrolled } = before?.sight ?? FIRST_SIGHT
    this.sight = { viewport, scrolled, position: positionAt(scrolled, this.total, viewport) }
    this.drawn = this.due()
  }

  /** Gives what to draw now. */
  draw(): Drawn {
    this.drawn = this.due()
    return this.drawn
  }

  /** Where what is in sight begins, px from the top of the list. */
  get inSight(): number {
    return Math.max(0, this.sight.scrolled)
  }

  isDrawnApart(row: number): boolean {
    return row < this.drawn.first || row >= this.drawn.end
  }

  /** Takes in how far the list is scrolled and how high its rows are. To be called after each drawing, scroll and resize. */
  follow(): void {
    const { body, frame } = this.elements()
    if (!body || !frame) return
    const sight = moved(this.sight, scrolledBy(body, frame), frame.clientHeight, this.total)
    this.sight = measured(sight, this.heights, heightsIn(body), this.rowToHold(sight))
    const due = this.due()
    const { first, end, top, seen, height } = this.drawn
    const isSame = due.first === first && due.end === end && due.seen === seen
    if (!isSame || Math.abs(due.top - top) >= 1 || due.height !== height) {
      this.redraw()
      return
    }
    this.focusWanted(body)
    clearTimeout(this.rest)
    this.rest = setTimeout(() => this.settle(), REST_MS)
  }

  /** Moves the focus where a key leads. */
  onKeyDown(event: KeyboardEvent): void {
    const from = rowOf(event.target)
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = rowByKey(event.key, from, this.heights, this.sight.viewport)
    if (to === null) return
    event.preventDefault()
    this.goTo(to, event.target)
  }

  /** The focus may come back to a row that is out of sight: the list follows it. */
  onFocusIn(event: FocusEvent): void {
    this.focused = rowOf(event.target)
    if (this.isDrawnApart(this.focused)) this.goTo(this.focused, event.target)
    else this.redraw()
  }

  stop(): void {
    clearTimeout(this.rest)
  }

  private get total(): number {
    return this.heights.total
  }

  private elements() {
    return { body: this.body.current, frame: findFrame(this.body.current) }
  }

  private due(): Drawn {
    return {
      ...rowWindow(this.heights, this.sight, this.focused),
      height: listHeight(this.total),
      seen: this.heights.rowAt(this.sight.position + this.covered),
    }
  }

  private goTo(row: number, from: EventTarget | null): void {
    const { viewport, position } = this.sight
    const top = this.heights.topOf(row)
    const least = top + this.heights.heightOf(row) - viewport
    this.focused = row
    this.wanted = from instanceof HTMLAnchorElement ? 'a' : 'button'
    this.scrollTo(Math.max(0, Math.min(top, Math.max(position, least))))
    this.redraw()
  }

  /** Sets the scroll bar to what stands for a position, and the rows to that position itself. */
  private scrollTo(position: number): void {
    const { body, frame } = this.elements()
    const { scrolled, viewport } = this.sight
    const way = scrolledAt(position, this.total, viewport) - scrolled
    if (!body || !frame || Math.abs(way) < 1) return
    frame.scrollTop += way
    this.sight = { viewport, scrolled: scrolledBy(body, frame), position }
  }

  /** Rows measured on the way, or scrolled past the cap, leave the scroll bar astray: once at rest it is put right. */
  private settle(): void {
    const { body, frame } = this.elements()
    if (!body || !frame || this.sight.scrolled <= 0) return
    // Scrolled by now, which a busy page hears of later: that is where the reader wants to be.
    if (Math.abs(scrolledBy(body, frame) - this.sight.scrolled) >= 1) {
      this.follow()
      return
    }
    this.scrollTo(this.sight.position)
    this.redraw()
  }

  /** The row that the reader looks at: the one with the focus if it is in sight. */
  private rowToHold({ position, viewport }: Sight): number {
    const top = this.heights.topOf(this.focused)
    const isInSight = this.focused >= 0 && top >= position && top < position + viewport
    return isInSight ? this.focused : this.heights.rowAt(position)
  }

  private focusWanted(body: HTMLElement): void {
    const row = body.querySelector<HTMLElement>(`:scope > [data-row="${this.focused}"]`)
    if (this.wanted === '' || !row) return
    const control = row.querySelector<HTMLElement>(this.wanted)
    const target = control ?? row.querySelector<HTMLElement>('a, button') ?? row
    this.wanted = ''
    target.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }
}

/** How far the top of a list lies above the top of what scrolls it, px. */
function scrolledBy(body: HTMLElement, frame: HTMLElement): number {
  return frame.getBoundingClientRect().top + frame.clientTop - body.getBoundingClientRect().top
}

function rowOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset.row) : -1
}

function heightsIn(body: HTMLElement): (readonly [row: number, height: number])[] {
  return [...body.children]
    .map((row) => [rowOf(row), row.getBoundingClientRect().height] as const)
    .filter(([row, height]) => row >= 0 && height > 0)
}
