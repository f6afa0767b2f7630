import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import { FACET_KEYS, facetValues } from '../../src/model/facets'
import type { Certainty } from '../../src/model/interval'
import { daysOf } from '../../src/model/interval'
import type { Incident } from '../../src/model/report'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { failedConditions } from '../../src/query/conditions'
import type { Count } from '../../src/query/counts'
import type { Filter } from '../../src/query/filter'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import { runs } from '../propertyRuns'
import {
  CONDITIONS,
  choosing,
  range,
  someDataset,
  someFilter,
  withOnly,
} from '../support/arbitraries'
import { CONFLICT, certaintyOf } from '../support/conflict'
import { deepFreeze } from '../support/freeze'

const slice = (dataset: JoinedDataset, filter: Filter) => sliceDataset(dataset, deepFreeze(filter))

/** Windows far from the reports, or around all of time. */
const farFilter = fc
  .tuple(someFilter, fc.constantFrom('1990-12-31', '9999-12-31'))
  .map(([filter, to]) => ({ ...filter, window: range('0001-01-01', to) }))

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
  test('holds and counts what the rule of intervals and the filter let through, in order', () => {
    fc.assert(
      fc.property(someDataset, fc.oneof(someFilter, farFilter), (dataset, filter) => {
        const result = slice(dataset, filter)
        const reports = expected(dataset, filter)
        expect([...shown(dataset, result)]).toEqual(
          reports.map(([incident, certainty]) => [incident.id, certainty]),
        )
        expect(result.count).toEqual(countOf(reports))
        expect(result.notLocated).toEqual(
          countOf(reports.filter(([incident]) => incident.placement === 'unlocated')),
        )
        for (const id of dataset.areaIds) {
          const here = reports.filter(([incident]) => incident.areas.includes(id))
          const approximate = here.filter(([{ locations }]) =>
            locations.some(({ area, precision }) => area === id && precision === 'approximate'),
          ).length
          // No report here is no entry: silence is not a count of zero.
          expect(result.areas.get(id)).toEqual(
            here.length === 0 ? undefined : { ...countOf(here), approximate },
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
