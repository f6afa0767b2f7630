/** A statement of SQL, and what it does in plain words. */
export interface Statement {
  readonly title: string
  readonly sql: string
}

/** The database that all tables of a run are in. It is dropped before and after. */
export const WORK = 'contactline_work'

export const DROP_WORK: Statement = {
  title: 'Remove the tables of a run.',
  sql: `DROP DATABASE IF EXISTS ${WORK}`,
}
export const CREATE_WORK: Statement = {
  title: 'All tables are in one database.',
  sql: `CREATE DATABASE ${WORK}`,
}

/** Rows are numbered by file and line: so many numbers are a file's own. */
export const ROWS_A_FILE = 2 ** 32

/** A file as a table of text. */
export interface FileTable {
  /** From 1. */
  readonly number: number
  readonly name: string
  /** Names of its columns in SQL. */
  readonly columns: readonly string[]
  readonly delimiter: string
  /** Lines before the first row. */
  readonly headerLines: number
  /** Lines of the files before: rows without ids are called by their numbers, which each file has. */
  readonly linesBefore: number
  /** The file is a copy whose rows begin with line, flaw and number of cells. */
  readonly isCopy: boolean
}

const NAME = /^[\p{L}\p{N}_ .-]{1,60}$/u

/** Names for columns of a table in SQL: those of the header where it has good ones. */
export function nameColumns(header: readonly string[], count = header.length): string[] {
  const used = new Set(['row_line', 'row_flaw', 'row_cells'])
  return Array.from({ length: count }, (_, index) => {
    const given = header[index] ?? ''
    const name = NAME.test(given) && !used.has(given) ? given : `column_${index + 1}`
    used.add(name)
    return name
  })
}

export function quoteName(name: string): string {
  return `\`${name}\``
}

export function quoteText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** Settings with which the engine reads delimited text as RecordReader does. */
function readSettings(delimiter: string, skip: number): string {
  return [
    `format_csv_delimiter = ${quoteText(delimiter === '\t' ? '\\t' : delimiter).replace('\\\\', '\\')}`,
    `input_format_csv_skip_first_lines = ${skip}`,
    'input_format_csv_detect_header = 0',
    'input_format_csv_trim_whitespaces = 0',
    'input_format_null_as_default = 0',
    'format_csv_allow_single_quotes = 0',
    // Parsed in parallel, rows after the first block are numbered wrongly if lines are skipped.
    'input_format_parallel_parsing = 0',
  ].join(', ')
}

/** The columns of a file, as the structure of a table function. */
export function fileStructure({ columns, isCopy }: FileTable): string {
  const own = isCopy ? ['`row_line` UInt32', '`row_flaw` UInt8', '`row_cells` UInt32'] : []
  return [...own, ...columns.map((name) => `${quoteName(name)} String`)].join(', ')
}

export function createRows(file: FileTable): Statement {
  const columns = file.columns.map((name) => `  ${quoteName(name)} String`)
  return {
    title: `Make a table for the rows of ${file.name}: the line of each in the file, and its cells as they are.`,
    sql: `CREATE TABLE ${WORK}.rows_${file.number} (
  row_line UInt32,
  row_flaw UInt8,
  row_cells UInt32,
${columns.join(',\n')}
) ENGINE = MergeTree ORDER BY row_line`,
  }
}

/** Where a statement reads a file from. */
export interface FileSource {
  /** A table function. */
  readonly from: string
  /** The number of a row in it, from 0. */
  readonly row: string
  readonly settings: readonly string[]
}

export function loadRows(file: FileTable, source: FileSource): Statement {
  const { number, name, columns, delimiter, headerLines, isCopy } = file
  const skip = isCopy ? 0 : headerLines
  const own = isCopy
    ? 'row_line, row_flaw, row_cells'
    : `${source.row} + ${headerLines + 1}, 0, ${columns.length}`
  return {
    title: `Read the rows of ${name}${isCopy ? ' from a copy without stray quotes, blank rows and lines in cells' : ''}.`,
    sql: `INSERT INTO ${WORK}.rows_${number}
SELECT ${own}, ${columns.map(quoteName).join(', ')}
FROM ${source.from}
SETTINGS ${[readSettings(delimiter, skip), ...source.settings].join(', ')}`,
  }
}
