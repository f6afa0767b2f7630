import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gazetteerOf } from '../../../src/join/gazetteer'
import type { JoinedDataset } from '../../../src/join/joinReports'
import { addDays, type DayRange, formatDay, lengthOf } from '../../../src/model/day'
import { readQuery } from '../../../src/query/search/readQuery'
import { matchesQuery, reportMatcher } from '../../../src/query/search/search'
import { readDateWords } from '../../../src/read/dateWords'
import { datasetOf, range, someDataset, someDay } from '../../support/arbitraries'

const dataset = datasetOf([
  {
    id: 'x-1',
    date_start: '2022-11-30',
    areas: 'Shusha',
    areas_as_reported: 'Schuscha-Region',
    settlements: 'Taghavard',
    weapons: 'grenade launcher',
    reported_by: 'Ministry of Defence',
    reporting_party: 'Russia',
    accused_as_worded: 'Azerbaijani armed forces',
    denied_by: 'Foreign Ministry',
    summary: 'A post was fired at.',
    sources: 'daily-1',
  },
  {
    id: 'x-2',
    date_start: '2022-11-29',
    reporting_party: 'Azerbaijan',
    summary: 'Quiet, says İlham.',
  },
])

const SPAN = range('2021-11-01', '2022-12-31')
const asked = (text: string) => readQuery(text, SPAN, readDateWords)

function found(query: string): string[] | null {
  const matches = matchesQuery(dataset, asked(query))
  return matches && dataset.incidents.flatMap(({ id }, row) => (matches[row] === 1 ? [id] : []))
}

test.each([
  ...['x-1', 'Şuşa', 'SUSA', 'шуша', 'Շուշի', 'schuscha', 'taghavard', 'launcher', 'russia'],
  ...['foreign ministry', 'ministry foreign', 'daily one', 'Tağavard', 'Թաղավարդ', 'shushi'],
  ...[
    '30 November',
    'shusha 30 nov',
    '30 nov 2022 post',
    '2022-11-30',
    '30.11.2022',
    'nov 30 2021 nov 30 2022',
  ],
])('"%s" finds the report that has it, in any script and order', (query) => {
  expect(found(query)).toEqual(['x-1'])
})

test.each([
  ['azerbaijan', ['x-1', 'x-2']],
  ['ilham', ['x-2']],
  ['ağdam', []],
  ['29 november shusha', []],
  ['29-30 nov', ['x-1', 'x-2']],
  ['nov 2021', []],
  ['2022', ['x-1', 'x-2']],
  ['post quiet', []],
  ['no such word', []],
])('"%s" finds %j', (query, ids) => {
  expect(found(query)).toEqual(ids)
})

test.each(['', '   ', '—', '"', '.*', '()'])(
  'a query without a word, "%s", is no condition',
  (q) => {
    expect(found(q)).toBeNull()
  },
)

const WORDS = 'susa fire post made 1 agdam daily ministry quoted x'.split(' ')
const someWords = fc.subarray(WORDS, { maxLength: 3 })

test('more words never find more; report by report is found what is found at once', () => {
  fc.assert(
    fc.property(
      someDataset,
      fc.array(fc.constantFrom(...WORDS), { minLength: 1 }),
      fc.constantFrom(...WORDS),
      (made, words, another) => {
        const few = matchesQuery(made, asked(words.join(' ')))
        const more = matchesQuery(made, asked([...words, another].join(' ')))
        made.incidents.forEach((_, row) => {
          expect(more?.[row]).toBeLessThanOrEqual(few?.[row] ?? 0)
        })
      },
    ),
  )
})

test('a date among words finds those of their reports that touch it', () => {
  const days = fc
    .tuple(someDay, fc.nat(9))
    .map(([from, more]) => ({ from, to: addDays(from, more) }))
  fc.assert(
    fc.property(someDataset, someWords, days, fc.nat(3), (made, words, dates, at) => {
      const written = `${formatDay(dates.from)}/${formatDay(dates.to)}`
      const query = asked([...words.slice(0, at), written, ...words.slice(at)].join(' '))
      const byWords = matchesQuery(made, asked(words.join(' ')))
      const matches = matchesQuery(made, query)
      const isMatch = reportMatcher({ ...made, gazetteer: gazetteerOf(made) }, query)
      made.incidents.forEach(({ record }, row) => {
        const isFound = byWords?.[row] !== 0 && isTouched(record, dates)
        expect([matches?.[row] === 1, isMatch(row)]).toEqual([isFound, isFound])
      })
    }),
  )
})

/** Whether one of the days of a report is one of these. */
function isTouched(
  { date_start, date_end }: JoinedDataset['incidents'][number]['record'],
  dates: DayRange,
): boolean {
  const daysOf = (from: DayRange['from'], to: DayRange['to']) =>
    Array.from({ length: lengthOf({ from, to }) }, (_, index) => from + index)
  const days = daysOf(dates.from, dates.to)
  return daysOf(date_start, date_end).some((day) => days.includes(day))
}
