import { expect, test } from 'vitest'
import { dateWords, whenWords } from '../../../src/ui/shared/words'
import { realDataset, smallDataset } from '../../support/fixtures'

/** When the report of one row is said to have been. */
function whenOf(row: Readonly<Record<string, string>>): string {
  const incident = smallDataset([{ id: '20221130-01', ...row }]).incidents.at(0)
  return incident ? whenWords(incident, dateWords) : 'no report'
}

const PAST_MIDNIGHT = { date_end: '2022-12-01', time_start: '18:25', time_end: '00:45' }
const MONTH = { date_start: '2023-09-24', date_end: '2023-10-23', time_precision: 'days' }

test.each([
  [{ time_start: '14:40', time_end: '15:50' }, '30 November 2022, 14:40–15:50'],
  [PAST_MIDNIGHT, '30 November – 1 December 2022, 18:25–00:45 next day'],
  [MONTH, '24 September – 23 October 2023'],
  [{ date_start: '2023-09-24', time_precision: 'day' }, '24 September 2023'],
])('%o is said as %s', (row, words) => {
  expect(whenOf({ date_start: '2022-11-30', time_precision: 'interval', ...row })).toBe(words)
})

test('says no date twice, whatever the report', () => {
  const { incidents } = realDataset()
  for (let row = 0; row < incidents.length; row++) {
    const incident = incidents.at(row)
    const words = incident ? whenWords(incident, dateWords) : ''
    const dates = words.match(/\d+ [A-Z][a-z]+ \d{4}/g) ?? []
    expect(dates.length).toBeGreaterThan(0)
    expect(new Set(dates).size, words).toBe(dates.length)
  }
})
