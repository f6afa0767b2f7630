import { expect, test } from 'vitest'
import { formatDay } from '../../../src/model/day'
import { readQuery } from '../../../src/query/search/readQuery'
import { readDateWords } from '../../../src/read/dateWords'
import { range } from '../../support/arbitraries'

const SPAN = range('2020-11-26', '2023-09-21')

test.each([
  ['30 november shusha', ['shusha'], ['2020-11-30', '2021-11-30', '2022-11-30']],
  ['shusha 30 Nov 2022', ['shusha'], ['2022-11-30']],
  [
    'fire from 29 Nov 2022 to 3 Dec 2022 at Shusha',
    ['fire', 'at', 'Shusha'],
    ['2022-11-29/2022-12-03'],
  ],
  ['29 nov 2022 30 nov 2022', [], ['2022-11-29', '2022-11-30']],
  ['mortar 2022-11', ['mortar'], ['2022-11-01/2022-11-30']],
  ['UAV 2022', ['UAV'], ['2022-01-01/2022-12-31']],
  ['20221130-01', ['20221130-01'], []],
  ['12.7 mm', ['12.7', 'mm'], []],
  ['3 killed, 2 wounded', ['3', 'killed,', '2', 'wounded'], []],
  ['mar nov dec', ['mar', 'nov', 'dec'], []],
])('“%s” is the words %j and the dates %j', (text, words, dates) => {
  const query = readQuery(text, SPAN, readDateWords)
  const read = query.dates.map(({ from, to }) =>
    from === to ? formatDay(from) : `${formatDay(from)}/${formatDay(to)}`,
  )
  expect([query.words, read]).toEqual([words, dates])
  const rest = readQuery([...query.words, query.dateText].join(' '), SPAN, readDateWords)
  expect(rest.dates).toEqual(query.dates)
})

test('without a reader of dates, or without reports, everything is words', () => {
  for (const query of [readQuery('30 nov', SPAN), readQuery('30 nov', null, readDateWords)]) {
    expect([query.words, query.dates]).toEqual([['30', 'nov'], []])
  }
})
