import { type CodedFacetKey, hasSeveral } from '../model/facets'
import { CELL_PARTS, cellsAcross } from '../publish/quadCell'
import { PUBLISHED_FACETS } from '../publish/sortedReport'
import { MOST_DAYS } from '../publish/tableOrder'
import { columnName } from './keyStatements'
import { type FileTable, ROWS_A_FILE, type Statement, WORK } from './statements'

/** Columns of codes as a list, in some order. */
function codeList(facets: readonly CodedFacetKey[]): string {
  return `[${facets.map((key) => `toUInt32(${key})`).join(', ')}] AS codes`
}

/** Columns of codes, each as narrow as it may be: rows are put together faster by short keys. */
function codeColumns(facets: readonly CodedFacetKey[]): string {
  const isShort = (key: CodedFacetKey) => !hasSeveral(key)
  return facets
    .map((key) => `${isShort(key) ? 'toUInt16' : 'toUInt32'}(${key}) AS ${key}`)
    .join(', ')
}

/** Intervals by length, as tableOrder.ts has them. */
const LENGTH_CLASS = MOST_DAYS.map((days) => `(last_day - first_day >= ${days})`).join(' + ')

/** Parts of a pixel that a part of a cell may be wrong by: logarithms differ in their last digits. */
const ROUNDING = 1e-3

export const BOUNDS: Statement = {
  title: 'Count reports, and find the bounds of their points.',
  sql: `SELECT toUInt64(count()), toUInt64(sum(length(points))),
  minArray(points.1), minArray(points.2), maxArray(points.1), maxArray(points.2)
FROM ${WORK}.reports`,
}

export const COUNT_REPEATED: Statement = {
  title: 'Count rows with the id of an earlier one.',
  sql: `SELECT toUInt64(count()) FROM ${WORK}.repeated`,
}

/** `facets` are the columns of codes in the order of the tables, as stayingFacets has it. */
export function partCounts(facets: readonly CodedFacetKey[]): Statement {
  const keys = ['area_list', 'first_day', 'last_day', ...facets].join(', ')
  return {
    title: 'Count reports by day, list of areas and codes: partial sums of each shard.',
    sql: `CREATE TABLE ${WORK}.part_counts ENGINE = MergeTree ORDER BY tuple() AS
SELECT arrayStringConcat(areas, ' ') AS area_list, first_day, last_day,
  ${codeColumns(facets)}, toUInt64(sum(events)) AS events
FROM ${WORK}.published
GROUP BY ${keys}`,
  }
}

export const PART_LISTS: Statement = {
  title: 'Find the first report of each list of areas, in the order of reports.',
  sql: `CREATE TABLE ${WORK}.part_lists ENGINE = MergeTree ORDER BY tuple() AS
SELECT arrayStringConcat(areas, ' ') AS area_list,
  min((replaceAll(areas[1], '~', ''), toInt32(${LENGTH_CLASS}), start, end, id)) AS first_report
FROM ${WORK}.published GROUP BY area_list`,
}

export const AREA_LISTS: Statement = {
  title: 'Number the lists of areas in the order of reports. Those of all shards are needed.',
  sql: `CREATE TABLE ${WORK}.area_lists ENGINE = MergeTree ORDER BY number AS
SELECT area_list, toUInt32(row_number() OVER (ORDER BY least_report) - 1) AS number
FROM (SELECT area_list, min(first_report) AS least_report FROM ${WORK}.part_lists GROUP BY area_list)`,
}

export const LIST_AREAS: Statement = {
  title: 'List the lists of areas.',
  sql: `SELECT area_list FROM ${WORK}.area_lists ORDER BY number`,
}

