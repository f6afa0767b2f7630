import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { countsCsv } from '../../src/export/countsCsv'
import { formatDay, splitWindow } from '../../src/model/day'
import { daysOf } from '../../src/model/interval'
import { failedConditions } from '../../src/query/conditions'
import { datasetOf, range, someDataset, someFilter } from '../support/arbitraries'
import { CONFLICT, certaintyOf } from '../support/conflict'
import { everything } from '../support/fixtures'

const someUnit = fc.constantFrom('day', 'week', 'month')

test('counts per slice and party what a plain count gives, with a row where there is none', () => {
  fc.assert(
    fc.property(someDataset, someFilter, someUnit, (dataset, filter, unit) => {
      const { window, off, possible, chosen } = filter
      const fails = failedConditions(dataset, filter)
      const reports = dataset.incidents.flatMap(({ interval, record }, row) => {
        return fails[row] === 0 ? [{ days: daysOf(interval), party: record.reporting_party }] : []
      })
      const all = dataset.incidents.flatMap(({ interval }) => [daysOf(interval)])
      const parties = CONFLICT.parties.filter(({ id }) => chosen.by.size === 0 || chosen.by.has(id))
      const expected = splitWindow(window, unit).flatMap((slice) =>
        parties.map(({ id }) => {
          const own = reports.filter(({ party }) => party === id)
          const certainties = own.map(({ days }) => certaintyOf(days, slice, off))
          const certain = certainties.filter((certainty) => certainty === 'certain').length
          const maybe = certainties.filter((certainty) => certainty === 'possible').length
          return {
            from: formatDay(slice.from),
            to: formatDay(slice.to),
            party: id,
            at_least: `${certain}`,
            up_to: `${possible ? certain + maybe : certain}`,
            on_file: all.some((days) => certaintyOf(days, slice) !== null) ? 'yes' : 'no',
          }
        }),
      )
      const { data } = Papa.parse(countsCsv(dataset, filter, unit).trimEnd(), { header: true })
      expect(data).toEqual(expected)
    }),
  )
})

test('of a window of thousands of years, only the days of the records are listed', () => {
  const dataset = datasetOf([
    { id: 'a', date_start: '2022-11-29', reported_by: 'A', reporting_party: 'Armenia' },
  ])
  const window = range('0001-01-01', '9999-12-31')
  const text = countsCsv(dataset, { ...everything(dataset), window }, 'day')
  expect(text.trimEnd().split('\n')).toHaveLength(1 + CONFLICT.parties.length)
})
