import { normalize } from '../model/normalize'

/**
 * Control characters and marks that change text direction: in data, they could rewrite the
 * terminal.
 */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}]+/gu

/** Returns data as one line of plain text. */
export function plain(text: string): string {
  return text.replace(UNSAFE, ' ')
}

/** Aligns columns under a header, two spaces apart. The last column is not padded. */
export function textTable(header: readonly string[], rows: readonly string[][]): string {
  const cells = [header, ...rows.map((row) => row.map(plain))]
  const widths = header.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, widthOf(row[column])), 0),
  )
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** Counts characters, not code units; combining marks have no width. */
function widthOf(text = ''): number {
  return [...normalize(text, 'NFC').replace(/\p{M}/gu, '')].length
}
