import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import { COLUMN_FACETS, WORD_NOT_STATED } from '../../src/model/facets'
import type { Incident } from '../../src/model/report'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { CONDITIONS, failedConditions, unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { matchesQuery } from '../../src/query/search'
import { range, someDataset, someFilter } from '../support/arbitraries'
import { agreementOf } from '../support/conflict'

/** The conditions of a filter that a report fails, judged on the report itself. */
function failed(
  incident: Incident,
  filter: Filter,
  { pairsOf, rowOf }: JoinedDataset,
): (keyof typeof CONDITIONS)[] {
  const { area, denied, placement, agreement, source } = filter.chosen
  const isPaired = pairsOf(rowOf.get(incident.id) ?? -1).length > 0
  const { record, areas } = incident
  const isDenied = record.denied_by === '' ? 'no' : 'yes'
  const inAreas = areas.some((id) => area.has(id)) || (areas.length === 0 && area.has(NOT_LOCATED))
  const conditions: [keyof typeof CONDITIONS, boolean][] = [
    ['area', area.size === 0 || inAreas],
    ...COLUMN_FACETS.map(({ key, name }): [typeof key, boolean] => {
      const chosen = filter.chosen[key]
      const values = [record[name]].flat().map((value) => String(value) || WORD_NOT_STATED)
      return [key, chosen.size === 0 || values.some((value) => chosen.has(value))]
    }),
    ['denied', denied.size === 0 || denied.has(isDenied)],
    ['placement', placement.size === 0 || placement.has(incident.placement)],
    ['agreement', agreement.size === 0 || agreement.has(agreementOf(incident, isPaired))],
    ['source', source.size === 0 || incident.citedSources.some(({ id }) => source.has(id))],
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
