import type { DecidingColumns, Group } from './decidingColumns'
import { GROUPS } from './decidingColumns'
import { type FileTable, quoteName, ROWS_A_FILE, type Statement, WORK } from './statements'

/** Ids that need no cleaning: printable ASCII without spaces at the ends or a formula guard. */
const PLAIN_ID = '^[!-&(-~]([ -~]*[!-~])?$'
/** Degrees that every reader reads alike. */
const PLAIN_DEGREES = '^-?[0-9]{1,3}(\\\\.[0-9]{1,15})?$'
/** What `trim` removes, and the opposite. */
const SPACE = '[\\\\s\\\\p{Z}\\\\x{FEFF}]'
const NO_SPACE = '[^\\\\s\\\\p{Z}\\\\x{FEFF}]'
/** What a row of sums begins with; our own code judges the rest of the row. */
const TOTAL = `(?i)^${SPACE}*((grand |sub)?totals?|sum|summe|gesamt|итого|всего|cəmi|yekun|toplam|ընդամենը):?${SPACE}*$`

export const KEYS_TABLE: Statement = {
  title:
    'Make a table with one line for each row: its id and point as far as they are plain, and a key for the values of each group of columns.',
  sql: `CREATE TABLE ${WORK}.keys (
  row UInt64, lines_before UInt32, makes_ids UInt8, id_text String, is_plain_id UInt8,
  point_state UInt8, lon Float64, lat Float64, point_key UInt128, may_be_total UInt8,
  ${GROUPS.map((group) => `${keyName(group)} UInt128`).join(', ')}
) ENGINE = MergeTree ORDER BY row`,
}

/** A column of a file: aliases of a query may have the same name. */
export function columnName(name: string): string {
  return `texts.${quoteName(name)}`
}

function keyName(group: Group): string {
  return `${group}_key`
}

/** A key for the values of some columns of a file. */
export function keyOf({ number, columns }: FileTable, indices: readonly number[]): string {
  const names = indices.map((index) => columnName(columns[index] ?? ''))
  return `reinterpretAsUInt128(sipHash128(${[String(number), ...names].join(', ')}))`
}

function cellOf({ columns }: FileTable, index: number): string {
  return index === -1 ? "''" : columnName(columns[index] ?? '')
}

export function keyRows(file: FileTable, deciding: DecidingColumns): Statement {
  const { number, name, columns, linesBefore } = file
  const { id, makesIds, point, groups } = deciding
  const [lon, lat, both] = [point.lon, point.lat, point.both].map((index) => cellOf(file, index))
  const isPlain = `match(${lon}, '${PLAIN_DEGREES}') AND match(${lat}, '${PLAIN_DEGREES}')`
  const first = columnName(columns[0] ?? '')
  const keys = GROUPS.map((group) => `  ${keyOf(file, groups[group])} AS ${keyName(group)}`)
  return {
    title: `Find id, point and keys of the rows of ${name}. Point 0 is none, 1 is plain degrees, 2 is any other text, which is read by our own code. A row of sums begins with a word for it.`,
    sql: `INSERT INTO ${WORK}.keys
SELECT
  ${number} * ${ROWS_A_FILE} + row_line AS row,
  ${linesBefore} AS lines_before,
  ${makesIds ? 1 : 0} AS makes_ids,
  ${cellOf(file, id)} AS id_text,
  match(id_text, '${PLAIN_ID}') AS is_plain_id,
  multiIf(${lon} = '' AND ${lat} = '' AND ${both} = '', 0, ${both} = '' AND ${isPlain}
    AND abs(toFloat64OrZero(${lon})) <= 180 AND abs(toFloat64OrZero(${lat})) <= 90, 1, 2) AS point_state,
  if(point_state = 1, toFloat64OrZero(${lon}), 0) AS lon,
  if(point_state = 1, toFloat64OrZero(${lat}), 0) AS lat,
  ${keyOf(file, pointColumns(deciding))} AS point_key,
  match(if(match(${first}, '${NO_SPACE}'), ${first}, arrayFirst(cell -> match(cell, '${NO_SPACE}'),
    [${columns.map(columnName).join(', ')}])), '${TOTAL}') AS may_be_total,
${keys.join(',\n')}
FROM ${WORK}.rows_${number} AS texts
SETTINGS precise_float_parsing = 1`,
  }
}

/** The columns of coordinates, in one order. */
export function pointColumns({ point }: DecidingColumns): number[] {
  return [point.lon, point.lat, point.both].filter((index) => index !== -1)
}

/** Distinct values of columns in the order of their first rows: key, number of rows, line, values. */
export function distinctValues(file: FileTable, indices: readonly number[], where = ''): Statement {
  const values = indices.map((index) => columnName(file.columns[index] ?? ''))
  return {
    title: `List the distinct values of ${values.join(', ') || 'no column'} in ${file.name}.`,
    sql: `SELECT toString(${keyOf(file, indices)} AS key), count(), min(row_line) AS line,
  any([${values.join(', ') || "''"}])
FROM ${WORK}.rows_${file.number} AS texts${where}
GROUP BY key ORDER BY line`,
  }
}

/** The values of columns in all rows, in their order. */
export function valuesOfRows(file: FileTable, indices: readonly number[]): Statement {
  const values = indices.map((index) => columnName(file.columns[index] ?? ''))
  return {
    title: `List the values of ${values.join(', ')} in ${file.name}.`,
    sql: `SELECT [${values.join(', ')}] FROM ${WORK}.rows_${file.number} AS texts ORDER BY row_line`,
  }
}

/** The cells of some rows, in order: row, flaw, number of cells, cells. */
export function rowCells(file: FileTable, condition: string): Statement {
  return {
    title: `List rows of ${file.name} with all of their cells.`,
    sql: `SELECT ${file.number} * ${ROWS_A_FILE} + row_line AS row, row_flaw, row_cells,
  [${file.columns.map(columnName).join(', ')}]
FROM ${WORK}.rows_${file.number} AS texts
WHERE ${file.number} * ${ROWS_A_FILE} + row_line IN (${condition})
ORDER BY row_line`,
  }
}

/** Ids that our own code cleans. */
export const ODD_IDS: Statement = {
  title: 'List ids that are not plain.',
  sql: `SELECT DISTINCT id_text FROM ${WORK}.keys WHERE NOT is_plain_id AND id_text != ''`,
}

/** Rows that may be sums of others. */
export const POSSIBLE_TOTALS = `SELECT row FROM ${WORK}.keys WHERE may_be_total`

/** Where points are that our own code reads. */
export function oddPoints(file: FileTable): string {
  return ` WHERE row_line IN (SELECT toUInt32(row % ${ROWS_A_FILE}) FROM ${WORK}.keys
  WHERE intDiv(row, ${ROWS_A_FILE}) = ${file.number} AND point_state = 2)`
}
