import { AGREEMENTS } from '../model/vocabulary'
import type { AreaLayers } from './areaLayers'
import { ROWS_A_FILE, type Statement, WORK } from './statements'

const POLYGON = 'Array(Array(Array(Tuple(Float64, Float64))))'

/** Tables that our own code fills with what it decided. */
export const DECISIONS = {
  times: 'key UInt128, fits UInt8, start Int32, end Int32',
  figures: 'key UInt128, fits UInt8, killed Int32, wounded Int32, events Int32',
  reporters: 'key UInt128, code UInt32, side UInt8',
  accused: 'key UInt128, code UInt32',
  kinds: 'key UInt128, kind UInt32, weapon UInt32',
  ids: 'id_text String, id String',
  positions: 'point_key UInt128, has_point UInt8, lon Float64, lat Float64',
  totals: 'row UInt64',
  border: 'lon Float64, lat Float64, area UInt32',
  placements:
    'place UInt128, point UInt8, area UInt32, swapped UInt32, placement UInt8, areas Array(String), points Array(Tuple(UInt8, Float64, Float64)), groups Array(String)',
  latitudes: 'key UInt64, part UInt32',
} as const
export type DecisionTable = keyof typeof DECISIONS

const MEANINGS: Readonly<Record<DecisionTable, string>> = {
  times: 'first and last minute of each distinct set of dates and times',
  figures: 'numbers of dead, wounded and events of each distinct set of figures',
  reporters: 'code and side of each distinct reporting party',
  accused: 'code of each distinct accused',
  kinds: 'codes of each distinct kind and weapon',
  ids: 'ids that had to be cleaned',
  positions: 'points that are not plain degrees',
  totals: 'rows that are sums of others',
  border: 'the area at each point near an outline',
  placements:
    'areas, placement and points of each distinct place with each area that its points are in',
  latitudes: 'the place on the map of latitudes near the edge of a pixel',
}

export function createDecisions(table: DecisionTable): Statement {
  return {
    title: `Make a table that our own code fills: ${MEANINGS[table]}.`,
    sql: `CREATE TABLE ${WORK}.${table} (${DECISIONS[table]}) ENGINE = MergeTree ORDER BY tuple()`,
  }
}

/**
 * Dictionaries that find the area at a point: one for each layer, and one for doubtful points. Of
 * the layouts for polygons, the default one (POLYGON_INDEX_CELL) misses points in thin boxes.
 */
export function areaDictionaries({ layers, doubtful }: AreaLayers): Statement[] {
  const names = [...layers.keys()].map((layer) => `areas_${layer + 1}`)
  if (doubtful.length > 0) names.push('doubt')
  return names.flatMap((name) => [
    {
      title: `Make a table of outlines: ${name === 'doubt' ? 'boxes around edges, within which our own code finds the area' : 'areas of which no two overlap'}.`,
      sql: `CREATE TABLE ${WORK}.${name}_outlines (outline ${POLYGON}, area UInt32) ENGINE = MergeTree ORDER BY tuple()`,
    },
    {
      title: 'Find the outline around a point in it.',
      sql: `CREATE DICTIONARY ${WORK}.${name} (outline ${POLYGON}, area UInt32 DEFAULT 0)
PRIMARY KEY outline SOURCE(CLICKHOUSE(TABLE '${name}_outlines' DB '${WORK}')) LAYOUT(POLYGON_INDEX_EACH()) LIFETIME(0)`,
    },
  ])
}

function areaAt({ layers }: AreaLayers, point: string): string {
  if (layers.length === 0) return '0'
  const found = [...layers.keys()].map(
    (layer) => `dictGet('${WORK}.areas_${layer + 1}', 'area', ${point})`,
  )
  return found.length === 1
    ? `${found[0]}`
    : `arrayMin(arrayFilter(area -> area > 0, [${found.join(', ')}]))`
}

function isDoubtful({ doubtful }: AreaLayers, point: string): string {
  return doubtful.length === 0 ? '0' : `dictGet('${WORK}.doubt', 'area', ${point})`
}

