import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type DayRange, splitWindow } from '../../src/model/day'
import { daysOf } from '../../src/model/interval'
import { failedConditions } from '../../src/query/conditions'
import { colouringsOf, groupAt, groupsOf } from '../../src/query/groups'
import { histogram } from '../../src/query/histogram'
import { someDataset, someDay, someFilter, someWindow } from '../support/arbitraries'
import { CONFLICT, certaintyOf } from '../support/conflict'

const someUnit = fc.constantFrom('day', 'week', 'month', 'all')
/** Ranges that follow one another without a gap, cut anywhere. */
const somePartition = fc.oneof(
  fc.tuple(someWindow, someUnit).map(([window, unit]) => splitWindow(window, unit)),
  fc
    .tuple(someDay, fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }))
    .map(([start, lengths]) => {
      let from = start
      return lengths.map((length): DayRange => {
        const part = { from, to: addDays(from, length - 1) }
        from = addDays(from, length)
        return part
      })
    }),
)

test('equals a count by the definition, for any reports, filter, days off and bins', () => {
  const someColouring = fc.constantFrom(...colouringsOf(CONFLICT))
  fc.assert(
    fc.property(
      someDataset,
      someFilter,
      somePartition,
      someColouring,
      fc.boolean(),
      (dataset, filter, ranges, colouring, withPossible) => {
        const fails = failedConditions(dataset, filter)
        const reports = dataset.incidents.flatMap(({ interval }, row) => {
          const group = groupAt(dataset, row, colouring)
          return fails[row] === 0 ? [{ days: daysOf(interval), group }] : []
        })
        const expected = ranges.map((bin) => {
          const count = (certainty: 'certain' | 'possible') =>
            groupsOf(CONFLICT, colouring).map(({ id }) => {
              const own = reports.filter(({ group }) => group === id)
              return own.filter(({ days }) => certaintyOf(days, bin, filter.off) === certainty)
                .length
            })
          const possible = count('possible').map((each) => (withPossible ? each : 0))
          return { range: bin, certain: count('certain'), possible }
        })
        const options = { colouring, possible: withPossible, off: filter.off }
        expect(histogram(dataset, fails, ranges, options)).toEqual(expected)
      },
    ),
  )
})
