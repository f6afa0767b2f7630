import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Day, Unit } from '../../src/model/day'
import { splitWindow } from '../../src/model/day'
import { FACET_KEYS, facetValues } from '../../src/model/facets'
import type { Certainty } from '../../src/model/interval'
import { certaintyOf, daysOf } from '../../src/model/interval'
import type { Incident } from '../../src/model/report'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { failedConditions, unfiltered } from '../../src/query/conditions'
import type { Count } from '../../src/query/counts'
import type { Filter } from '../../src/query/filter'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import { runs } from '../propertyRuns'
import {
  CONDITIONS,
  choosing,
  datasetOf,
  day,
  range,
  someDataset,
  someFilter,
  someWindow,
  withOnly,
} from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { deepFreeze } from '../support/freeze'

const slice = (dataset: JoinedDataset, filter: Filter) => sliceDataset(dataset, deepFreeze(filter))

/** What a slice holds, by id. */
function shown(dataset: JoinedDataset, { rows, certain }: Slice): Map<string, Certainty> {
  return new Map(
    Array.from(rows, (row, index) => [
      dataset.incidents[row]?.id ?? '',
      certain[index] === 1 ? 'certain' : 'possible',
    ]),
  )
}

/** The slice by the plain rule, report for report. */
function expected(dataset: JoinedDataset, filter: Filter): [Incident, Certainty][] {
  const fails = failedConditions(dataset, filter)
  return dataset.incidents.flatMap((incident, row) => {
    const certainty = certaintyOf(daysOf(incident.interval), filter.window, filter.off)
    const counts = certainty === 'certain' || (certainty === 'possible' && filter.possible)
    return counts && fails[row] === 0 ? [[incident, certainty] as const] : []
  }) as [Incident, Certainty][]
}

function countOf(reports: readonly (readonly [Incident, Certainty])[]): Count {
  const certain = reports.filter(([, certainty]) => certainty === 'certain').length
  return { certain, possible: reports.length - certain }
}

describe('sliceDataset', () => {
  test('holds the reports that the rule of intervals and the filter let through, in display order', () => {
    fc.assert(
      fc.property(someDataset, someFilter, (dataset, filter) => {
        const reports = expected(dataset, filter)
        expect([...shown(dataset, slice(dataset, filter))]).toEqual(
          reports.map(([incident, certainty]) => [incident.id, certainty]),
        )
      }),
    )
  })

  test('counts what it holds: all, by area, not located', () => {
    fc.assert(
      fc.property(someDataset, someFilter, (dataset, filter) => {
        const result = slice(dataset, filter)
        const reports = expected(dataset, filter)
        expect(result.count).toEqual(countOf(reports))
        expect(result.count.certain + result.count.possible).toBe(result.rows.length)
        expect(result.notLocated).toEqual(
          countOf(reports.filter(([incident]) => incident.placement === 'unlocated')),
        )
        for (const id of dataset.areaIds) {
          const here = reports.filter(([incident]) => incident.areas.includes(id))
          const approximate = here.filter(([incident]) =>
            incident.locations.some(
              (location) => location.area === id && location.precision === 'approximate',
            ),
          )
          // No report here is no entry: silence is not a count of zero.
          expect(result.areas.get(id)).toEqual(
            here.length === 0
              ? undefined
              : {
                  ...countOf(here),
                  approximate: approximate.length,
                },
          )
        }
      }),
    )
  })

  test('gives each value of a filter the count of the slice that has this value alone chosen', () => {
    const expectFacets = (dataset: JoinedDataset, filter: Filter) => {
      const { facets } = slice(dataset, filter)
      const ids = { area: [...dataset.areaIds, NOT_LOCATED] }
      for (const key of FACET_KEYS) {
        if (key === 'source') continue
        for (const id of key === 'area' ? ids.area : facetValues(key, CONFLICT)) {
          const alone = slice(dataset, choosing(filter, { [key]: [id] })).count
          expect(facets[key].get(id)).toEqual(alone)
        }
      }
    }
    fc.assert(
      fc.property(someDataset, someFilter, (dataset, filter) => {
        expectFacets(dataset, filter)
        // One condition at a time too: several together leave little to count.
        for (const name of CONDITIONS) expectFacets(dataset, withOnly(filter, [name]))
      }),
      { numRuns: runs(40) },
    )
  })
})

