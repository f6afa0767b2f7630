import { MINUTES_PER_DAY } from '../../src/data/interval'
import { ACCUSED, KINDS, PARTIES } from '../../src/data/vocabulary'
import type { AreaId, Columns, Dataset, Day } from '../../src/types'
import { day } from '../data/arbitraries'
import { mulberry32 } from './random'

const AREAS = 12
const FIRST = day('2020-11-26')
const LAST = day('2023-09-21')
const [WEST, SOUTH, EAST, NORTH] = [44.5, 38.5, 49.5, 41.5]

/**
 * A dataset of any size with the columns only: seeded, so that every run sees the same rows, and shaped
 * like the records (one report in six has no area, one in ten runs over midnight, one in twenty is denied),
 * each with a point of its own.
 */
export function syntheticDataset(length: number): Dataset {
  const random = mulberry32(20221130)
  const below = (limit: number) => Math.floor(random() * limit)
  const areaIds = Array.from({ length: AREAS }, (_, index) => `area-${index}` as AreaId)
  const columns: Columns = {
    length,
    startMinute: new Int32Array(length),
    endMinute: new Int32Array(length),
    startDay: new Int32Array(length),
    endDay: new Int32Array(length),
    party: new Uint8Array(length),
    accused: new Uint8Array(length),
    kinds: new Uint8Array(length),
    denied: new Uint8Array(length),
    placement: new Uint8Array(length),
    agreement: new Uint8Array(length),
    killed: new Int32Array(length).fill(-1),
    wounded: new Int32Array(length).fill(-1),
    notAdded: new Uint8Array(length),
    areaOffset: new Int32Array(length + 1),
    areaIndex: new Uint16Array(length),
    areaApproximate: new Uint8Array(length),
    sourceOffset: new Int32Array(length + 1),
    sourceIndex: new Int32Array(),
    denialSource: new Int32Array(length).fill(-1),
    spotOffset: Int32Array.from({ length: length + 1 }, (_, row) => row),
    spotIndex: Int32Array.from({ length }, (_, row) => row),
  }
  const spots = {
    length,
    lon: Float64Array.from({ length }, () => WEST + random() * (EAST - WEST)),
    lat: Float64Array.from({ length }, () => SOUTH + random() * (NORTH - SOUTH)),
    area: new Uint16Array(length),
    names: { length, at: () => '' },
  }
  // Latest first, as the join lays rows out.
  const starts = Int32Array.from({ length }, () => FIRST + below(LAST - FIRST))
    .sort()
    .reverse()
  let areas = 0
  for (let row = 0; row < length; row++) {
    const start = starts[row] ?? FIRST
    columns.startDay[row] = start
    columns.endDay[row] = below(10) === 0 ? start + 1 : start
    columns.party[row] = below(PARTIES.length)
    columns.accused[row] = below(ACCUSED.length)
    columns.kinds[row] = 1 << below(KINDS.length)
    columns.denied[row] = below(20) === 0 ? 1 : 0
    columns.startMinute[row] = start * MINUTES_PER_DAY
    columns.endMinute[row] = ((columns.endDay[row] ?? start) + 1) * MINUTES_PER_DAY - 1
    if (below(6) > 0) columns.areaIndex[areas++] = below(AREAS)
    columns.areaOffset[row + 1] = areas
  }
  return {
    incidents: [],
    columns,
    areas: new Map(),
    areaIds,
    sources: new Map(),
    sourceOrder: [],
    sourceIndexOf: new Map(),
    spots,
    rowOf: new Map(),
    pairsOf: () => [],
    issues: [],
    span: { from: FIRST, to: (LAST + 1) as Day },
  }
}
