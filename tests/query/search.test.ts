import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesQuery, reportMatcher } from '../../src/query/search'
import { datasetOf, someDataset } from '../support/arbitraries'

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

function found(query: string): string[] | null {
  const matches = matchesQuery(dataset, query)
  return matches && dataset.incidents.flatMap(({ id }, row) => (matches[row] === 1 ? [id] : []))
}

test.each([
  ...['x-1', 'Şuşa', 'SUSA', 'шуша', 'Շուշի', 'schuscha', 'taghavard', 'launcher', 'russia'],
  ...['foreign ministry', 'ministry foreign', 'daily one'],
])('"%s" finds the report that has it, in any script and order', (query) => {
  expect(found(query)).toEqual(['x-1'])
})

test.each([
  ['azerbaijan', ['x-1', 'x-2']],
  ['ilham', ['x-2']],
  ['tağavard', []],
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

test('more words never find more; report by report is found what is found at once', () => {
  const word = fc.constantFrom(...'susa fire post made 1 agdam daily ministry quoted x'.split(' '))
  fc.assert(
    fc.property(someDataset, fc.array(word, { minLength: 1 }), word, (made, words, another) => {
      const few = matchesQuery(made, words.join(' '))
      const more = matchesQuery(made, [...words, another].join(' '))
      const isMatch = reportMatcher(made, words.join(' '))
      made.incidents.forEach((_, row) => {
        expect(more?.[row]).toBeLessThanOrEqual(few?.[row] ?? 0)
        expect(isMatch(row)).toBe(few?.[row] === 1)
      })
    }),
  )
})
