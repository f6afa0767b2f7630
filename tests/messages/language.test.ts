import { beforeEach, expect, test, vi } from 'vitest'
import type { Texts } from '../../src/messages/language'

/** What each load of a part answers, by `language/part`; one that is not here waits. */
const loads = new Map<string, { resolve: (texts: Texts) => void; reject: (error: Error) => void }>()

vi.mock('../../src/messages/compiled/languages', () => {
  const load = (path: string) => () =>
    new Promise((resolve, reject) => {
      loads.set(path, { resolve: (texts) => resolve({ texts }), reject })
    })
  const parts = (id: string) => ({ first: load(`${id}/first`), late: load(`${id}/late`) })
  return {
    languages: {
      xx: { tag: 'en-XA', parts: async () => ({ parts: parts('xx') }) },
      hy: { tag: 'hy', parts: async () => ({ parts: parts('hy') }) },
    },
  }
})

const say = (text: string) => ({ hello: () => text })
let messages: typeof import('../../src/messages/language')
let first: ReturnType<typeof say>

beforeEach(async () => {
  vi.resetModules()
  loads.clear()
  messages = await import('../../src/messages/language')
  first = messages.part('first', say('English'))
})

async function asked(path: string) {
  return vi.waitUntil(() => loads.get(path))
}

async function answer(path: string, text: string): Promise<void> {
  ;(await asked(path)).resolve(say(text))
}

test('English is there at once', async () => {
  expect(messages.LANGUAGES).toEqual(['en', 'xx', 'hy'])
  expect(messages.language()).toBe('en-GB')
  await messages.messagesReady()
  expect(first.hello()).toBe('English')
  expect(loads.size).toBe(0)
})

test('a language comes at once, when all its parts have, and goes again', async () => {
  const late = messages.part('late', say('late English'))
  const shown = () => [first.hello(), late.hello(), messages.language()]
  const loaded = messages.loadLanguage('hy')
  await answer('hy/first', 'hy')
  await answer('hy/late', 'late hy')
  expect(shown()).toEqual(['English', 'late English', 'en-GB'])
  await loaded
  expect(shown()).toEqual(['hy', 'late hy', 'hy'])
  await messages.loadLanguage('en')
  expect(shown()).toEqual(['English', 'late English', 'en-GB'])
})

test('a part that is registered later comes in the language', async () => {
  const loaded = messages.loadLanguage('hy')
  await answer('hy/first', 'hy')
  await loaded
  const late = messages.part('late', say('late English'))
  const ready = messages.messagesReady()
  await answer('hy/late', 'late hy')
  await ready
  expect(late.hello()).toBe('late hy')
})

test('a part that is registered while a language is loaded is waited for', async () => {
  const loaded = messages.loadLanguage('hy')
  await asked('hy/first')
  const late = messages.part('late', say('late English'))
  await answer('hy/first', 'hy')
  await answer('hy/late', 'late hy')
  await loaded
  expect(late.hello()).toBe('late hy')
})

test('the language that was asked for last wins, whichever comes first', async () => {
  const slow = messages.loadLanguage('hy')
  await asked('hy/first')
  const quick = messages.loadLanguage('xx')
  await answer('xx/first', 'xx')
  await quick
  await answer('hy/first', 'hy')
  await slow
  expect([first.hello(), messages.language()]).toEqual(['xx', 'en-XA'])
})

test('a language that cannot be loaded leaves things as they are, and can be tried again', async () => {
  const failing = messages.loadLanguage('hy')
  ;(await asked('hy/first')).reject(new Error('offline'))
  await expect(failing).rejects.toThrow('offline')
  expect([first.hello(), messages.language()]).toEqual(['English', 'en-GB'])
  loads.clear()
  const again = messages.loadLanguage('hy')
  await answer('hy/first', 'hy')
  await again
  expect(first.hello()).toBe('hy')
})

test('an unknown language is refused', async () => {
  await expect(messages.loadLanguage('toString')).rejects.toThrow('no language "toString"')
  expect(messages.language()).toBe('en-GB')
})

test('formatters of Intl follow the language', async () => {
  const { formatList } = await import('../../src/messages/intl')
  const towns = ['Shusha', 'Aghdam', 'Lachin']
  expect(formatList(towns)).toBe('Shusha, Aghdam and Lachin')
  const loaded = messages.loadLanguage('hy')
  await answer('hy/first', 'hy')
  await loaded
  expect(formatList(towns)).toBe('Shusha, Aghdam և Lachin')
})
