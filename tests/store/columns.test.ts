import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf } from '../../src/model/interval'
import { isNotAdded } from '../../src/model/notAdded'
import { AGREEMENTS, PLACEMENTS } from '../../src/model/vocabulary'
import { codesType } from '../../src/store/codes'
import { ColumnBuilder } from '../../src/store/columns'
import { datasetOf, someDataset } from '../support/arbitraries'
import { agreementOf, CONFLICT } from '../support/conflict'

function listed(offset: Int32Array, index: Int32Array | Uint16Array, row: number): number[] {
  return [...index.subarray(offset[row] ?? 0, offset[row + 1])]
}

test('every row of the columns is its report', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      const { columns, areaIds, sites } = dataset
      const sourceOrder = [...dataset.sources.values()]
      expect(columns.areaOffset).toHaveLength(dataset.incidents.length + 1)
      dataset.incidents.forEach((incident, row) => {
        const { record, areas, citedSources, interval, locations, placement } = incident
        const at = (list: { readonly [index: number]: number }) => list[row] ?? Number.NaN
        const areaRange = [columns.areaOffset[row], columns.areaOffset[row + 1]]
        const facets = columns.codes
        expect({ from: at(columns.startDay), to: at(columns.endDay) }).toEqual(daysOf(interval))
        expect({ start: at(columns.startMinute), end: at(columns.endMinute) }).toEqual(interval)
        expect(CONFLICT.parties[at(facets.by)]?.id).toBe(record.reporting_party)
        expect(CONFLICT.accused[at(facets.accused)]?.id).toBe(record.accused_party)
        const kinds = CONFLICT.kinds.filter((_, bit) => (at(facets.kind) >> bit) % 2 === 1)
        expect(new Set(kinds.map(({ id }) => id))).toEqual(new Set(record.kind))
        expect(at(facets.denied) === 1).toBe(record.denied_by !== '')
        expect(PLACEMENTS[at(facets.placement)]).toBe(placement)
        const agreement = agreementOf(incident, dataset.pairsOf(row).length > 0)
        expect(AGREEMENTS[at(facets.agreement)]).toBe(agreement)
        expect(at(columns.counts.killed)).toBe(record.killed ?? -1)
        expect(at(columns.counts.wounded)).toBe(record.wounded ?? -1)
        expect(at(columns.notAdded)).toBe(isNotAdded(record.note) ? 1 : 0)
        const cited = listed(columns.sourceOffset, columns.sourceIndex, row)
        expect(cited.map((index) => sourceOrder[index])).toEqual(citedSources)
        const denial = sourceOrder[at(columns.denialSource)]?.id ?? null
        expect(denial).toBe(
          dataset.sources.has(record.denial_source as never) ? record.denial_source : null,
        )
        const points = listed(columns.siteOffset, columns.siteIndex, row).map((site) => ({
          position: [sites.lon[site], sites.lat[site]],
          settlement: sites.names.at(site),
          area: areaIds[sites.area[site] ?? -1],
          precision: 'settlement',
          isPoint: true,
        }))
        expect(locations.filter(({ isPoint }) => isPoint)).toMatchObject(points)
        const from = listed(columns.originOffset, columns.originIndex, row)
        expect(from.map((index) => dataset.origins[index])).toEqual(incident.origins)
        const named = listed(columns.areaOffset, columns.areaIndex, row)
        expect(named.map((index) => areaIds[index])).toEqual(areas)
        const vague = locations.filter(({ precision }) => precision === 'approximate')
        expect([...columns.areaApproximate.subarray(...areaRange)].map(Boolean)).toEqual(
          areas.map((area) => vague.some((location) => location.area === area)),
        )
      })
    }),
  )
})

test('a vocabulary that does not fit the bits of its column is refused', () => {
  const kinds = Array.from({ length: 32 }, (_, index) => ({ id: `k${index}` }))
  expect(() => codesType('kind', { ...CONFLICT, kinds } as never)).toThrow('32 values')
})

test('an area that is not in the list throws', () => {
  const dataset = datasetOf([{ id: 'x', date_start: '2022-11-29', areas: 'Shusha' }])
  const builder = new ColumnBuilder(CONFLICT)
  const [incident] = dataset.incidents
  if (incident) builder.add(incident, [], -1)
  expect(() => builder.build(Int32Array.of(0), [])).toThrow('an area is not in the list')
})
