import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearch, matchesQuery, SEARCHED_AT_ONCE } from '../../src/query/search'
import type { Dataset } from '../../src/store/dataset'
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

describe('createSearch', () => {
  /** A clock on which each look takes a millisecond. */
  function clock(): () => number {
    let time = 0
    return () => time++
  }

  test('a few at a time, from any row on, finds what is found at once', () => {
    const query = fc.constantFrom('susa', 'quoted daily', 'made 1', 'no such word', 'fire')
    fc.assert(
      fc.property(
        someDataset,
        query,
        fc.nat(50),
        fc.integer({ min: 2, max: 9 }),
        (made, ...rest) => {
          const [words, first, milliseconds] = rest
          const search = createSearch(made, words, first)
          const now = clock()
          const all = matchesQuery(made, words)
          while (search && !search.step(milliseconds, now)) {
            expect(search.searched).toBeLessThan(made.incidents.length)
            search.matches.forEach((match, row) => {
              expect(match).toBeLessThanOrEqual(all?.[row] ?? 0)
            })
          }
          expect(search?.searched).toBe(made.incidents.length)
          expect(search?.matches).toEqual(all)
        },
      ),
    )
  })

  test('stops when its time is over, having begun with the row given', () => {
    const search = createSearch(dataset, 'quiet', 1)
    expect(search?.step(2, clock())).toBe(false)
    expect(search?.searched).toBe(1)
    expect(search?.matches).toEqual(Uint8Array.of(0, 1))
  })

  test('a query without a word is no search; a dataset without reports is searched at once', () => {
    expect(createSearch(dataset, ' ? ')).toBeNull()
    expect(createSearch(datasetOf([]), 'word')?.step(0, clock())).toBe(true)
  })

  test('texts are kept where reports are few, and not where they are many', () => {
    const reads = (length: number) => {
      let count = 0
      const incidents = {
        length,
        at(row: number) {
          count++
          return dataset.incidents[row % 2]
        },
      }
      const large: Dataset = { ...dataset, incidents }
      matchesQuery(large, 'post')
      matchesQuery(large, 'quiet')
      return count
    }
    expect(reads(SEARCHED_AT_ONCE)).toBe(SEARCHED_AT_ONCE)
    expect(reads(SEARCHED_AT_ONCE + 1)).toBe(2 * (SEARCHED_AT_ONCE + 1))
  })
})
