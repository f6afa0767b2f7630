import { cleanCell } from '../csv/recordReader'
import type { Conflict } from '../model/conflict'
import { MAX_WORDS } from '../model/own/wordCounter'
import { FileVocabulary, type WordList, wordsOfFile } from '../open/fileVocabulary'
import type { Cell } from '../read/format'
import type { EngineFile } from './engineFile'
import { distinctValues, valuesOfRows } from './keyStatements'
import { readRowBinary } from './rowBinary'

const LISTS: readonly WordList[] = ['parties', 'accused', 'kinds', 'weapons']
const TYPES = ['String', 'UInt64', 'UInt32', 'Array(String)'] as const

/** The vocabulary of files, as findOwnVocabulary has it: the engine counts their words. */
export async function findWords(files: readonly EngineFile[], conflict: Conflict) {
  const vocabulary = new FileVocabulary(conflict)
  for (const file of files) {
    const own = wordsOfFile(file.opened, conflict)
    if (!own || !vocabulary.begin(own, () => '')) return null
    for (const list of LISTS) await countWords(file, list, vocabulary)
  }
  return vocabulary.build()
}

async function countWords(
  { table, session, columns }: EngineFile,
  list: WordList,
  vocabulary: FileVocabulary,
): Promise<void> {
  const indices = columns.words[list]
  const counted: { readonly cell: Cell; readonly rows: number }[] = []
  const values = session.stream(distinctValues(table, indices))
  for await (const [, rows, , cells] of readRowBinary(values, TYPES)) {
    counted.push({ cell: cellIn(indices, cells), rows })
    if (counted.length > MAX_WORDS) break
  }
  if (counted.length <= MAX_WORDS) {
    for (const row of counted) vocabulary.add(row, [list])
    return
  }
  // Rare words are forgotten on the way, so that the order of rows matters.
  const all = session.stream(valuesOfRows(table, indices))
  for await (const [cells] of readRowBinary(all, ['Array(String)'])) {
    vocabulary.add({ cell: cellIn(indices, cells), rows: 1 }, [list])
  }
}

/** The cells of a row of which only some columns are known. */
function cellIn(indices: readonly number[], values: readonly string[]): Cell {
  return (column) => cleanCell(values[indices.indexOf(column)] ?? '')
}