describe('slices of a partition of time', () => {
  const units = fc.constantFrom<Unit>('day', 'week', 'month')

  test('hold each certain report of a part exactly once, and no report that the whole has not', () => {
    fc.assert(
      fc.property(someDataset, someFilter, units, (dataset, any, unit) => {
        // A night over the border of two parts is certain in the whole and only possible in each.
        const filter = { ...any, possible: true }
        const whole = shown(dataset, slice(dataset, filter))
        const parts = splitWindow(filter.window, unit).map((window) =>
          shown(dataset, slice(dataset, { ...filter, window })),
        )
        const certainIn = new Map<string, number>()
        const seen = new Set<string>()
        for (const [id, certainty] of parts.flatMap((part) => [...part])) {
          seen.add(id)
          if (certainty === 'certain') certainIn.set(id, (certainIn.get(id) ?? 0) + 1)
        }
        expect([...seen].sort()).toEqual([...whole.keys()].sort())
        for (const [id, times] of certainIn) {
          expect(times).toBe(1)
          expect(whole.get(id)).toBe('certain')
        }
      }),
    )
  })

  test('a report of one day that is certain in the whole is certain in exactly one part', () => {
    fc.assert(
      fc.property(someDataset, someFilter, units, (dataset, filter, unit) => {
        const parts = splitWindow(filter.window, unit).map((window) =>
          shown(dataset, slice(dataset, { ...filter, window })),
        )
        for (const [incident, certainty] of expected(dataset, filter)) {
          const { from, to } = daysOf(incident.interval)
          if (from !== to) continue
          expect(certainty).toBe('certain')
          expect(parts.filter((part) => part.get(incident.id) === 'certain')).toHaveLength(1)
        }
      }),
    )
  })
})

describe('dates switched off', () => {
  test('act as days that have left the window', () => {
    fc.assert(
      fc.property(someDataset, someFilter, someWindow, (dataset, filter, window) => {
        if (window.from > window.to) return
        // A run of days at the end of the window switched off is a shorter window.
        const off = new Set<Day>()
        for (let each = window.from; each <= window.to; each++) {
          if ((each - window.from) * 2 > window.to - window.from) off.add(each as Day)
        }
        const shorter = { from: window.from, to: (window.to - off.size) as Day }
        const withOff = slice(dataset, { ...filter, window, off })
        const withoutThem = slice(dataset, { ...filter, window: shorter, off: new Set() })
        expect({ ...withOff, filter: null }).toEqual({ ...withoutThem, filter: null })
      }),
    )
  })

  test('change nothing outside the window', () => {
    fc.assert(
      fc.property(someDataset, someFilter, (dataset, filter) => {
        const { from, to } = filter.window
        const inside = new Set([...filter.off].filter((each) => from <= each && each <= to))
        expect({ ...slice(dataset, { ...filter, off: inside }), filter: null }).toEqual({
          ...slice(dataset, filter),
          filter: null,
        })
      }),
    )
  })

  test('only ever take away: switched on again, the slice is what it was', () => {
    fc.assert(
      fc.property(someDataset, someFilter, (dataset, filter) => {
        const all = shown(dataset, slice(dataset, { ...filter, off: new Set() }))
        for (const [id, certainty] of shown(dataset, slice(dataset, filter))) {
          expect(all.has(id)).toBe(true)
          if (certainty === 'certain') expect(all.get(id)).toBe('certain')
        }
      }),
    )
  })
})

describe('windows', () => {
  const night = {
    id: 'night',
    date_start: '2022-12-31',
    time_start: '23:30',
    date_end: '2023-01-01',
    time_end: '00:30',
  }
  const leap = { id: 'leap', date_start: '2024-02-29' }
  const dataset = datasetOf([night, leap])
  const held = (from: string, to: string, ...off: string[]) =>
    Object.fromEntries(
      shown(
        dataset,
        slice(dataset, { ...unfiltered(range(from, to)), off: new Set(off.map(day)) }),
      ),
    )

  test.each([
    ['both its days', '2022-12-31', '2023-01-01', { night: 'certain' }],
    ['the old year', '2022-01-01', '2022-12-31', { night: 'possible' }],
    ['the new year', '2023-01-01', '2023-12-31', { night: 'possible' }],
    ['the day before', '2022-12-30', '2022-12-30', {}],
    ['a window reversed', '2023-01-01', '2022-12-31', {}],
    ['a leap day alone', '2024-02-29', '2024-02-29', { leap: 'certain' }],
    ['the day after it', '2024-03-01', '2024-03-01', {}],
    ['long before any report', '1990-01-01', '1990-12-31', {}],
    ['all of time', '0001-01-01', '9999-12-31', { leap: 'certain', night: 'certain' }],
  ])('%s', (_, from, to, reports) => {
    expect(held(from, to)).toEqual(reports)
  })

  test('with every day switched off hold nothing', () => {
    expect(held('2022-12-31', '2023-01-01', '2022-12-31', '2023-01-01')).toEqual({})
  })

  test('of an empty dataset hold nothing and count nothing', () => {
    const empty = slice(datasetOf([]), unfiltered(range('2022-11-27', '2022-12-03')))
    expect(empty.rows).toHaveLength(0)
    expect(empty.count).toEqual({ certain: 0, possible: 0 })
    expect(empty.areas.size).toBe(0)
  })
})