/** Parts of several shards are added up; those of one are sums already. */
export function countSums(facets: readonly CodedFacetKey[], isAlone: boolean): Statement {
  const keys = ['first_day', 'last_day', 'number', ...facets].join(', ')
  return {
    title:
      'Add up the counts of all shards, in the order of the tables of counts: longer intervals after shorter ones.',
    sql: `SELECT first_day, last_day, number, ${codeList(facets)}, ${isAlone ? 'events' : 'toUInt64(sum(events))'}
FROM ${WORK}.part_counts INNER JOIN ${WORK}.area_lists USING area_list
${isAlone ? '' : `GROUP BY ${keys}\n`}ORDER BY ${LENGTH_CLASS}, ${keys}`,
  }
}

export const OVERVIEW: Statement = {
  title: 'Add up the counts by day and party.',
  sql: `SELECT first_day, last_day, toUInt32(by), toUInt64(sum(events))
FROM ${WORK}.part_counts GROUP BY first_day, last_day, by`,
}

/** The parts of cells across the world at the last zoom. */
export function partsAcross(zooms: readonly number[]): number {
  return CELL_PARTS * cellsAcross(zooms.at(-1) ?? 0)
}

/** Web Mercator in parts of cells at the last zoom, from the north. */
function partOfLatitude(lat: string, parts: number): string {
  return `(${parts} * (0.5 - log(tan(pi() / 4 + ${lat} * pi() / 360)) / (2 * pi())))`
}

/** Latitudes that our own code places on the map. */
export function doubtfulLatitudes(zooms: readonly number[]): Statement {
  const part = partOfLatitude('lat', partsAcross(zooms))
  return {
    title: 'List latitudes so near the edge of a pixel that a rounding error decides.',
    sql: `SELECT DISTINCT arrayJoin(points).2 AS lat FROM ${WORK}.published
WHERE abs(${part} - round(${part})) < ${ROUNDING} OR NOT isFinite(${part})`,
  }
}

export const LATITUDES: Statement = {
  title: 'Find latitudes that our own code placed.',
  sql: `CREATE DICTIONARY ${WORK}.placed_latitudes (key UInt64, part UInt32)
PRIMARY KEY key SOURCE(CLICKHOUSE(TABLE 'latitudes' DB '${WORK}')) LAYOUT(HASHED()) LIFETIME(0)`,
}

export function partCells(zooms: readonly number[], facets: readonly CodedFacetKey[]): Statement {
  const parts = partsAcross(zooms)
  const last = zooms.at(-1) ?? 0
  const shifts = zooms.map((zoom) => `(${zoom}, ${last - zoom})`).join(', ')
  const clamp = (value: string) => `toUInt32(least(${parts - 1}, greatest(0, floor(${value}))))`
  const fine = `(${clamp(`${parts} * (0.5 + point.1 / 360)`)},
      dictGetOrDefault('${WORK}.placed_latitudes', 'part', reinterpretAsUInt64(point.2),
        ${clamp(partOfLatitude('point.2', parts))}))`
  const cellOf = `mortonEncode(intDiv(place.1, ${CELL_PARTS}), intDiv(place.2, ${CELL_PARTS}))`
  const within = (axis: 1 | 2) => `bitAnd(place.${axis}, ${CELL_PARTS - 1})`
  const at = 'bitShiftRight(fine.1, zoom.2), bitShiftRight(fine.2, zoom.2)'
  const sumOf = (axis: 1 | 2) =>
    `toUInt64(arraySum((place, other) -> if(other = cell, ${within(axis)}, 0), places, cells))`
  const keys = ['zoom', 'cell', 'first_day', 'last_day', ...facets].join(', ')
  const own = ['first_day', 'last_day', ...PUBLISHED_FACETS, 'events'].join(', ')
  return {
    title: `Count reports by square of the map, day and codes: partial sums of each shard. A report with several points counts once in each square. Points are whole ${CELL_PARTS}ths of a square at zoom ${last}; squares of other zooms are fewer bits of the same number. Squares are in Z-order.`,
    sql: `CREATE TABLE ${WORK}.part_cells ENGINE = MergeTree ORDER BY tuple() AS
SELECT toUInt8(zoom.1) AS zoom, toUInt32(cell) AS cell, first_day, last_day,
  ${codeColumns(facets)}, toUInt64(sum(events)) AS events, sum(in_cell) AS points,
  sum(x) AS x, sum(y) AS y, count() AS records
FROM (
  SELECT zoom, ${cellOf} AS cell, toUInt64(1) AS in_cell,
    toUInt64(${within(1)}) AS x, toUInt64(${within(2)}) AS y, ${own}
  FROM (
    SELECT points[1] AS point, ${fine} AS fine, arrayJoin([${shifts}]) AS zoom, (${at}) AS place, ${own}
    FROM ${WORK}.published WHERE length(points) = 1
  )
  UNION ALL
  SELECT zoom, cell, countEqual(cells, cell) AS in_cell, ${sumOf(1)} AS x, ${sumOf(2)} AS y, ${own}
  FROM (
    SELECT arrayMap(point -> ${fine}, points) AS all_fine, arrayJoin([${shifts}]) AS zoom,
      arrayMap(fine -> (${at}), all_fine) AS places,
      arrayMap(place -> ${cellOf}, places) AS cells, ${own}
    FROM ${WORK}.published WHERE length(points) > 1
  )
  ARRAY JOIN arrayDistinct(cells) AS cell
)
GROUP BY ${keys}`,
  }
}

