import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, DayRange } from '../../src/model/day'
import { splitWindow } from '../../src/model/day'
import {
  type Chosen,
  CODED_FACETS,
  type CodedFacetKey,
  facetValues,
  hasSeveral,
} from '../../src/model/facets'
import type { AreaId } from '../../src/model/ids'
import type { Certainty } from '../../src/model/interval'
import { certaintyOf } from '../../src/model/interval'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { failedConditions } from '../../src/query/conditions'
import type { Count } from '../../src/query/counts'
import type { Filter } from '../../src/query/filter'
import { countGroups, countGroupsByArea } from '../../src/query/groups'
import { histogram } from '../../src/query/histogram'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { indexRows, keepRowIndex } from '../../src/store/rowIndex'
import { syntheticDataset } from '../bench/synthetic'
import { runs } from '../propertyRuns'
import { range } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

/** So many that rows lie in several blocks and chunks (timeOrder.ts), the last of each not full. */
const ROWS = 75_000
const AREAS = 400

/** Reports that run for years among those of a day, and more areas than a byte can number. */
function manyRows(): Dataset {
  const { columns, ...rest } = syntheticDataset(ROWS)
  const endDay = columns.endDay.map((day, row) => (row % 9000 === 77 ? day + 500 : day))
  const areaIndex = columns.areaIndex.map((area) => (area % 6) * 66)
  const last = endDay.reduce((latest, day) => Math.max(latest, day))
  return {
    ...rest,
    columns: { ...columns, endDay, areaIndex },
    areaIds: Array.from({ length: AREAS }, (_, index) => `area-${index}` as AreaId),
    span: { from: rest.span?.from as Day, to: last as Day },
  }
}

const dataset = manyRows()
const span = dataset.span ?? range(0, 0)
const days = fc.integer({ min: span.from - 40, max: span.to + 40 }).map((day) => day as Day)
const windows: fc.Arbitrary<DayRange> = fc.oneof(
  fc.constant(span),
  fc.constant(range('2021-06-01', '2023-05-31')),
  // In any order: some are reversed, and some lie before or after all reports.
  fc.record({ from: days, to: days }),
  days.map((day) => range(day, day + 30)),
)
const filters: fc.Arbitrary<Filter> = fc.record({
  window: windows,
  off: fc.oneof(
    fc.constant(new Set<Day>()),
    fc.uniqueArray(days, { maxLength: 40 }).map((list) => new Set(list)),
  ),
  chosen: fc.record({
    area: chosen([...dataset.areaIds.filter((_, index) => index % 66 === 0), NOT_LOCATED]),
    ...Object.fromEntries(CODED_FACETS.map((key) => [key, chosen(facetValues(key, CONFLICT))])),
    source: fc.constant(new Set<string>()),
  }) as unknown as fc.Arbitrary<Chosen>,
  query: fc.constant(''),
  possible: fc.boolean(),
})

function chosen(values: readonly string[]): fc.Arbitrary<ReadonlySet<string>> {
  return fc
    .oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...values]))
    .map((list) => new Set(list))
}

/** A row that passes, by the plain rules. */
interface Passing {
  readonly row: number
  readonly certainty: Certainty
}

/** The ids that a row has for a condition. */
function idsOf({ columns, areaIds }: Dataset, row: number) {
  const areas = columns.areaIndex.subarray(columns.areaOffset[row], columns.areaOffset[row + 1])
  const coded = CODED_FACETS.map((key) => {
    const code = columns.codes[key][row] ?? -1
    const values = facetValues(key, CONFLICT)
    const isHere = (place: number) =>
      hasSeveral(key) ? (code & (1 << place)) !== 0 : code === place
    return [key, values.filter((_, place) => isHere(place))]
  })
  return {
    area: areas.length === 0 ? [NOT_LOCATED] : Array.from(areas, (at) => areaIds[at] as AreaId),
    ...(Object.fromEntries(coded) as Record<CodedFacetKey, string[]>),
  }
}
const IDS = Array.from({ length: ROWS }, (_, row) => idsOf(dataset, row))
type Condition = keyof ReturnType<typeof idsOf>
const CONDITIONS = Object.keys(IDS[0] ?? {}) as Condition[]

function holds(filter: Filter, condition: Condition, row: number): boolean {
  const ids: readonly string[] = IDS[row]?.[condition] ?? []
  const set = filter.chosen[condition]
  return set.size === 0 || ids.some((id) => set.has(id))
}

/** Row by row: those that pass, and those that would if one condition were not set. */
function plainSlice(filter: Filter) {
  const { startDay, endDay } = dataset.columns
  const all: Passing[] = []
  const but = new Map<Condition, Passing[]>(CONDITIONS.map((condition) => [condition, []]))
  for (let row = 0; row < ROWS; row++) {
    const lasts = { from: (startDay[row] ?? 0) as Day, to: (endDay[row] ?? 0) as Day }
    if (lasts.from > filter.window.to || lasts.to < filter.window.from) continue
    const certainty = certaintyOf(lasts, filter.window, filter.off)
    if (certainty === null || (certainty === 'possible' && !filter.possible)) continue
    const failed = CONDITIONS.filter((condition) => !holds(filter, condition, row))
    if (failed.length === 0) all.push({ row, certainty })
    for (const condition of CONDITIONS) {
      if (failed.every((each) => each === condition)) but.get(condition)?.push({ row, certainty })
    }
  }
  return { all, but }
}

