import { distance } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../../src/model/interval'
import type { Incident } from '../../../src/model/report'
import { findCandidates, MAX_CANDIDATES } from '../../../src/query/overlap/candidates'
import { comparable } from '../../../src/query/overlap/events'
import { IntervalBlocks } from '../../../src/query/overlap/intervalBlocks'
import { matchPairs } from '../../../src/query/overlap/matchPairs'
import { pairsByArea } from '../../../src/query/overlap/pairsByArea'
import type { Dataset } from '../../../src/store/dataset'
import { datasetOf, type RawRow, someDataset } from '../../support/arbitraries'

const allRows = (dataset: Dataset) => ({
  dataset,
  rows: Int32Array.from({ length: dataset.columns.length }, (_, row) => row),
})
const compare = (a: Dataset, b: Dataset) => comparable(allRows(a), allRows(b))
const someReach = fc.record({ days: fc.nat(20), km: fc.constantFrom(0, 5, 30, 80) })

const reports = (dataset: Dataset) =>
  Array.from({ length: dataset.incidents.length }, (_, row) => dataset.incidents.at(row)).filter(
    (incident) => incident !== undefined,
  )
const settlements = ({ locations }: Incident) =>
  locations.flatMap(({ precision, position }) =>
    precision === 'settlement' && position ? [[...position]] : [],
  )
const days = ({ interval }: Incident) =>
  [interval.start, interval.end].map((minute) => Math.floor(minute / MINUTES_PER_DAY))
function daysApart(a: Incident, b: Incident): number {
  const [aStart = 0, aEnd = 0] = days(a)
  const [bStart = 0, bEnd = 0] = days(b)
  return Math.max(0, bStart - aEnd, aStart - bEnd)
}
/** In km; infinite where one of them names no known settlement. */
function apart(a: Incident, b: Incident): number {
  const all = settlements(a).flatMap((one) => settlements(b).map((other) => distance(one, other)))
  return Math.min(Number.POSITIVE_INFINITY, ...all)
}
function kindsMayAgree(a: Incident, b: Incident): boolean {
  const open = ({ record }: Incident) => record.kind.some((kind) => String(kind) === 'unspecified')
  return open(a) || open(b) || a.record.kind.some((kind) => b.record.kind.includes(kind))
}

describe('reports that two datasets may share', () => {
  it('are the pairs that comparing all with all finds', () => {
    fc.assert(
      fc.property(someDataset, someDataset, someReach, (one, other, reach) => {
        const [a, b] = compare(one, other)
        const candidates = findCandidates(a, b, reach)
        const found = Array.from(candidates.a, (row, pair) => `${row} ${candidates.b[pair]}`)
        const expected = reports(one).flatMap((report, row) =>
          reports(other).flatMap((partner, otherRow) =>
            daysApart(report, partner) <= reach.days &&
            apart(report, partner) <= reach.km + 1e-6 &&
            kindsMayAgree(report, partner)
              ? [`${row} ${otherRow}`]
              : [],
          ),
        )
        expect(candidates.cut).toBe(0)
        expect(found.sort()).toEqual(expected.sort())
      }),
    )
  })

  it('are matched one to one, the nearest first', () => {
    fc.assert(
      fc.property(someDataset, someDataset, someReach, (one, other, reach) => {
        const [a, b] = compare(one, other)
        const candidates = findCandidates(a, b, reach)
        const { isMatch, both, ...rest } = matchPairs(a, b, candidates)
        const matched = [...isMatch.keys()].filter((pair) => isMatch[pair] === 1)
        const takenA = new Map(matched.map((pair) => [candidates.a[pair], pair]))
        const takenB = new Map(matched.map((pair) => [candidates.b[pair], pair]))
        expect([takenA.size, takenB.size]).toEqual([both, both])
        // Nothing is left that both would rather have.
        for (const pair of isMatch.keys()) {
          const rivals = [takenA.get(candidates.a[pair]), takenB.get(candidates.b[pair])]
          const nearest = Math.min(
            ...rivals.map((rival) => candidates.km[rival ?? -1] ?? Number.POSITIVE_INFINITY),
          )
          expect(nearest).toBeLessThanOrEqual(candidates.km[pair] ?? 0)
        }
        expect(both + rest.onlyA + rest.notComparedA).toBe(one.incidents.length)
        expect(both + rest.onlyB + rest.notComparedB).toBe(other.incidents.length)
      }),
    )
  })

  it('are counted by area where a settlement is not known', () => {
    fc.assert(
      fc.property(someDataset, someDataset, fc.nat(20), (one, other, reach) => {
        const expected = new Map<string, number>()
        for (const report of reports(one)) {
          for (const partner of reports(other)) {
            const settled = settlements(report).length > 0 && settlements(partner).length > 0
            if (settled || daysApart(report, partner) > reach) continue
            for (const area of report.areas) {
              if (partner.areas.includes(area)) expected.set(area, (expected.get(area) ?? 0) + 1)
            }
          }
        }
        expect(pairsByArea(...compare(one, other), reach)).toEqual(expected)
      }),
    )
  })

  it('are at most so many for each report, and what is cut is counted', () => {
    const rows = Array.from(
      { length: MAX_CANDIDATES + 5 },
      (_, index): RawRow => ({
        id: `made-${index}`,
        date_start: '2022-12-01',
        areas: 'Kalbajar',
        settlements: 'Charektar',
        reported_by: 'A ministry',
        reporting_party: 'Other',
        summary: 'Fire.',
      }),
    )
    const [a, b] = compare(datasetOf(rows.slice(0, 2)), datasetOf(rows))
    const candidates = findCandidates(a, b, { days: 0, km: 0 })
    expect([candidates.a.length, candidates.cut]).toEqual([2 * MAX_CANDIDATES, 2])
    expect(matchPairs(a, b, candidates).both).toBe(2)
  })
})

it('finds the intervals that share a day with another, each once', () => {
  const someInterval = fc
    .tuple(fc.nat(40), fc.nat(12))
    .map(([start, length]): [number, number] => [start, start + length])
  fc.assert(
    fc.property(fc.array(someInterval), someInterval, (intervals, [from, to]) => {
      const [start, end] = [0, 1].map((at) => Int32Array.from(intervals, (own) => own[at] ?? 0))
      const blocks = new IntervalBlocks(start ?? new Int32Array(), end ?? new Int32Array())
      const found = blocks.find(from, to).flatMap(({ members }) => Array.from(members))
      const expected = [...intervals.keys()].filter((index) => {
        const [first = 0, last = 0] = intervals[index] ?? []
        return first <= to && last >= from
      })
      expect(found.sort((a, b) => a - b)).toEqual(expected)
    }),
  )
})
