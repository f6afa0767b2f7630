import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleAddress } from '../../src/app/address'
import { timeWindow } from '../../src/app/state'
import { keysLeftOut, readUrl, writeUrl } from '../../src/app/url'
import { contains, RECORD_DAYS } from '../../src/model/day'
import { list } from './inputs'

const KEYS = 'from to off unit area by accused kind denied q incident district settlement view'
const MORE =
  'theme lang names weapon base data boundaries hide directions colour bars panel __proto__'
const VALUES = [
  ...['', '0', '-1', '1e999', 'NaN', '2022-02-30', '0001-01-01', '9999-12-31', '%', '%00', '\0'],
  ...['../../etc/passwd', 'javascript:alert(1)', '"><img src=x onerror=alert(1)>', '__proto__'],
  ...['constructor', 'toString', '9/90/180', '24/91/181', '1/2/3/4', '\ud83d', 'a'.repeat(20_000)],
  list(20_000, (index) => `id-${index}`).join(','),
  list(5000, (index) => `20${10 + (index % 80)}-W${10 + (index % 40)}`).join(','),
]
const KEPT_FOR_FILE: [string, string][] = [
  ['data', 'x'],
  ['kind', 'a'.repeat(20_000)],
]
const someLink = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...KEYS.split(' '), ...MORE.split(' ')), fc.string()),
    fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary' })),
  ),
  { maxLength: 8 },
)

test('no link is an error, and what the page writes of it is short and reads back the same', () => {
  fc.assert(
    fc.property(someLink, fc.boolean(), (pairs, isRaw) => {
      const link = isRaw
        ? pairs.map((pair) => pair.join('=')).join('&')
        : new URLSearchParams(pairs as [string, string][]).toString()
      for (const sentence of settleAddress(readUrl(`?${link}`))) {
        expect(sentence.length).toBeLessThan(1000)
      }
      const { from, to } = timeWindow.value
      expect(contains(RECORD_DAYS, from) && contains(RECORD_DAYS, to) && from <= to).toBe(true)
      const written = writeUrl()
      expect(written.length).toBeLessThan(8000)
      if (keysLeftOut().length > 0) return
      expect(readUrl(`?${written}`).problems).toEqual([])
      expect(writeUrl()).toBe(written)
    }),
    // Words that may be those of a file are judged once it is open.
    { examples: [[KEPT_FOR_FILE, false]] },
  )
  readUrl('')
})
