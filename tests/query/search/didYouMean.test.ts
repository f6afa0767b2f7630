import { expect, test } from 'vitest'
import { failedConditions, unfiltered } from '../../../src/query/conditions'
import { didYouMean } from '../../../src/query/search/didYouMean'
import { findOtherDates } from '../../../src/query/search/otherDates'
import { readQuery } from '../../../src/query/search/readQuery'
import { readDateWords } from '../../../src/read/dateWords'
import { range } from '../../support/arbitraries'
import { smallDataset } from '../../support/fixtures'

const dataset = smallDataset([
  { id: 'a', date_start: '2021-11-30', areas: 'Shusha' },
  { id: 'b', date_start: '2022-11-29', date_end: '2022-12-01', areas: 'Shusha' },
  { id: 'c', date_start: '2022-11-30', areas: 'Aghdam', settlements: 'Yellija' },
])
const asked = (text: string) => readQuery(text, dataset.span, readDateWords)

test.each([
  ['shushaa', 'Shusha', 'Shusha'],
  ['nov 2022 shushaa fired', null, null],
  ['nov 2022 shushaa said', 'Shusha', 'nov 2022 said Shusha'],
  ['yelija', 'Yellija', 'Yellija'],
  ['Schuschaa', 'Shusha', 'Shusha'],
  ['shusha nothing', null, null],
  // A place without reports.
  ['kalbajarr', null, null],
])('“%s” may mean %s', (text, name, corrected) => {
  const meant = didYouMean(dataset, asked(text))
  expect([meant?.name ?? null, meant?.text ?? null]).toEqual([name, corrected])
})

test.each([
  ['30 november shusha', 2, ['2021', '2022']],
  ['30 november aghdam', 1, ['2022']],
  ['2020-11-30', 0, []],
  ['somebody', 3, []],
])('“%s” is %i reports on other dates, and on which of its own', (text, count, years) => {
  const filter = { ...unfiltered(range('2023-01-01', '2023-01-31')), query: asked(text) }
  const other = findOtherDates(dataset, filter.query, failedConditions(dataset, filter))
  expect(other.count).toBe(count)
  expect(other.dates).toEqual(years.map((year) => range(`${year}-11-30`, `${year}-11-30`)))
})
