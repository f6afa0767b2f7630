/** Browsers lay out no element higher than some 17 (Firefox) to 33 million px (Chromium); well below, to be sure. */
const MOST_HEIGHT = 8_000_000

interface Scrolled {
  readonly count: number
  /** px, the same for all rows. */
  readonly rowHeight: number
  /** Height of what is in sight, px. */
  readonly viewport: number
  /** How far the top of the list lies above the top of what is in sight, px; less than 0 while it is below. */
  readonly scrolled: number
}

/** Which rows of a long list are in sight, and where they stand. */
export interface VirtualWindow {
  /** Of the whole list, px. */
  readonly height: number
  /** The first row in sight, and the first one past it. */
  readonly first: number
  readonly end: number
  /** Where a row begins, px from the top of the list. */
  topOf(row: number): number
}

/**
 * Rows of one height, of which only those in sight are drawn. A list that would be too high for a browser is as high as
 * can be, and the part of it that is scrolled stands for the same part of the rows.
 */
export function virtualWindow({ count, rowHeight, viewport, scrolled }: Scrolled): VirtualWindow {
  const full = count * rowHeight
  const height = Math.min(full, MOST_HEIGHT)
  const way = Math.max(height - viewport, 0)
  const position = Math.min(Math.max(scrolled, 0), way)
  const rows = way === 0 ? 0 : (position / way) * (full - viewport)
  const first = Math.floor(rows / rowHeight)
  const end = Math.min(count, Math.ceil((rows + viewport) / rowHeight))
  return {
    height,
    first: Math.min(first, count),
    end: Math.max(end, Math.min(first, count)),
    topOf: (row) => position + row * rowHeight - rows,
  }
}

/** How far a list is to be scrolled for a row to stand at the top of what is in sight, or as near as can be. */
export function scrolledTo(
  row: number,
  { count, rowHeight, viewport }: Omit<Scrolled, 'scrolled'>,
): number {
  const full = count * rowHeight
  const way = Math.max(Math.min(full, MOST_HEIGHT) - viewport, 0)
  const wayOfRows = full - viewport
  return wayOfRows <= 0 ? 0 : Math.min(1, (row * rowHeight) / wayOfRows) * way
}
