import { h } from 'preact'
import { expect, test } from 'vitest'
import type { RichText } from '../../src/messages/tagged'
import { rich } from '../../src/ui/shared/rich'
import { compileTexts } from './compile'

const SOURCE =
  '{who}: see <a>the {name}</a>, <b>{n, plural, one {# page} other {# pages}}</b><i></i>'

test('a text with tags is runs of text', async () => {
  const { source } = await compileTexts({ source: SOURCE })
  expect(source?.({ who: 'Us', name: 'codebook', n: 2 })).toEqual([
    { tag: null, text: 'Us: see ' },
    { tag: 'a', text: 'the codebook' },
    { tag: null, text: ', ' },
    { tag: 'b', text: '2 pages' },
    { tag: 'i', text: '' },
  ])
})

test.each(['<a>x</a>', '</a>', '<b>', '<script>', '<', '<<a>>', '{n}', "'", '\ufdd0a>'])(
  'a value is text and never a tag: %s',
  async (value) => {
    const { source } = await compileTexts({ source: SOURCE })
    const runs = source?.({ who: value, name: value, n: 1 }) as RichText<string>
    expect(runs.map(({ tag }) => tag)).toEqual([null, 'a', null, 'b', 'i'])
    const shown = value.replace('\ufdd0', '<')
    expect(runs.map(({ text }) => text).join('')).toBe(`${shown}: see the ${shown}, 1 page`)
  },
)

test('runs are drawn by the function of their tag, each of which must be given', () => {
  const text: RichText<'a'> = [
    { tag: null, text: 'See ' },
    { tag: 'a', text: '<b>this</b>' },
  ]
  const drawn = rich(text, { a: (inner) => h('a', null, inner) }) as { props: object }[]
  expect(drawn.map(({ props }) => props)).toMatchObject([
    { children: 'See ' },
    { children: { type: 'a', props: { children: '<b>this</b>' } } },
  ])
  // @ts-expect-error: nothing draws the tag
  expect(() => rich(text, {})).toThrow(TypeError)
  // @ts-expect-error: there is no such tag
  rich(text, { a: (inner) => inner, b: (inner) => inner })
})