export const CELL_RECORDS: Statement = {
  title: 'Count the squares of all reports.',
  sql: `SELECT toUInt64(sum(records)) FROM ${WORK}.part_cells`,
}

/** Parts of several shards are added up; those of one are sums already. */
export function cellSums(
  zooms: readonly number[],
  facets: readonly CodedFacetKey[],
  isAlone: boolean,
): Statement {
  const year = "toYear(addDays(toDate32('1970-01-01'), first_day))"
  const sums = ['events', 'points', 'x', 'y'].map((name) => (isAlone ? name : `sum(${name})`))
  const keys = ['first_day', 'last_day', ...facets].join(', ')
  return {
    title:
      'Add up the squares of all shards, in the order of the tables of cells: longer intervals after shorter ones, the lowest zoom by day, others by year.',
    sql: `SELECT toUInt32(zoom), cell, first_day, last_day, ${codeList(facets)}, ${sums.join(', ')}
FROM ${WORK}.part_cells
${isAlone ? '' : `GROUP BY zoom, cell, ${keys}\n`}ORDER BY zoom, ${LENGTH_CLASS}, if(zoom = ${zooms[0] ?? 0}, first_day, ${year}), cell, ${keys}`,
  }
}

/** The reports of a shard by area and day, each once for each of its areas, with their cells. */
export function sortedReports(files: readonly FileTable[]): Statement {
  const parts = files.map(
    ({ number, columns }) => `  SELECT published.*, row_flaw, row_cells, cells
  FROM (SELECT row_line, row_flaw, row_cells, [${columns.map(columnName).join(', ')}] AS cells
    FROM ${WORK}.rows_${number} AS texts) AS texts
  INNER JOIN (SELECT * FROM ${WORK}.published WHERE intDiv(row, ${ROWS_A_FILE}) = ${number}) AS published
    ON published.line = texts.row_line`,
  )
  return {
    title:
      'Sort the reports by area, day and id, longer intervals after shorter ones, with the cells of their rows: our own code writes their text.',
    sql: `SELECT replaceAll(area, '~', '') AS area_id, toUInt32(copy - 1) AS nth, row, start, end, ${codeList(PUBLISHED_FACETS)},
  areas, arrayFlatten(arrayMap(point -> [point.1, point.2], points)) AS positions,
  events, killed, wounded, id, row_flaw, row_cells, cells
FROM (
${parts.join('\n  UNION ALL\n')}
)
ARRAY JOIN if(empty(areas), [''], areas) AS area, arrayEnumerate(if(empty(areas), [''], areas)) AS copy
ORDER BY area_id, ${LENGTH_CLASS}, start, end, id
SETTINGS join_algorithm = 'full_sorting_merge'`,
  }
}
