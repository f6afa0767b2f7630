import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Day, DayRange } from '../../src/model/day'
import { addDays, splitWindow } from '../../src/model/day'
import { certaintyOf, daysOf } from '../../src/model/interval'
import { failedConditions } from '../../src/query/conditions'
import type { Bin } from '../../src/query/counts'
import { countOfBin, histogram } from '../../src/query/histogram'
import { datasetOf, range, someDataset, someFilter, someWindow } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const someUnit = fc.constantFrom('day', 'week', 'month', 'all')
/** Ranges that follow one another without a gap, cut anywhere. */
const somePartition = fc.oneof(
  fc.tuple(someWindow, someUnit).map(([window, unit]) => splitWindow(window, unit)),
  fc
    .tuple(
      fc.integer({ min: 19310, max: 19340 }),
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
    )
    .map(([start, lengths]) => {
      let from = start as Day
      return lengths.map((length): DayRange => {
        const to = addDays(from, length - 1)
        const part = { from, to }
        from = addDays(to, 1)
        return part
      })
    }),
)

/** Report by report and bin by bin, by the definition of certain and possible. */
function bruteForce(
  dataset: JoinedDataset,
  fails: Uint32Array,
  ranges: readonly DayRange[],
  withPossible: boolean,
): Bin[] {
  return ranges.map((bin) => {
    const certain = CONFLICT.parties.map(() => 0)
    const possible = CONFLICT.parties.map(() => 0)
    dataset.incidents.forEach((incident, row) => {
      if (fails[row] !== 0) return
      const party = CONFLICT.parties.findIndex(({ id }) => id === incident.record.reporting_party)
      const certainty = certaintyOf(daysOf(incident.interval), bin, new Set())
      if (certainty === 'certain') certain[party] = (certain[party] ?? 0) + 1
      if (certainty === 'possible' && withPossible) possible[party] = (possible[party] ?? 0) + 1
    })
    return { range: bin, certain, possible }
  })
}

describe('histogram', () => {
  test('equals a count by the definition, for any reports, filter and bins', () => {
    fc.assert(
      fc.property(someDataset, someFilter, somePartition, (dataset, filter, ranges) => {
        const fails = failedConditions(dataset, filter)
        expect(histogram(dataset, fails, ranges, 'party', filter.possible)).toEqual(
          bruteForce(dataset, fails, ranges, filter.possible),
        )
      }),
    )
  })

  test('a night over a border is possible on both sides; over the edge of the bins, on one', () => {
    const dataset = datasetOf([
      { id: 'a', date_start: '2022-11-29', date_end: '2022-11-30', reporting_party: 'Armenia' },
    ])
    const counts = (from: string, to: string) =>
      histogram(dataset, new Uint32Array(1), splitWindow(range(from, to), 'day')).map(countOfBin)
    const [none, maybe] = [
      { certain: 0, possible: 0 },
      { certain: 0, possible: 1 },
    ]
    expect(counts('2022-11-28', '2022-12-01')).toEqual([none, maybe, maybe, none])
    expect(counts('2022-11-30', '2022-12-01')).toEqual([maybe, none])
    expect(counts('2022-11-28', '2022-11-29')).toEqual([none, maybe])
  })

  test('no bins, no reports and days far from the reports give no counts', () => {
    const empty = datasetOf([])
    expect(histogram(empty, new Uint32Array(), [])).toEqual([])
    const far = histogram(empty, new Uint32Array(), [range('1990-01-01', '1990-01-31')])
    expect(far.map(countOfBin)).toEqual([{ certain: 0, possible: 0 }])
  })
})