export function readRows(layers: AreaLayers): Statement {
  return {
    title:
      'Give each row what was decided of its values, and find the area at its point: the first where areas overlap. Also that at the point with longitude and latitude swapped.',
    sql: `CREATE TABLE ${WORK}.readings ENGINE = MergeTree ORDER BY row AS
WITH
  if(keys.is_plain_id, keys.id_text, ids.id) AS given_id,
  concat('row-', toString(keys.row % ${ROWS_A_FILE})) AS own_id,
  keys.point_state = 1 OR (keys.point_state = 2 AND positions.has_point) AS has_point,
  if(keys.point_state = 2, positions.lon, keys.lon) AS x,
  if(keys.point_state = 2, positions.lat, keys.lat) AS y
SELECT
  keys.row AS row,
  if(given_id = own_id OR (given_id = '' AND keys.makes_ids),
    concat('row-', toString(keys.row % ${ROWS_A_FILE} + keys.lines_before)), given_id) AS id,
  times.fits AND figures.fits AND id != '' AND totals.row = 0 AS fits,
  times.start AS start, times.end AS end,
  reporters.code AS by, reporters.side AS side, accused.code AS accused,
  kinds.kind AS kind, kinds.weapon AS weapon,
  figures.killed AS killed, figures.wounded AS wounded, figures.events AS events,
  keys.place_key AS place,
  multiIf(NOT has_point, 0, x = 0 AND y = 0, 2, 1) AS point, x AS lon, y AS lat,
  toUInt32(if(has_point, ${areaAt(layers, '(x, y)')}, 0)) AS area,
  toUInt8(if(has_point, ${isDoubtful(layers, '(x, y)')}, 0)) AS is_doubtful,
  toUInt32(if(has_point, ${areaAt(layers, '(y, x)')}, 0)) AS swapped,
  toUInt8(if(has_point, ${isDoubtful(layers, '(y, x)')}, 0)) AS is_swapped_doubtful
FROM ${WORK}.keys AS keys
INNER JOIN ${WORK}.times AS times ON times.key = keys.time_key
INNER JOIN ${WORK}.figures AS figures ON figures.key = keys.figures_key
INNER JOIN ${WORK}.reporters AS reporters ON reporters.key = keys.by_key
INNER JOIN ${WORK}.accused AS accused ON accused.key = keys.accused_key
INNER JOIN ${WORK}.kinds AS kinds ON kinds.key = keys.kind_key
LEFT JOIN ${WORK}.ids AS ids ON ids.id_text = keys.id_text
LEFT JOIN ${WORK}.positions AS positions ON positions.point_key = keys.point_key
LEFT JOIN ${WORK}.totals AS totals ON totals.row = keys.row`,
  }
}

export const REPORT_IDS: Statement = {
  title: 'List the ids of rows that can be reports.',
  sql: `CREATE TABLE ${WORK}.report_ids ENGINE = MergeTree ORDER BY tuple() AS
SELECT id, row FROM ${WORK}.readings WHERE fits`,
}

export const REPEATED: Statement = {
  title: 'Find rows with the id of an earlier row. Ids of all shards are needed.',
  sql: `CREATE TABLE ${WORK}.repeated ENGINE = MergeTree ORDER BY row AS
SELECT again.1 AS row, found[1] AS first, again.2 AS before
FROM (
  SELECT arraySort(groupArray(row)) AS found FROM ${WORK}.report_ids
  WHERE id IN (SELECT id FROM ${WORK}.report_ids GROUP BY id HAVING count() > 1)
  GROUP BY id
)
ARRAY JOIN arrayZip(arrayPopFront(found), arrayPopBack(found)) AS again`,
}

export const DOUBTFUL_POINTS: Statement = {
  title: 'List the points near an outline.',
  sql: `SELECT DISTINCT lon, lat FROM (
  SELECT lon, lat FROM ${WORK}.readings WHERE fits AND point > 0 AND is_doubtful
  UNION ALL
  SELECT lat, lon FROM ${WORK}.readings
  WHERE fits AND point > 0 AND is_swapped_doubtful AND (area = 0 OR is_doubtful)
)`,
}

/** What is known of a row before it is placed. */
const COLUMNS = [
  ...['row', 'id', 'start', 'end', 'by', 'side', 'accused', 'kind', 'weapon'],
  ...['killed', 'wounded', 'events', 'place', 'point', 'lon', 'lat'],
]

