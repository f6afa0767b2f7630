import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { areaIndex } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import type { Geography } from '../join/locate'
import { Whereabouts } from '../join/whereabouts'
import type { AreaId } from '../model/ids'
import type { ReasonCounter } from '../open/reasons'
import { type AreaLayers, polygonKey } from './areaLayers'
import { writeLines } from './decideValues'
import type { ReadFile } from './engineFile'
import { FileDecider, type PlaceKey } from './fileDecider'
import { DISTINCT_PLACES, DOUBTFUL_POINTS } from './joinStatements'
import { distinctValues } from './keyStatements'
import { readRowBinary, tabSeparated, tabSeparatedList } from './rowBinary'
import type { EngineSession } from './session'
import { ROWS_A_FILE } from './statements'

type Outlines = FeatureCollection<Polygon | MultiPolygon>

const POINT_STATES: readonly PlaceKey['point'][] = ['none', 'some', 'zero']

/** Writes outlines to the tables of their dictionaries. */
export async function writeOutlines(session: EngineSession, found: AreaLayers): Promise<void> {
  for (const [at, layer] of found.layers.entries()) {
    await writeLines(session, `areas_${at + 1}_outlines`, async function* () {
      for (const { area, shapes } of layer) yield `${polygonKey(shapes)}\t${area}`
    })
  }
  if (found.doubtful.length === 0) return
  await writeLines(session, 'doubt_outlines', async function* () {
    for (const shape of found.doubtful) yield `${polygonKey([shape])}\t1`
  })
}

/** Finds the area of points near an outline as our own join does. */
export async function locateDoubtful(session: EngineSession, outlines: Outlines): Promise<void> {
  const indexAt = areaIndex(outlines)
  const points = session.stream(DOUBTFUL_POINTS)
  await writeLines(session, 'border', async function* () {
    for await (const [lon, lat] of readRowBinary(points, ['Float64', 'Float64'])) {
      yield [lon, lat, indexAt(lon, lat) + 1].join('\t')
    }
  })
}

/** Rows of one place whose points are in the same areas. */
interface PlacedRows {
  readonly file: ReadFile
  readonly key: string
  readonly point: number
  readonly area: number
  readonly swapped: number
  readonly rows: number
  readonly first: number
}

/** The distinct places of all rows that can be reports, in the order of their first rows. */
export async function listPlaces(files: readonly ReadFile[]): Promise<PlacedRows[]> {
  const found: PlacedRows[] = []
  const types = ['String', 'UInt8', 'UInt32', 'UInt32', 'UInt64', 'UInt64'] as const
  for (const session of new Set(files.map((file) => file.session))) {
    const places = session.stream(DISTINCT_PLACES)
    for await (const [key, point, area, swapped, rows, first] of readRowBinary(places, types)) {
      const number = Math.floor(first / ROWS_A_FILE)
      const file = files.find(({ table }) => table.number === number)
      if (!file) throw new Error(`there is no file ${number}`)
      found.push({ file, key, point, area, swapped, rows, first })
    }
  }
  return found.sort((a, b) => a.first - b.first)
}

/** What the places of a file's rows are, by their keys. */
export async function placeValues(
  files: readonly ReadFile[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const values = new Map<string, readonly string[]>()
  const types = ['String', 'UInt64', 'UInt32', 'Array(String)'] as const
  for (const { session, table, columns } of files) {
    const found = session.stream(distinctValues(table, columns.groups.place))
    for await (const [key, , , cells] of readRowBinary(found, types)) values.set(key, cells)
  }
  return values
}

/** Joins the distinct places of rows, and writes what they are to the engines. */
export async function joinPlaces(
  places: readonly PlacedRows[],
  values: ReadonlyMap<string, readonly string[]>,
  areaIds: readonly AreaId[],
  geography: Geography,
  reasons: ReasonCounter,
) {
  const deciders = new Map<ReadFile, FileDecider>()
  const lines = new Map<EngineSession, string[]>()
  const counted = { home: 0, doubtful: 0, away: 0 }
  for (const { file, key, point, area, swapped, rows, first } of places) {
    const decider = deciders.get(file) ?? new FileDecider(file.reading, file.columns)
    deciders.set(file, decider)
    const found = decider.locate({
      values: values.get(key) ?? [],
      point: POINT_STATES[point] ?? 'none',
      area: areaIds[area - 1] ?? null,
      swapped: areaIds[swapped - 1] ?? null,
    })
    const own = new Whereabouts({ ...geography, conflict: file.reading.geography.conflict })
    own.add(found.incident, found.issues)
    for (const name of ['home', 'doubtful', 'away'] as const) {
      counted[name] += rows * own.counted[name]
    }
    const row = first % ROWS_A_FILE
    const issues = found.issues.map((issue) => ({ ...issue, file: file.table.name, row }) as Issue)
    reasons.add(issues, rows, first)
    const points = found.points.map(({ own, position }) =>
      own ? '(1,0,0)' : `(0,${position.join(',')})`,
    )
    const line = [
      ...[key, point, area, swapped, found.placement],
      tabSeparatedList(found.areas),
      tabSeparated(`[${points.join(',')}]`),
      tabSeparatedList(found.groups),
    ].join('\t')
    const ofSession = lines.get(file.session) ?? []
    ofSession.push(line)
    lines.set(file.session, ofSession)
  }
  return { whereabouts: new Whereabouts(geography, counted), lines }
}

/** Writes lines that were made before. */
export async function writePlaces(lines: ReadonlyMap<EngineSession, readonly string[]>) {
  for (const [session, ofSession] of lines) {
    await writeLines(session, 'placements', async function* () {
      yield* ofSession
    })
  }
}
