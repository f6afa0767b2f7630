import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incident } from '../../src/model/report'
import type { Colouring, GroupCounts, GroupId } from '../../src/query/counts'
import {
  colouringsOf,
  countGroups,
  countGroupsByArea,
  firstColouring,
  groupAt,
  groupsOf,
} from '../../src/query/groups'
import { groupWords } from '../../src/query/groupWords'
import { sliceDataset } from '../../src/query/sliceDataset'
import { someDataset, someFilter } from '../support/arbitraries'
import { agreementOf, CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'
import { fixture, openReports } from '../support/open'

const someColouring = fc.constantFrom(...colouringsOf(CONFLICT))

/** The group of a report, told from the report itself. */
function groupOf(incident: Incident, colouring: Colouring, isPaired: boolean): GroupId {
  if (colouring === 'party') return incident.record.reporting_party
  return colouring === 'accused' ? incident.record.accused_party : agreementOf(incident, isPaired)
}

test('a file of one country is coloured by what happened at first', async () => {
  const counts = await openReports([fixture('../faults/layouts/acled-aggregated.csv')])
  expect(firstColouring(counts.dataset)).toBe('kind')
  const events = await openReports([fixture('../faults/layouts/acled-other-country.csv')])
  expect(firstColouring(events.dataset)).toBe('party')
  expect(firstColouring(realDataset())).toBe('party')
})

test('counts by group, in all and of each area, are of the reports whose group it is', () => {
  fc.assert(
    fc.property(someDataset, someFilter, someColouring, (dataset, filter, colouring) => {
      const slice = sliceDataset(dataset, filter)
      const reports = Array.from(slice.rows, (row, index) => {
        const incident = dataset.incidents[row] as Incident
        const group = groupOf(incident, colouring, dataset.pairsOf(row).length > 0)
        expect(groupAt(dataset, row, colouring)).toBe(group)
        const known = incident.locations.filter(
          ({ precision, position }) => precision === 'settlement' && position,
        )
        const atSite = known.map(({ area }) => area)
        return { areas: incident.areas, atSite, group, certain: slice.certain[index] === 1 }
      })
      const byPlainRule = (list: typeof reports): GroupCounts => {
        const count = (wanted: boolean) =>
          groupsOf(CONFLICT, colouring).map(
            ({ id }) =>
              list.filter(({ group, certain }) => certain === wanted && group === id).length,
          )
        return { certain: count(true), possible: count(false) }
      }
      expect(countGroups(dataset, slice, colouring)).toEqual(byPlainRule(reports))
      const byArea = countGroupsByArea(dataset, slice, colouring)
      expect(new Set(byArea.keys())).toEqual(new Set(slice.areas.keys()))
      for (const [id, counts] of byArea) {
        const own = reports.filter(({ areas }) => areas.includes(id))
        expect(counts).toEqual(byPlainRule(own))
        const districtOnly = countGroupsByArea(dataset, slice, colouring, 'districtOnly').get(id)
        expect(districtOnly).toEqual(byPlainRule(own.filter(({ atSite }) => !atSite.includes(id))))
      }
    }),
  )
})

test.each([
  ['party', [2, 0, 0, 1, 0], [0, 1, 0, 0, 0], 'Azerbaijan 2, Armenia 1, Russia 1'],
  ['accused', [0, 3, 0, 0], [0, 0, 0, 1], 'accused: Armenia 3, not stated 1'],
  ['agreement', [2, 1, 0], [0, 0, 0], 'one side 2, denied 1'],
  ['accused', [0, 0, 0, 0], [0, 0, 0, 0], ''],
] as const)('in words: %s %j %j', (colouring, certain, possible, words) => {
  const total = (certain: number, possible: number) => String(certain + possible)
  expect(groupWords({ certain, possible }, CONFLICT, colouring, total)).toBe(words)
})
