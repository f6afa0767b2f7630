import { type FileSource, quoteText } from '../../engine/statements'

/** A file that the engine opens itself. */
export function localFile(path: string, structure: string): FileSource {
  const from = `file(${[path, 'CSV', structure].map(quoteText).join(', ')})`
  return { from, row: '_row_number', settings: [] }
}

/** A file that comes with the statement: its rows are numbered as they come, by one thread. */
export function sentFile(structure: string): FileSource {
  const from = `input(${quoteText(structure)})`
  return { from, row: 'rowNumberInAllBlocks()', settings: ['max_threads = 1'] }
}
