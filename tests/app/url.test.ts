import { beforeEach, expect, test } from 'vitest'
import { setNameLanguage } from '../../src/app/actions'
import { settleAddress } from '../../src/app/address'
import * as state from '../../src/app/state'
import { keysLeftOut, readUrl, writeUrl } from '../../src/app/url'
import type { LanguageId } from '../../src/model/conflict'
import { COLOURINGS } from '../../src/query/groups'

beforeEach(() => {
  readUrl('')
})

type Case = [link: string, written: string, problems: number]

const [usual = '', ...colours] = COLOURINGS.map((id) => `colour=${id}`)
const bars = ['bars=side-by-side', 'bars=rows']
const files = ['data/incidents.csv', 'my%20reports/2022.csv.gz', '/records.geojson', 'browser:a1']

test.each<Case>([
  ...[...colours, ...bars, ...files.map((file) => `data=${file}&boundaries=${file}`)].map(
    (link): Case => [link, link, 0],
  ),
  [usual, '', 0],
  ['colour=blue', '', 1],
  ['denied=yes,no', '', 1],
  // An old link: place names, as long as the interface does not speak it.
  ['lang=az', 'names=az', 0],
  ['lang=en&names=hy', 'names=hy', 0],
  ['lang=az&names=ru', 'names=ru', 1],
  ...['lang=tlh', 'names=tlh', 'names=zz'].map((link): Case => [link, '', 1]),
  ...[
    ...['https://example.org/a.csv', '//example.org/a.csv', '\\\\example.org\\a.csv'],
    ...['javascript:alert(1)', 'data:text/csv,a', 'blob:abc', 'browser:../a'],
  ].map((file): Case => [`data=${encodeURIComponent(file)}`, '', 1]),
])('%s is written as “%s”, with %i problems', (link, written, problems) => {
  expect(readUrl(`?${link}`).problems).toHaveLength(problems)
  expect(writeUrl()).toBe(written)
  expect(readUrl(`?${written}`).problems).toEqual([])
  expect(writeUrl()).toBe(written)
})

test('a value that cannot be read is named', () => {
  expect(settleAddress(readUrl('?names=tlh'))).toEqual([
    '“names=tlh” in the link could not be read and was ignored.',
  ])
})

test('place names follow the interface, in English where they cannot', () => {
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

test('a link stays short enough for servers, and says what it leaves out', () => {
  const days = Array.from(
    { length: 400 },
    (_, index) => `20${10 + (index % 80)}-01-0${1 + (index % 9)}`,
  )
  readUrl(`?unit=week&q=${'fire '.repeat(20_000)}&off=${days.join(',')}`)
  expect(keysLeftOut()).toEqual(['q'])
  expect(writeUrl()).toMatch(/^off=.*&unit=week$/)
  expect(writeUrl(true).length).toBeLessThan(8000)
})

test.each([
  ['from=0001-01-01&to=9999-12-31', 'from=1900-01-01&to=2099-12-31', ['windowCut']],
  ['from=1900-01-01&to=2099-12-31', 'from=1900-01-01&to=2099-12-31', []],
  ['from=0001-01-01&to=0002-01-01', '', ['windowCut']],
])('the window of %s is cut to the days that reports can be on', (link, written, codes) => {
  expect(readUrl(`?${link}`).problems.map(({ code }) => code)).toEqual(codes)
  expect(writeUrl()).toBe(written)
})
