import type { ColumnLabels, Conflict } from '../../model/conflict'
import { joinValues } from '../../model/fields'
import { wordCoder } from '../../model/own/ownVocabulary'
import { idOfWord } from '../../model/own/wordCounter'
import { oneValue, type ReportCells } from '../cells'
import { codeCells } from '../columns/codeCells'
import type { Cell, FileWords, OwnWords } from '../format'

/**
 * The actors and kinds of coded events. `code` writes them by the file's own vocabulary, and returns
 * false where it has none.
 */
export function eventWords(
  own: Conflict | null,
  labels: ColumnLabels,
  codedIn: (cell: Cell) => Omit<FileWords, 'weapons'> & Partial<FileWords>,
) {
  const wordsOf = (cell: Cell) => ({ weapons: [], ...codedIn(cell) })
  const words: OwnWords = { labelsOf: () => labels, wordsOf, identify: (_, word) => idOfWord(word) }
  const coder = own && wordCoder(own, words.identify)
  return {
    words,
    code(cells: ReportCells, cell: Cell): boolean {
      if (!coder) return false
      const found = wordsOf(cell)
      codeCells(cells, coder, found)
      cells.weapons = joinValues(found.weapons.map(oneValue))
      cells.accused_as_worded = found.accused[0] ?? ''
      return true
    },
  }
}
