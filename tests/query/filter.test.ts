import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Incident } from '../../src/model/report'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { CONDITIONS, failedConditions, unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { matchesQuery } from '../../src/query/search'
import { agreementOf } from '../../src/store/pairing'
import { range, someDataset, someFilter, someWindow } from '../support/arbitraries'

/** The conditions of a filter that a report fails, judged on the report itself. */
function failed(
  incident: Incident,
  filter: Filter,
  { pairsOf, rowOf }: JoinedDataset,
): (keyof typeof CONDITIONS)[] {
  const { areas, by, accused, kinds, denied, placements, agreements, sources } = filter
  const isPaired = pairsOf(rowOf.get(incident.id) ?? -1).length > 0
  const inAreas =
    incident.areas.some((id) => areas.has(id)) ||
    (incident.areas.length === 0 && areas.has(NOT_LOCATED))
  const conditions: [keyof typeof CONDITIONS, boolean][] = [
    ['area', areas.size === 0 || inAreas],
    ['by', by.size === 0 || by.has(incident.record.reporting_party)],
    ['accused', accused.size === 0 || accused.has(incident.record.accused_party)],
    ['kind', kinds.size === 0 || incident.record.kind.some((kind) => kinds.has(kind))],
    ['denied', denied === null || (denied === 'yes') === (incident.record.denied_by !== '')],
    ['placement', placements.size === 0 || placements.has(incident.placement)],
    ['agreement', agreements.size === 0 || agreements.has(agreementOf(incident, isPaired))],
    ['source', sources.size === 0 || incident.citedSources.some(({ id }) => sources.has(id))],
  ]
  return conditions.filter(([, holds]) => !holds).map(([name]) => name)
}

test('says of every row which conditions it fails', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const fails = failedConditions(dataset, filter)
      const matches = matchesQuery(dataset, filter.query)
      dataset.incidents.forEach((incident, row) => {
        let bits = matches && matches[row] === 0 ? CONDITIONS.query : 0
        for (const name of failed(incident, filter, dataset)) bits |= CONDITIONS[name]
        expect(fails[row]).toBe(bits)
      })
    }),
  )
})

test('does not look at time', () => {
  fc.assert(
    fc.property(someDataset, someFilter, someWindow, (dataset, filter, window) => {
      expect(failedConditions(dataset, { ...filter, window } as Filter)).toEqual(
        failedConditions(dataset, filter),
      )
    }),
  )
})

test('takes what a search has found from where it is at hand', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const matches = matchesQuery(dataset, filter.query)
      expect(failedConditions(dataset, { ...filter, query: 'not read' }, matches)).toEqual(
        failedConditions(dataset, filter),
      )
    }),
  )
})

test('an unset filter fails nothing', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      const fails = failedConditions(dataset, unfiltered(range('2022-11-27', '2022-12-03')))
      expect(fails.every((bits) => bits === 0)).toBe(true)
    }),
  )
})

test('each condition has a bit of its own', () => {
  const bits = Object.values(CONDITIONS)
  expect(bits.reduce((sum, bit) => sum | bit, 0)).toBe(2 ** bits.length - 1)
})
