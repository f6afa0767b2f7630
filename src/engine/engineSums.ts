import type { Box, Conflict } from '../model/conflict'
import { type CountedReports, type Sum, stayingFacets } from '../publish/countTables'
import type { Disk } from '../publish/disk'
import { Overview } from '../publish/overviewTable'
import { CELL_PARTS, cellAt, zoomsOf } from '../publish/quadCell'
import {
  AREA_LISTS,
  BOUNDS,
  CELL_RECORDS,
  COUNT_REPEATED,
  cellSums,
  countSums,
  doubtfulLatitudes,
  LATITUDES,
  LIST_AREAS,
  OVERVIEW,
  PART_LISTS,
  partCells,
  partCounts,
} from './countStatements'
import { writeLines } from './decideValues'
import type { Shards } from './gather'
import { collectRows, readRowBinary, readRowBinaryFile } from './rowBinary'
import type { EngineSession } from './session'
import type { Statement } from './statements'

const COUNT_TYPES = ['Int32', 'Int32', 'UInt32', 'Array(UInt32)', 'UInt64'] as const
const CELL_TYPES = [
  ...(['UInt32', 'UInt32', 'Int32', 'Int32', 'Array(UInt32)'] as const),
  ...(['UInt64', 'UInt64', 'UInt64', 'UInt64'] as const),
] as const
/** Results that are read several times. */
const FILES = { counts: 'counts.sums', cells: 'cells.sums' }

/** The number of reports, of rows that repeat an id, and the bounds of all points. */
export async function findBounds({ shards, main }: Shards) {
  let reports = 0
  let bounds: Box | null = null
  const types = [
    ...(['UInt64', 'UInt64'] as const),
    ...(['Float64', 'Float64', 'Float64', 'Float64'] as const),
  ] as const
  for (const shard of shards) {
    const found = await collectRows(shard, BOUNDS, types)
    for (const [rows, points, west, south, east, north] of found) {
      reports += rows
      if (points === 0) continue
      const known: Box = bounds ?? [west, south, east, north]
      bounds = [
        Math.min(known[0], west),
        Math.min(known[1], south),
        Math.max(known[2], east),
        Math.max(known[3], north),
      ]
    }
  }
  const [repeated] = await collectRows(main, COUNT_REPEATED, ['UInt64'])
  return { reports, repeated: repeated?.[0] ?? 0, bounds }
}

/** Has each shard count its part, and the main engine add up the parts. */
export async function countReports(
  shards: Shards,
  disk: Disk,
  conflict: Conflict,
  bounds: Box | null,
) {
  const facets = stayingFacets(conflict)
  const zooms = bounds ? zoomsOf(bounds) : []
  await shards.onShards(partCounts(facets), PART_LISTS)
  await shards.gather('part_counts')
  await shards.gather('part_lists')
  await shards.main.run(AREA_LISTS)
  await keep(shards.main, countSums(facets, shards.isAlone), disk, FILES.counts)
  disk.remove(FILES.cells)
  let cellRecords = 0
  if (zooms.length > 0) {
    for (const shard of shards.shards) await placeLatitudes(shard, zooms)
    await shards.onShards(LATITUDES, partCells(zooms, facets))
    await shards.gather('part_cells')
    const [records] = await collectRows(shards.main, CELL_RECORDS, ['UInt64'])
    cellRecords = records?.[0] ?? 0
    await keep(shards.main, cellSums(zooms, facets, shards.isAlone), disk, FILES.cells)
  }
  const areaLists = (await collectRows(shards.main, LIST_AREAS, ['String'])).flat()
  const overview = new Overview()
  const days = shards.main.stream(OVERVIEW)
  for await (const [first, last, by, events] of readRowBinary(days, [
    ...(['Int32', 'Int32', 'UInt32', 'UInt64'] as const),
  ])) {
    overview.addSum(first, last, by, events)
  }
  const counted: CountedReports = {
    counts: () => readCounts(disk),
    cells: () => readCells(disk),
    ...{ areaLists, zooms, cellRecords },
  }
  return { counted, overview }
}

/** Removes results that were kept. */
export function removeSums(disk: Disk): void {
  for (const file of Object.values(FILES)) disk.remove(file)
}

/** Places latitudes by our own code that a rounding error could move to the next pixel. */
async function placeLatitudes(shard: EngineSession, zooms: readonly number[]): Promise<void> {
  const last = zooms.at(-1) ?? 0
  const bits = new DataView(new ArrayBuffer(8))
  const found = shard.stream(doubtfulLatitudes(zooms))
  await writeLines(shard, 'latitudes', async function* () {
    for await (const [lat] of readRowBinary(found, ['Float64'])) {
      bits.setFloat64(0, lat)
      const { line, y } = cellAt([0, lat], last)
      const part = line * CELL_PARTS + y
      yield `${bits.getBigUint64(0)}\t${part}`
    }
  })
}

async function keep(session: EngineSession, statement: Statement, disk: Disk, name: string) {
  disk.remove(name)
  for await (const piece of session.stream(statement)) disk.append(name, piece)
}

function* readCounts(disk: Disk): Generator<Sum> {
  const source = disk.open(FILES.counts)
  if (!source) return
  for (const [first, last, list, codes, events] of readRowBinaryFile(source, COUNT_TYPES)) {
    yield { key: [first, last, list, ...codes], values: [events] }
  }
}

function* readCells(disk: Disk): Generator<Sum> {
  const source = disk.open(FILES.cells)
  if (!source) return
  for (const [zoom, cell, first, last, codes, ...sums] of readRowBinaryFile(source, CELL_TYPES)) {
    yield { key: [zoom, cell, first, last, ...codes], values: sums }
  }
}
