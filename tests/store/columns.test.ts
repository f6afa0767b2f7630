import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { SourceId } from '../../src/model/ids'
import { daysOf } from '../../src/model/interval'
import { isNotAdded } from '../../src/model/notAdded'
import { AGREEMENTS, PLACEMENTS } from '../../src/model/vocabulary'
import { valueBits } from '../../src/store/codes'
import { ColumnBuilder } from '../../src/store/columns'
import { datasetOf, someDataset } from '../support/arbitraries'
import { agreementOf, CONFLICT } from '../support/conflict'

/** Reads a row of the columns back into the words of a report. */
function decode(dataset: JoinedDataset, row: number): object {
  const { columns, areaIds, sites } = dataset
  const sourceOrder = [...dataset.sources.values()]
  const at = (list: { readonly [index: number]: number }) => list[row] ?? Number.NaN
  const from = at(columns.areaOffset)
  const to = columns.areaOffset[row + 1] ?? Number.NaN
  return {
    days: { from: at(columns.startDay), to: at(columns.endDay) },
    party: CONFLICT.parties[at(columns.codes.by)]?.id,
    accused: CONFLICT.accused[at(columns.codes.accused)]?.id,
    kinds: CONFLICT.kinds
      .filter((_, bit) => (at(columns.codes.kind) >> bit) % 2 === 1)
      .map((term) => term.id),
    denied: at(columns.codes.denied) === 1,
    minutes: { start: at(columns.startMinute), end: at(columns.endMinute) },
    figures: [columns.counts.killed, columns.counts.wounded, columns.notAdded].map(at),
    sources: listed(columns.sourceOffset, columns.sourceIndex, row).map(
      (index) => sourceOrder.at(index)?.id,
    ),
    denial_source: sourceOrder[at(columns.denialSource)]?.id,
    points: listed(columns.siteOffset, columns.siteIndex, row).map((site) => [
      sites.lon[site],
      sites.lat[site],
      sites.names.at(site),
      areaIds[sites.area[site] ?? -1],
    ]),
    placement: PLACEMENTS[at(columns.codes.placement)],
    agreement: AGREEMENTS[at(columns.codes.agreement)],
    areas: [...columns.areaIndex.slice(from, to)].map((index) => areaIds[index]),
    approximate: [...columns.areaApproximate.slice(from, to)].map(Boolean),
  }
}

const KINDS = CONFLICT.kinds.map(({ id }) => id)

function listed(offset: Int32Array, index: Int32Array, row: number): number[] {
  return [...index.subarray(offset[row] ?? 0, offset[row + 1])]
}

test('every row of the columns is its report', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      expect(dataset.columns.areaOffset).toHaveLength(dataset.incidents.length + 1)
      dataset.incidents.forEach((incident, row) => {
        expect(decode(dataset, row)).toEqual({
          days: daysOf(incident.interval),
          party: incident.record.reporting_party,
          accused: incident.record.accused_party,
          kinds: CONFLICT.kinds
            .map((term) => term.id)
            .filter((id) => incident.record.kind.includes(id)),
          denied: incident.record.denied_by !== '',
          minutes: incident.interval,
          figures: [
            incident.record.killed ?? -1,
            incident.record.wounded ?? -1,
            isNotAdded(incident.record.note) ? 1 : 0,
          ],
          sources: incident.citedSources.map(({ id }) => id),
          denial_source: dataset.sources.get(incident.record.denial_source ?? ('' as SourceId))?.id,
          points: incident.locations
            .filter(({ precision }) => precision === 'settlement')
            .map(({ position, settlement, area }) => [...(position ?? []), settlement, area]),
          placement: incident.placement,
          agreement: agreementOf(incident, dataset.pairsOf(row).length > 0),
          areas: incident.areas,
          approximate: incident.areas.map((area) =>
            incident.locations.some(
              (location) => location.area === area && location.precision === 'approximate',
            ),
          ),
        })
      })
    }),
  )
})

test('every code of the vocabulary fits its column', () => {
  expect(CONFLICT.kinds.length).toBeLessThanOrEqual(8)
  expect(valueBits(KINDS, KINDS)).toBe(2 ** CONFLICT.kinds.length - 1)
  expect(valueBits(KINDS, [])).toBe(0)
  for (const list of [CONFLICT.parties, CONFLICT.accused, PLACEMENTS])
    expect(list.length).toBeLessThanOrEqual(256)
})

test('an area that is not in the list throws, with its id and the report’s', () => {
  const dataset = datasetOf([{ id: 'x', date_start: '2022-11-29', areas: 'Shusha' }])
  const builder = new ColumnBuilder([], CONFLICT)
  const [incident] = dataset.incidents
  expect(() => incident && builder.add(incident, [], -1)).toThrow(
    'area "shusha" of x is not in the list of areas',
  )
})
