import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitWindow } from '../../src/model/day'
import type { Incident } from '../../src/model/report'
import { failedConditions } from '../../src/query/conditions'
import type { Colouring, Count, GroupCounts, GroupId } from '../../src/query/counts'
import {
  COLOURINGS,
  countGroups,
  countGroupsByArea,
  groupAt,
  groupsOf,
} from '../../src/query/groups'
import { groupWords } from '../../src/query/groupWords'
import { countOfBin, histogram } from '../../src/query/histogram'
import { sliceDataset } from '../../src/query/sliceDataset'
import { someDataset, someFilter } from '../support/arbitraries'
import { agreementOf, CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'

const someColouring = fc.constantFrom(...COLOURINGS)
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const totals = ({ certain, possible }: GroupCounts): Count => ({
  certain: sum(certain),
  possible: sum(possible),
})

/** The group of a report, told from the report itself. */
function groupOf(incident: Incident, colouring: Colouring, isPaired: boolean): GroupId {
  if (colouring === 'party') return incident.record.reporting_party
  return colouring === 'accused' ? incident.record.accused_party : agreementOf(incident, isPaired)
}

describe('counts by group', () => {
  test('of an area add up to its count, and are there for the areas that count', () => {
    fc.assert(
      fc.property(someDataset, someFilter, someColouring, (dataset, filter, colouring) => {
        const slice = sliceDataset(dataset, filter)
        const groups = countGroupsByArea(dataset, slice, colouring)
        expect(new Set(groups.keys())).toEqual(new Set(slice.areas.keys()))
        for (const [id, { certain, possible }] of slice.areas) {
          expect(totals(groups.get(id) as GroupCounts)).toEqual({ certain, possible })
        }
        expect(totals(countGroups(dataset, slice, colouring))).toEqual(slice.count)
      }),
    )
  })

  test('are of the reports whose group it is', () => {
    fc.assert(
      fc.property(someDataset, someFilter, someColouring, (dataset, filter, colouring) => {
        const slice = sliceDataset(dataset, filter)
        const reports = Array.from(slice.rows, (row, index) => ({
          row,
          incident: dataset.incidents[row] as Incident,
          certain: slice.certain[index] === 1,
        }))
        const byPlainRule = (list: typeof reports): GroupCounts => {
          const count = (wanted: boolean) =>
            groupsOf(CONFLICT, colouring).map(
              ({ id }) =>
                list.filter(
                  ({ incident, row, certain }) =>
                    certain === wanted &&
                    groupOf(incident, colouring, dataset.pairsOf(row).length > 0) === id,
                ).length,
            )
          return { certain: count(true), possible: count(false) }
        }
        expect(countGroups(dataset, slice, colouring)).toEqual(byPlainRule(reports))
        for (const [id, counts] of countGroupsByArea(dataset, slice, colouring)) {
          expect(counts).toEqual(
            byPlainRule(reports.filter(({ incident }) => incident.areas.includes(id))),
          )
        }
      }),
    )
  })

  test('of a bar add up to the same bar, whatever the colouring', () => {
    fc.assert(
      fc.property(someDataset, someFilter, someColouring, (dataset, filter, colouring) => {
        const fails = failedConditions(dataset, filter)
        const ranges = splitWindow(filter.window, 'week')
        const bins = histogram(dataset, fails, ranges, colouring)
        expect(bins.map(countOfBin)).toEqual(histogram(dataset, fails, ranges).map(countOfBin))
        for (const { certain, possible } of bins) {
          expect(certain).toHaveLength(groupsOf(CONFLICT, colouring).length)
          expect(possible).toHaveLength(groupsOf(CONFLICT, colouring).length)
        }
      }),
    )
  })
})

test('every report of the frozen records has a group of each colouring', () => {
  const dataset = realDataset()
  for (const colouring of COLOURINGS) {
    const known = new Set<string>(groupsOf(CONFLICT, colouring).map(({ id }) => id))
    dataset.incidents.forEach((incident, row) => {
      const group = groupAt(dataset, row, colouring)
      expect(known).toContain(group)
      const isPaired = dataset.pairsOf(row).length > 0
      expect(group).toBe(groupOf(incident, colouring, isPaired))
    })
  }
})

describe('groupWords', () => {
  const total = (certain: number, possible: number) => String(certain + possible)

  test.each([
    ['party', [2, 0, 0, 1, 0], [0, 1, 0, 0, 0], 'Azerbaijan 2, Armenia 1, Russia 1'],
    ['accused', [0, 3, 0, 0], [0, 0, 0, 1], 'accused: Armenia 3, not stated 1'],
    ['agreement', [2, 1, 0], [0, 0, 0], 'one side 2, denied 1'],
    ['accused', [0, 0, 0, 0], [0, 0, 0, 0], ''],
  ] as const)('%s %j %j', (colouring, certain, possible, words) => {
    expect(groupWords({ certain, possible }, CONFLICT, colouring, total)).toBe(words)
  })
})
