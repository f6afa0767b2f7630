/**
 * Control characters and marks that change text direction: in data, they could rewrite the
 * terminal.
 */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}]+/gu

/** Returns data as one line of plain text. */
export function plain(text: string): string {
  return text.replace(UNSAFE, ' ')
}

/**
 * Aligns columns under a header, two spaces apart, with numbers to the right. The last column is
 * not padded.
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => plain(String(cell))))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column]))))
  const isNumber = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
        return isNumber[column] ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** Counts characters, not code units; combining marks have no width. */
function widthOf(text = ''): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length
}