function countBy(rows: readonly Passing[], keys: (row: number) => readonly string[]) {
  const counts = new Map<string, { certain: number; possible: number }>()
  for (const { row, certainty } of rows) {
    for (const key of keys(row)) {
      const count = counts.get(key) ?? { certain: 0, possible: 0 }
      count[certainty]++
      counts.set(key, count)
    }
  }
  return counts
}

function inOrder(terms: readonly { id: string }[], counts: ReadonlyMap<string, Count>) {
  const column = (certainty: Certainty) => terms.map(({ id }) => counts.get(id)?.[certainty] ?? 0)
  return { certain: column('certain'), possible: column('possible') }
}

function approximateAreas(row: number): AreaId[] {
  const { areaOffset, areaApproximate } = dataset.columns
  const first = areaOffset[row] ?? 0
  return (IDS[row]?.area ?? []).filter((_, index) => areaApproximate[first + index] === 1)
}

const isFound = ([, { certain, possible }]: readonly [string, Count]) => certain + possible > 0

describe('a slice of many rows', () => {
  test('reads more than one chunk', () => {
    expect(indexRows(dataset.columns).chunks.rows * 2).toBeLessThan(ROWS)
  })

  test('has the rows and counts of the plain rules, whatever the window, dates off and filters', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const slice = sliceDataset(dataset, filter)
        const { all, but } = plainSlice(filter)
        expect(Array.from(slice.rows)).toEqual(all.map(({ row }) => row))
        expect(Array.from(slice.certain)).toEqual(
          all.map(({ certainty }) => (certainty === 'certain' ? 1 : 0)),
        )
        for (const condition of CONDITIONS) {
          expect(new Map<string, Count>([...slice.facets[condition]].filter(isFound))).toEqual(
            countBy(but.get(condition) ?? [], (row) => IDS[row]?.[condition] ?? []),
          )
        }
        const areas = countBy(all, (row) => IDS[row]?.area ?? [])
        expect(slice.notLocated).toEqual(areas.get(NOT_LOCATED) ?? { certain: 0, possible: 0 })
        areas.delete(NOT_LOCATED)
        const approximate = countBy(all, (row) => approximateAreas(row))
        expect(slice.areas).toEqual(
          new Map(
            Array.from(areas, ([id, count]) => {
              const { certain, possible } = approximate.get(id) ?? { certain: 0, possible: 0 }
              return [id, { ...count, approximate: certain + possible }]
            }),
          ),
        )
      }),
      { numRuns: runs(25) },
    )
  })

  test('counts groups by the plain rules', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const slice = sliceDataset(dataset, filter)
        const { all } = plainSlice(filter)
        const accused = countBy(all, (row) => IDS[row]?.accused ?? [])
        expect(countGroups(dataset, slice, 'accused')).toEqual(inOrder(CONFLICT.accused, accused))
        for (const [area, counts] of countGroupsByArea(dataset, slice, 'party')) {
          const here = all.filter(({ row }) => IDS[row]?.area.includes(area))
          expect(counts).toEqual(
            inOrder(
              CONFLICT.parties,
              countBy(here, (row) => IDS[row]?.by ?? []),
            ),
          )
        }
      }),
      { numRuns: runs(15) },
    )
  })

  test('has the rows of the plain rules with an index that was built elsewhere', () => {
    const columns = structuredClone(dataset.columns)
    keepRowIndex(columns, structuredClone(indexRows(dataset.columns)))
    fc.assert(
      fc.property(filters, (filter) => {
        const rows = [...sliceDataset({ ...dataset, columns }, filter).rows]
        expect(rows).toEqual(plainSlice(filter).all.map(({ row }) => row))
      }),
      { numRuns: runs(10) },
    )
  })
})

describe('a histogram of many rows', () => {
  test('is that of the plain rule for any run of ranges', () => {
    const units = fc.constantFrom('week', 'month', 'all')
    fc.assert(
      fc.property(filters, windows, units, (filter, window, unit) => {
        const ranges = splitWindow(window, unit)
        const fails = failedConditions(dataset, filter)
        const { startDay, endDay, codes } = dataset.columns
        const party = codes.by
        const bins = ranges.map((each) => ({
          range: each,
          certain: CONFLICT.parties.map(() => 0),
          possible: CONFLICT.parties.map(() => 0),
        }))
        for (let row = 0; row < ROWS; row++) {
          const [start, end] = [startDay[row] ?? 0, endDay[row] ?? 0]
          if (fails[row] !== 0) continue
          for (const bin of bins) {
            if (end < bin.range.from || start > bin.range.to) continue
            const isCertain = start >= bin.range.from && end <= bin.range.to
            const counts = isCertain ? bin.certain : filter.possible ? bin.possible : []
            counts[party[row] ?? 0] = (counts[party[row] ?? 0] ?? 0) + 1
          }
        }
        expect(histogram(dataset, fails, ranges, 'party', filter.possible)).toEqual(bins)
      }),
      { numRuns: runs(15) },
    )
  })
})
