import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMN_FACETS, WORD_NOT_STATED } from '../../src/model/facets'
import type { Incident } from '../../src/model/report'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { CONDITIONS, failedConditions } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { readQuery } from '../../src/query/search/readQuery'
import { matchesQuery } from '../../src/query/search/search'
import { someDataset, someFilter } from '../support/arbitraries'
import { agreementOf } from '../support/conflict'

/** The listed weapons that the words of made reports name. */
const WEAPONS: Readonly<Record<string, readonly string[]>> = {
  'small arms': ['small-arms'],
  'Sniper rifles': ['sniper'],
  'Griphon-12 UAV': ['uav'],
  'large-calibre weapons': ['large-calibre', 'large-calibre-weapons'],
  stones: ['other'],
}

/** The conditions of a filter that a report fails, judged on the report itself. */
function failed(incident: Incident, { chosen }: Filter, isPaired: boolean, isFound: boolean) {
  const { record, areas } = incident
  const values: Readonly<Record<string, readonly string[]>> = {
    area: areas.length === 0 ? [NOT_LOCATED] : areas,
    ...Object.fromEntries(
      COLUMN_FACETS.map(({ key, name }) => [
        key,
        [record[name]].flat().map((value) => String(value) || WORD_NOT_STATED),
      ]),
    ),
    weapon:
      record.weapons.length === 0
        ? ['not-stated']
        : record.weapons.flatMap((word) => WEAPONS[word] ?? []),
    denied: [record.denied_by === '' ? 'no' : 'yes'],
    placement: [incident.placement],
    agreement: [agreementOf(incident, isPaired)],
    source: incident.citedSources.map(({ id }) => id),
  }
  const failedFacets = Object.entries(chosen).flatMap(
    ([key, ids]: [string, ReadonlySet<string>]) =>
      ids.size === 0 || values[key]?.some((value) => ids.has(value)) ? [] : [key],
  )
  return [...failedFacets, ...(isFound ? [] : ['query'])] as (keyof typeof CONDITIONS)[]
}

test('says of every row which conditions it fails, whether it was searched before or not', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const fails = failedConditions(dataset, filter)
      const matches = matchesQuery(dataset, filter.query)
      dataset.incidents.forEach((incident, row) => {
        const isPaired = dataset.pairsOf(row).length > 0
        let bits = 0
        for (const name of failed(incident, filter, isPaired, matches?.[row] !== 0)) {
          bits |= CONDITIONS[name]
        }
        expect(fails[row]).toBe(bits)
      })
      expect(
        failedConditions(dataset, { ...filter, query: readQuery('not read', null) }, matches),
      ).toEqual(fails)
    }),
  )
})

test('each condition has a bit of its own', () => {
  const bits = Object.values(CONDITIONS)
  expect(bits.reduce((sum, bit) => sum | bit, 0)).toBe(2 ** bits.length - 1)
})
