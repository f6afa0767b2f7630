import { beforeEach, describe, expect, test } from 'vitest'
import { setColouring, setNameLanguage } from '../../src/app/actions'
import { settleAddress } from '../../src/app/address'
import * as state from '../../src/app/state'
import { readUrl, writeUrl } from '../../src/app/url'
import type { LanguageId } from '../../src/model/conflict'
import { COLOURINGS } from '../../src/query/groups'

const FIRST = COLOURINGS[0]

beforeEach(() => {
  readUrl('')
})

describe('the colouring in the address', () => {
  test.each(COLOURINGS)('%s comes back from its own link', (id) => {
    setColouring(id)
    const query = writeUrl()
    expect(new URLSearchParams(query).get('colour')).toBe(id === FIRST ? null : id)
    setColouring('party')
    expect(readUrl(`?${query}`).problems).toEqual([])
    expect(state.colouring.value).toBe(id)
  })

  test('that is none is ignored and told', () => {
    expect(readUrl('?colour=blue').problems).toHaveLength(1)
    expect(state.colouring.value).toBe('party')
  })
})

describe('languages in the address', () => {
  test.each([
    ['of an old link: place names', 'lang=az', 'az', 'names=az'],
    ['of the interface and of place names', 'lang=en&names=hy', 'hy', 'names=hy'],
  ])('%s', (_, query, names, written) => {
    expect(readUrl(`?${query}`).problems).toEqual([])
    expect([state.names.value, writeUrl()]).toEqual([names, written])
  })

  test('`names` has the last word where `lang` is not a language of the interface', () => {
    expect(readUrl('?lang=az&names=ru').problems).toEqual([
      { code: 'unreadable', params: { name: 'lang', value: 'az' } },
    ])
    expect(state.names.value).toBe('ru')
  })

  test('without `names`, place names follow the interface, in English where they cannot', () => {
    state.interfaceLanguage.value = 'hy'
    expect(readUrl('').problems).toEqual([])
    expect([state.names.value, writeUrl()]).toEqual(['hy', 'lang=hy'])
    setNameLanguage('en' as LanguageId)
    expect(writeUrl()).toBe('lang=hy&names=en')
    state.interfaceLanguage.value = 'zz'
    readUrl('')
    expect([state.names.value, writeUrl()]).toEqual(['en', 'lang=zz'])
    state.interfaceLanguage.value = 'en'
  })

  test.each(['lang=tlh', 'names=tlh', 'names=zz'])('%s is unknown, ignored and reported', (key) => {
    expect(settleAddress(readUrl(`?${key}`))).toEqual([
      `“${key}” in the link could not be read and was ignored.`,
    ])
    expect([state.names.value, writeUrl()]).toEqual(['en', ''])
  })
})

describe('files in the address', () => {
  test.each(['data/incidents.csv', 'my reports/2022.csv.gz', '/records.geojson', 'browser:abc123'])(
    '%j comes back from its own link',
    (file) => {
      readUrl(`?data=${encodeURIComponent(file)}&boundaries=${encodeURIComponent(file)}`)
      expect([state.dataKey.value, state.boundariesKey.value]).toEqual([file, file])
      const query = writeUrl()
      readUrl('')
      expect(state.dataKey.value).toBeNull()
      expect(readUrl(`?${query}`).problems).toEqual([])
      expect([state.dataKey.value, state.boundariesKey.value]).toEqual([file, file])
    },
  )

  test.each([
    'https://example.org/a.csv',
    '//example.org/a.csv',
    '\\\\example.org\\a.csv',
    'javascript:alert(1)',
    'data:text/csv,a',
    'blob:abc',
    'browser:../a',
  ])('%j is no file of this site, and is told', (file) => {
    expect(readUrl(`?data=${encodeURIComponent(file)}`).problems).toHaveLength(1)
    expect(state.dataKey.value).toBeNull()
  })
})
