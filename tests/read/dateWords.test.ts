import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayRange, formatDay, parseSlice, splitWindow } from '../../src/model/day'
import { findDateFault, readDateWords } from '../../src/read/dateWords'

const SPAN = { from: parseSlice('2020-11')?.from, to: parseSlice('2023-09')?.to } as DayRange

function read(text: string): string[] {
  return readDateWords(text, SPAN).map(({ from, to }) =>
    from === to ? formatDay(from) : `${formatDay(from)}/${formatDay(to)}`,
  )
}

test.each([
  ['30 Nov 2022', '2022-11-30'],
  ['30th of November 2022', '2022-11-30'],
  ['Nov 30, 2022', '2022-11-30'],
  ['Wednesday, 30 November 2022', '2022-11-30'],
  ['2022-11-30', '2022-11-30'],
  ['30.11.2022', '2022-11-30'],
  ['30. 11. 2022', '2022-11-30'],
  ['30.11.22', '2022-11-30'],
  ['30/11/2022', '2022-11-30'],
  ['11/30/2022', '2022-11-30'],
  ['30-11-2022', '2022-11-30'],
  ['Sept 2022', '2022-09-01/2022-09-30'],
  ['Sept. 2022', '2022-09-01/2022-09-30'],
  ['2022-09', '2022-09-01/2022-09-30'],
  ['09/2022', '2022-09-01/2022-09-30'],
  ['9.2022', '2022-09-01/2022-09-30'],
  ['2022', '2022-01-01/2022-12-31'],
  ['2021–2022', '2021-01-01/2022-12-31'],
  ['2022-W48', '2022-11-28/2022-12-04'],
  ['29-30 Nov 2022', '2022-11-29/2022-11-30'],
  ['29/30 Nov 2022', '2022-11-29/2022-11-30'],
  ['29.–30.11.2022', '2022-11-29/2022-11-30'],
  ['29.–30.11.22', '2022-11-29/2022-11-30'],
  ['29/30.11.2022', '2022-11-29/2022-11-30'],
  ['29-30/11/2022', '2022-11-29/2022-11-30'],
  ['29.11. - 3.12.2022', '2022-11-29/2022-12-03'],
  ['29/11/2022 - 3/12/2022', '2022-11-29/2022-12-03'],
  ['from 29 Nov to 3 Dec 2022', '2022-11-29/2022-12-03'],
  ['29 Dec - 3 Jan 2023', '2022-12-29/2023-01-03'],
  ['Nov 2022 – Feb 2023', '2022-11-01/2023-02-28'],
  ['2022-11-29/2022-12-03', '2022-11-29/2022-12-03'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toEqual([expected])
})

test.each([
  ['29-30 Nov', ['2020-11-29/2020-11-30', '2021-11-29/2021-11-30', '2022-11-29/2022-11-30']],
  ['29-30.11.', ['2020-11-29/2020-11-30', '2021-11-29/2021-11-30', '2022-11-29/2022-11-30']],
  ['30.11', ['2020-11-30', '2021-11-30', '2022-11-30']],
  ['30.11.', ['2020-11-30', '2021-11-30', '2022-11-30']],
  ['30/11', ['2020-11-30', '2021-11-30', '2022-11-30']],
  ['3.12.', ['2020-12-03', '2021-12-03', '2022-12-03']],
  ['29.11.-3.12.', ['2020-11-29/2020-12-03', '2021-11-29/2021-12-03', '2022-11-29/2022-12-03']],
  ['Oct 30', ['2021-10-30', '2022-10-30']],
  ['May', ['2021-05-01/2021-05-31', '2022-05-01/2022-05-31', '2023-05-01/2023-05-31']],
  ['05/06/2022', ['2022-05-06', '2022-06-05']],
])('%s is ambiguous', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  '',
  'Shusha',
  '31 Feb 2022',
  '2022-13',
  'last week',
  'Wed',
  '3 days ago',
  '14:40',
  '12.7',
  '7.62',
  '3 killed',
])('"%s" is not a date', (text) => {
  expect(read(text)).toEqual([])
})

test.each([
  ['31 Nov', 'no 31 of 30'],
  ['31 Nov 2022', 'no 31 of 30'],
  ['Nov 31, 2022', 'no 31 of 30'],
  ['31st of November', 'no 31 of 30'],
  ['31.11.22', 'no 31 of 30'],
  ['31/11/2022', 'no 31 of 30'],
  ['11/31/2022', 'no 31 of 30'],
  ['2022-11-31', 'no 31 of 30'],
  ['29-31 Nov 2022', 'no 31 of 30'],
  ['29 Feb 2022', 'no 29 of 28'],
  ['30 Feb', 'no 30 of 29'],
  ['2022-13-01', 'no month 13'],
  ['13/13/2022', 'no month 13'],
  ['13.2022', 'no month 13'],
  ["30 Nov '22", 'short year'],
  ['22', 'short year'],
  ['soon', null],
  ['', null],
])('“%s” is no date: %s', (text, reason) => {
  expect(read(text)).toEqual([])
  const fault = findDateFault(text)
  const words = {
    noDay: () => fault?.code === 'noDay' && `no ${fault.day} of ${fault.days}`,
    noMonth: () => fault?.code === 'noMonth' && `no month ${fault.month}`,
    shortYear: () => 'short year',
  }
  expect(fault && words[fault.code]()).toBe(reason)
})

test('reads each day in every way of writing it, and never fails', () => {
  const days = splitWindow(SPAN, 'day').map(({ from }) => from)
  const formats = [
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
    new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'medium' }),
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full' }),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...days), fc.constantFrom(...formats), (day, format) => {
      expect(read(format.format(day * 86_400_000))).toEqual([formatDay(day)])
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void read(text)))
})