export const LOCATED: Statement = {
  title:
    'Correct the area of points near an outline. Swapped degrees matter outside all areas only.',
  sql: `CREATE VIEW ${WORK}.located AS
SELECT ${COLUMNS.map((name) => `readings.${name} AS ${name}`).join(', ')},
  if(readings.is_doubtful, own.area, readings.area) AS area,
  multiIf(area > 0, 0, readings.is_swapped_doubtful, other.area, readings.swapped) AS swapped
FROM ${WORK}.readings AS readings
LEFT JOIN ${WORK}.border AS own ON own.lon = readings.lon AND own.lat = readings.lat
LEFT JOIN ${WORK}.border AS other ON other.lon = readings.lat AND other.lat = readings.lon
WHERE readings.fits`,
}

export const DISTINCT_PLACES: Statement = {
  title:
    'List the distinct places with the areas at their points, in the order of their first rows.',
  sql: `SELECT toString(place), point, area, swapped, count(), min(row) AS first
FROM ${WORK}.located GROUP BY place, point, area, swapped ORDER BY first`,
}

export const REPORTS: Statement = {
  title:
    'Place each report, without rows that have the id of an earlier one. A point of its own is that of the row; of neighbours in the list that are one site (five decimals), the first counts.',
  sql: `CREATE TABLE ${WORK}.reports ENGINE = MergeTree ORDER BY row AS
SELECT
  located.row AS row, toUInt32(row % ${ROWS_A_FILE}) AS line, located.id AS id,
  located.start AS start, located.end AS end, by, side, accused, kind, weapon,
  killed, wounded, events, placements.placement AS placement, placements.areas AS areas,
  arrayCompact(point -> (floor((point.1 + 180) * 1e5 + 0.5), floor((point.2 + 90) * 1e5 + 0.5)),
    arrayMap(point -> if(point.1 = 1, (located.lon, located.lat), (point.2, point.3)),
      placements.points)) AS points,
  placements.groups AS groups
FROM ${WORK}.located AS located
INNER JOIN ${WORK}.placements AS placements ON placements.place = located.place
  AND placements.point = located.point AND placements.area = located.area
  AND placements.swapped = located.swapped
WHERE located.row NOT IN (SELECT row FROM ${WORK}.repeated)`,
}

export const SIDES: Statement = {
  title: 'List reports of the two sides by each area and settlement that they name.',
  sql: `CREATE TABLE ${WORK}.sides ENGINE = MergeTree ORDER BY tuple() AS
SELECT arrayJoin(groups) AS place, row, side, start, end FROM ${WORK}.reports
WHERE side > 0`,
}

export const PAIRED: Statement = {
  title:
    'Find reports of which the other side reports the same place and time: among those of the other side that start before a report ends, the latest end is not before it starts. Reports of all shards are needed.',
  sql: `CREATE TABLE ${WORK}.paired ENGINE = MergeTree ORDER BY row AS
SELECT DISTINCT row FROM (
  SELECT row, side, start, is_end,
    maxOrNullIf(end, side = 1 AND NOT is_end) OVER so_far AS latest_1,
    maxOrNullIf(end, side = 2 AND NOT is_end) OVER so_far AS latest_2
  FROM (
    SELECT place, row, side, start, end, arrayJoin([0, 1]) AS is_end,
      if(is_end, end, start) AS moment
    FROM ${WORK}.sides
  )
  WINDOW so_far AS (PARTITION BY place ORDER BY moment, is_end
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
)
WHERE is_end AND if(side = 1, latest_2, latest_1) >= start`,
}

export const PUBLISHED: Statement = {
  title: 'The reports with what the two sides say, and their days.',
  sql: `CREATE VIEW ${WORK}.published AS
SELECT *, toUInt32(0) AS denied,
  toUInt32(if(row IN (SELECT row FROM ${WORK}.paired), ${AGREEMENTS.indexOf('both-sides')}, ${AGREEMENTS.indexOf('one-side')})) AS agreement,
  toInt32(floor(start / 1440)) AS first_day, toInt32(floor(end / 1440)) AS last_day
FROM ${WORK}.reports`,
}

/** Rows that cannot be reports, and rows with the id of an earlier one. */
export const REJECTED_ROWS = `SELECT row FROM ${WORK}.readings WHERE NOT fits`
export const REPEATED_ROWS = `SELECT row FROM ${WORK}.repeated`

export const FIRST_OF_REPEATED: Statement = {
  title: 'List rows with the id of an earlier one, the first row of each id, and the one before.',
  sql: `SELECT row, first, before FROM ${WORK}.repeated`,
}
