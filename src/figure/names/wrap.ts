/**
 * Breaks words into lines no wider than `width`, by what `measure` says of a line. A word that is
 * wider has a line of its own.
 */
export function wrap<Word>(
  words: readonly Word[],
  width: number,
  measure: (line: readonly Word[]) => number,
): Word[][] {
  const lines: Word[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line && measure([...line, word]) <= width) line.push(word)
    else lines.push([word])
  }
  return lines
}
