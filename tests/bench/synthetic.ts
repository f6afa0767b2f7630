import { SHIPPED_CONFLICT as CONFLICT } from '../../src/app/shippedConflict'
import type { Day } from '../../src/model/day'
import { CODED_FACETS, facetValues } from '../../src/model/facets'
import type { AreaId } from '../../src/model/ids'
import { MINUTES_PER_DAY } from '../../src/model/interval'
import { AGREEMENTS, PLACEMENTS } from '../../src/model/vocabulary'
import { valueBits } from '../../src/store/codes'
import type { Columns, Dataset } from '../../src/store/dataset'
import { day } from '../support/arbitraries'
import { mulberry32 } from './random'

const AREAS = 89
/** Two reports in three are of one of these. */
const FOCUS = 8
const DENIED = AGREEMENTS.indexOf('denied')
const OPPONENT = ['armenian-formations', 'azerbaijan'].map((side) =>
  CONFLICT.accused.findIndex(({ id }) => id === side),
)
const FIRE = valueBits(facetValues('kind', CONFLICT), ['fire'])
const BOTH_SIDES = AGREEMENTS.indexOf('both-sides')
const FIRST = day('2020-11-26')
const LAST = day('2023-09-21')
const [WEST, SOUTH, EAST, NORTH] = [44.5, 38.5, 49.5, 41.5]

/**
 * A dataset of any size with the columns only: seeded, so that every run sees the same rows, and shaped
 * like the records: one report in six names no area and one in twelve two, most name one of a few; most are of fire and
 * accuse the other side; one in ten runs over midnight and a few over weeks; one in twenty is denied and as many are
 * reported by both sides. Each has a point of its own.
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
    codes: Object.fromEntries(
      CODED_FACETS.map((key) => [key, new Uint8Array(length)]),
    ) as unknown as Columns['codes'],
    counts: {
      killed: new Int32Array(length).fill(-1),
      wounded: new Int32Array(length).fill(-1),
    },
    notAdded: new Uint8Array(length),
    areaOffset: new Int32Array(length + 1),
    areaIndex: new Uint16Array(),
    areaApproximate: new Uint8Array(),
    sourceOffset: new Int32Array(length + 1),
    sourceIndex: new Int32Array(),
    denialSource: new Int32Array(length).fill(-1),
    siteOffset: Int32Array.from({ length: length + 1 }, (_, row) => row),
    siteIndex: Int32Array.from({ length }, (_, row) => row),
    direction: new Uint8Array(length),
    originOffset: new Int32Array(length + 1),
    originIndex: new Int32Array(),
  }
  const sites = {
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
  const areas: number[] = []
  const approximate: number[] = []
  for (let row = 0; row < length; row++) {
    const start = starts[row] ?? FIRST
    const long = below(200)
    const nights = long === 0 ? below(30) : long < 20 ? 1 : 0
    const end = Math.min(LAST + 1, start + nights)
    columns.startDay[row] = start
    columns.endDay[row] = end
    columns.startMinute[row] = start * MINUTES_PER_DAY
    columns.endMinute[row] = (end + 1) * MINUTES_PER_DAY - 1
    const party = below(CONFLICT.parties.length)
    columns.codes.by[row] = party
    columns.codes.accused[row] =
      below(10) === 0 ? below(CONFLICT.accused.length) : (OPPONENT[party % 2] ?? 0)
    columns.codes.kind[row] =
      below(3) > 0 ? FIRE : (1 << below(CONFLICT.kinds.length)) | (below(3) === 0 ? FIRE : 0)
    const claims = below(20)
    columns.codes.denied[row] = claims === 0 ? 1 : 0
    columns.codes.agreement[row] = claims === 0 ? DENIED : claims === 1 ? BOTH_SIDES : 0
    const dice = below(12)
    const named = dice < 2 ? 0 : dice === 2 ? 2 : 1
    const isApproximate = named > 0 && below(20) === 0
    const area = below(3) > 0 ? below(FOCUS) : below(AREAS)
    for (let index = 0; index < named; index++) {
      areas.push((area + index) % AREAS)
      approximate.push(isApproximate ? 1 : 0)
    }
    columns.areaOffset[row + 1] = areas.length
    columns.codes.placement[row] = PLACEMENTS.indexOf(
      named === 0 ? 'unlocated' : isApproximate ? 'approximate' : 'settlement',
    )
  }
  return {
    conflict: CONFLICT,
    incidents: [],
    columns: {
      ...columns,
      areaIndex: Uint16Array.from(areas),
      areaApproximate: Uint8Array.from(approximate),
    },
    places: [],
    areas: new Map(),
    areaIds,
    sources: new Map(),
    sourceOrder: [],
    sourceIndexOf: new Map(),
    sites,
    origins: [],
    rowOf: new Map(),
    pairsOf: () => [],
    issues: [],
    span: { from: FIRST, to: (LAST + 1) as Day },
  }
}
