import { expect, test } from 'vitest'
import { dateWords, placeWords, whenWords, windowWords } from '../../../src/ui/shared/words'
import { range } from '../../support/arbitraries'
import { realDataset, smallDataset } from '../../support/fixtures'
import { openGuessed, reportsOf, textFile } from '../../support/open'

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

test.each([
  ['2022-01-01', '2022-12-31', [], '1 January – 31 December 2022'],
  [
    '2022-01-01',
    '2022-12-31',
    ['2022-09-13', '2022-09-14'],
    '1 January – 31 December 2022, without 13–14 Sept',
  ],
  [
    '2022-11-27',
    '2022-12-03',
    ['2022-12-01', '2022-11-29', '2023-01-01'],
    '27 November – 3 December 2022, without 29 Nov and 1 Dec',
  ],
  [
    '2021-12-01',
    '2022-12-31',
    ['2022-09-13', '2022-09-14', '2022-11-30', '2022-12-02', '2022-12-03'],
    '1 December 2021 – 31 December 2022, without 13–14 Sept 2022 and 3 more dates',
  ],
] as const)('%s to %s with %o off is said in short', (from, to, days, words) => {
  const off = new Set(days.map((day) => range(day, day).from))
  expect(windowWords({ window: range(from, to), off })).toBe(words)
})

test('a point in no known area is at its settlement or its degrees', async () => {
  const text = 'date,lat,lon,village\n2022-11-29,18.53912,-72.335,\n2022-11-30,18.6,-72.3,Bol\n'
  const { dataset } = await openGuessed(textFile(text))
  const said = reportsOf(dataset).map((report) => placeWords(report, dataset))
  expect(said.sort()).toEqual(['18.5391, -72.335', 'Bol'])
})

test('a place is named as in the record, or by the name of its code', () => {
  const dataset = smallDataset([
    { id: '20221130-01', date_start: '2022-11-30', areas: 'Şuşa' },
    { id: '20221130-02', date_start: '2022-11-30', areas: 'AZ0101' },
  ])
  const named = dataset.incidents.at(0)
  expect(named && placeWords(named, dataset)).toBe('Şuşa')
  const coded = named && { ...named, record: { ...named.record, areas: ['AZ0101'] } }
  expect(coded && placeWords(coded, dataset)).toBe('Shusha')
})
