import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

describe('matchesQuery', () => {
  test.each([
    ['x-1', ['x-1']],
    ['Şuşa', ['x-1']],
    ['SUSA', ['x-1']],
    ['шуша', ['x-1']],
    ['Շուշի', ['x-1']],
    ['schuscha', ['x-1']],
    ['tağavard', []],
    ['taghavard', ['x-1']],
    ['launcher', ['x-1']],
    ['russia', ['x-1']],
    ['azerbaijan', ['x-1', 'x-2']],
    ['foreign ministry', ['x-1']],
    ['ministry foreign', ['x-1']],
    ['daily one', ['x-1']],
    ['ilham', ['x-2']],
    ['post quiet', []],
    ['no such word', []],
  ])('"%s" finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test.each(['', '   ', '—', '"', '.*', '()'])(
    'a query without a word, %j, is no condition',
    (query) => {
      expect(found(query)).toBeNull()
    },
  )

  test('more words never find more', () => {
    const word = fc.constantFrom(
      'susa',
      'fire',
      'post',
      'made',
      '1',
      'agdam',
      'daily',
      'ministry',
      'x',
    )
    fc.assert(
      fc.property(someDataset, fc.array(word, { minLength: 1 }), word, (made, words, another) => {
        const few = matchesQuery(made, words.join(' '))
        const more = matchesQuery(made, [...words, another].join(' '))
        more?.forEach((match, row) => {
          expect(match).toBeLessThanOrEqual(few?.[row] ?? 0)
        })
      }),
    )
  })
})

test('report by report, a search finds what it finds at once', () => {
  const query = fc.constantFrom('susa', 'quoted daily', 'made 1', 'no such word', 'fire')
  fc.assert(
    fc.property(someDataset, query, (made, words) => {
      const isMatch = reportMatcher(made, words)
      const matches = Uint8Array.from(made.incidents, (_, row) => (isMatch(row) ? 1 : 0))
      expect(matches).toEqual(matchesQuery(made, words))
    }),
  )
})
