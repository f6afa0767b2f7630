import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FAILS, failsOf, unfiltered } from '../../src/data/filter'
import type { JoinedDataset } from '../../src/data/join'
import { agreementOf } from '../../src/data/pairing'
import { matchesQuery } from '../../src/data/search'
import { NOT_LOCATED } from '../../src/data/vocabulary'
import type { Filter, Incident } from '../../src/types'
import { range, someDataset, someFilter } from './arbitraries'

/** The conditions of a filter that a report fails, judged on the report itself. */
function failed(
  incident: Incident,
  filter: Filter,
  { pairsOf, rowOf }: JoinedDataset,
): (keyof typeof FAILS)[] {
  const { areas, by, accused, kinds, denied, placements, agreements, sources } = filter
  const isPaired = pairsOf(rowOf.get(incident.id) ?? -1).length > 0
  const inAreas =
    incident.areas.some((id) => areas.has(id)) ||
    (incident.areas.length === 0 && areas.has(NOT_LOCATED))
  const conditions: [keyof typeof FAILS, boolean][] = [
    ['area', areas.size === 0 || inAreas],
    ['by', by.size === 0 || by.has(incident.reportingParty)],
    ['accused', accused.size === 0 || accused.has(incident.accusedParty)],
    ['kind', kinds.size === 0 || incident.kinds.some((kind) => kinds.has(kind))],
    ['denied', denied === null || (denied === 'yes') === (incident.deniedBy !== '')],
    ['placement', placements.size === 0 || placements.has(incident.placement)],
    ['agreement', agreements.size === 0 || agreements.has(agreementOf(incident, isPaired))],
    ['source', sources.size === 0 || incident.citedSources.some(({ id }) => sources.has(id))],
  ]
  return conditions.filter(([, holds]) => !holds).map(([name]) => name)
}

test('says of every row which conditions it fails', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const fails = failsOf(dataset, filter)
      const matches = matchesQuery(dataset, filter.query)
      dataset.incidents.forEach((incident, row) => {
        let bits = matches && matches[row] === 0 ? FAILS.query : 0
        for (const name of failed(incident, filter, dataset)) bits |= FAILS[name]
        expect(fails[row]).toBe(bits)
      })
    }),
  )
})

test('takes what a search has found from where it is at hand', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const matches = matchesQuery(dataset, filter.query)
      expect(failsOf(dataset, { ...filter, query: 'not read' }, matches)).toEqual(
        failsOf(dataset, filter),
      )
    }),
  )
})

test('an unset filter fails nothing', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      const fails = failsOf(dataset, unfiltered(range('2022-11-27', '2022-12-03')))
      expect(fails.every((bits) => bits === 0)).toBe(true)
    }),
  )
})

test('each condition has a bit of its own', () => {
  const bits = Object.values(FAILS)
  expect(bits.reduce((sum, bit) => sum | bit, 0)).toBe(2 ** bits.length - 1)
})
