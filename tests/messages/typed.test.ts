import { expect, test } from 'vitest'
import { list } from '../../src/messages/compiled/list'
import { page } from '../../src/messages/compiled/page'
import { panel } from '../../src/messages/compiled/panel'
import { type Message, wording } from '../../src/messages/message'

// `tsc` reads these lines too: an expected error that does not come is an error.

test('a text is chosen by plural and by case', () => {
  expect(panel.moreDates({ n: 1 })).toBe('1 other date')
  expect(panel.moreDates({ n: 1234 })).toBe('1,234 other dates')
  expect(panel.colours({ choice: 'dark' })).toBe('Colours: dark')
})

test('a missing key or a missing, misspelt or mistyped parameter does not compile', () => {
  // @ts-expect-error: the catalogue has no such text
  expect(() => panel.noSuchText()).toThrow(TypeError)
  // @ts-expect-error: no parameters
  expect(() => panel.moreDates()).toThrow()
  // @ts-expect-error: another name
  panel.moreDates({ count: 1 })
  // @ts-expect-error: a text for a number
  panel.moreDates({ n: '1' })
  // @ts-expect-error: none of the cases
  panel.colours({ choice: 'sepia' })
  // @ts-expect-error: a parameter too much
  page.loading({ n: 1 })
})

test('a message as data has the parameters of its code', () => {
  const messages: Message<typeof list>[] = [{ code: 'possible', params: { dates: '1 May' } }]
  expect(structuredClone(messages).map((message) => wording(list, message))).toEqual([
    '1 May: may be outside these dates',
  ])
  expect(wording(page, { code: 'loading' })).toBe('Loading …')
  // @ts-expect-error: no such code
  expect(() => wording(page, { code: 'noSuchText' })).toThrow(TypeError)
  // @ts-expect-error: its parameters are missing
  expect(() => wording(list, { code: 'possible' })).toThrow(TypeError)
})
