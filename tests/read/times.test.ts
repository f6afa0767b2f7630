import { expect, test } from 'vitest'
import { parseIncidents } from '../../src/read/parseTables'
import { day } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const HEADER = 'id,date_start,date_end,areas,reported_by,reporting_party,summary,killed\n'
const read = (cells: string, killed = '') =>
  parseIncidents(`${HEADER}a,${cells},Shusha,x,Armenia,s,${killed}\n`, 'f.csv', CONFLICT)

test.each(['0001-01-01', '1899-12-31', '2100-01-01', '9999-12-31'])(
  'a report of %s is left out: no record is of that time',
  (date) => {
    const { rows, issues } = read(`${date},`)
    expect(rows).toEqual([])
    expect(issues).toMatchObject([
      { severity: 'error', code: 'startOutsideYears', params: { value: date } },
    ])
  },
)

test('an end that stands for no end is read as the start', () => {
  const { rows, issues } = read('2022-11-29,9999-12-31')
  expect(rows[0]?.date_end).toBe(day('2022-11-29'))
  expect(issues).toMatchObject([{ code: 'endOutsideYears', params: { value: '9999-12-31' } }])
})

test('more killed than can be are not counted', () => {
  const { rows, issues } = read('2022-11-29,', '99999999999')
  expect(rows[0]?.killed).toBeNull()
  expect(issues).toMatchObject([{ code: 'countTooLarge', column: 'killed' }])
})
