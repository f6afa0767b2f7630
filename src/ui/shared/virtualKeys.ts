import type { RowHeights } from './virtualHeights'

/** What of a page is still in sight after a page key, px. */
const KEPT_OF_PAGE = 80

/** The row to which a key leads from a row of a long list; null for a key that leads nowhere, as past either end. */
export function rowByKey(
  key: string,
  from: number,
  heights: RowHeights,
  viewport: number,
): number | null {
  const last = heights.count - 1
  const page = Math.max(0, viewport - KEPT_OF_PAGE)
  const to = {
    Home: 0,
    End: last,
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: Math.max(0, Math.min(from - 1, heights.rowAt(heights.topOf(from) - page))),
    PageDown: Math.min(last, Math.max(from + 1, heights.rowAt(heights.topOf(from) + page))),
  }[key]
  return to === undefined || to === from || to < 0 || to > last ? null : to
}
