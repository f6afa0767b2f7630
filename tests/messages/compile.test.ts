import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile, compileTexts } from './compile'

describe('what a text becomes', () => {
  test('plural, ordinal, exact number, offset, number and select', async () => {
    const texts = await compileTexts({
      plural: '{n, plural, =0 {nothing} one {# report} other {# reports}}',
      ordinal: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
      offset: '{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}',
      number: '{n, number} km',
      open: '{kind, select, lake {lake} other {place}}',
      quoted: "it's a '{'brace'}'",
    })
    const all = (key: string, ...values: number[]) => values.map((n) => texts[key]?.({ n }))
    expect(all('plural', 0, 1, 2)).toEqual(['nothing', '1 report', '2 reports'])
    expect(all('ordinal', 1, 2, 3, 11)).toEqual(['1st', '2nd', '3rd', '11th'])
    expect(all('offset', 1, 2, 3)).toEqual(['you', 'you and 1 other', 'you and 2 others'])
    expect(all('number', 1234)).toEqual(['1,234 km'])
    expect(texts.open?.({ kind: 'toString' })).toBe('place')
    expect(texts.quoted?.()).toBe("it's a {brace}")
  })

  test('the plural rules of another language', async () => {
    const { load } = compile({
      'en/part': { n: '{n, plural, one {#} other {#}}' },
      'ru/part': { n: '{n, plural, one {# отчёт} few {# отчёта} many {# отчётов} other {# отч.}}' },
    })
    const { n } = await load('ru/part')
    const words = [1, 3, 5, 21, 0.5].map((value) => n?.({ n: value }))
    expect(words.join()).toBe('1 отчёт,3 отчёта,5 отчётов,21 отчёт,0,5 отч.')
  })

  test('types say each parameter, and the text is their comment', () => {
    const { to } = compile({
      'en/part': {
        plain: 'Reports',
        all: '{n, plural, one {#} other {#}} {who} {b, select, y {1} x {2} other {}} {c, select, x {1} other {2}}',
        tags: 'See <b>this</b> and <a>that */</a>.',
      },
    })
    const types = readFileSync(join(to, 'en/part.d.ts'), 'utf8').split('\n')
    expect(types).toContain('  readonly plain: () => string')
    expect(types).toContain(
      "  readonly all: (values: { readonly b: 'x' | 'y'; readonly c: string; readonly n: number; readonly who: string }) => string",
    )
    expect(types).toContain("  readonly tags: () => RichText<'a' | 'b'>")
    expect(types).toContain('  /** See <b>this</b> and <a>that *\\/</a>. */')
  })
})

describe('what is refused, by file and key', () => {
  const ENGLISH = { 'en/part': { key: '{n, plural, one {# <a>x</a>} other {# <a>y</a>}} {who}' } }

  test.each<[string, string, string]>([
    ['no ICU', '{n', 'en/part.json: key: Unexpected message end'],
    ['a stray brace', 'a {n} }', 'en/part.json: key: a brace is not closed, or not quoted'],
    ['a brace that does not close', 'a {', 'key: a brace is not closed, or not quoted'],
    ['a parameter without a name', '{ }', 'key: a brace is not closed, or not quoted'],
    ['an empty text', '', 'en/part.json: key: the text is empty'],
    ['a date', '{day, date}', 'en/part.json: key: {day, date} must be formatted by the code'],
    ['a skeleton', '{n, number, percent}', 'key: {n, number} must be formatted by the code'],
    ['a missing plural case', '{n, plural, other {#}}', 'key: {n} lacks the case one'],
    ['a foreign plural case', '{n, plural, one {#} few {#} other {#}}', 'few is not valid'],
    ['a missing other', '{a, select, x {1}}', 'key: {a} lacks the case other'],
    ['a number as text', '{n} {n, number}', 'key: {n} is both string and number'],
    ['a parameter with a number', '{0}', 'key: {0} is not a camelCase name'],
    ['a < that a value could make a tag', '<{a}> <b>x</b>', 'key: a text with tags has another <'],
    ['an open tag', '<a>x', 'key: <a> is not closed'],
    ['a tag that closes another', '<a>x</b>', 'key: </b> is out of place'],
    ['a tag in a tag', '<a><b>x</b></a>', 'key: <b> is out of place'],
    ['a tag across a case', '{n, plural, one {<a>x} other {y}}</a>', 'key: <a> is not closed'],
  ])('%s', (_, text, problem) => {
    expect(() => compile({ 'en/part': { key: text } })).toThrow(problem)
  })

  test('a key that is not a name, and a text that is none', () => {
    expect(() => compile({ 'en/part': { 'a-b': 'x' } })).toThrow('a-b: the key is not a camelCase')
    expect(() => compile({ 'en/part': { key: { a: 'x' } } })).toThrow('key: the text is empty')
  })

  test.each<[string, object, string]>([
    ['a missing key', {}, 'ru/part.json: key: is missing'],
    ['another key', { key: '', more: 'x' }, 'ru/part.json: more: English has no such key'],
    [
      'a missing parameter',
      { key: '<a>{n, number}</a>' },
      'key: has {n}: number, <a>, English has',
    ],
    ['a missing tag', { key: '{n, number} {who}' }, 'key: has {n}: number, {who}: string, English'],
    ['another type', { key: '<a>{n} {who}</a>' }, 'key: has {n}: string, {who}: string, <a>, '],
    ['a missing case', { key: '{n, plural, one {#} other {#}}' }, 'lacks the case few, many'],
  ])('another language with %s', (_, texts, problem) => {
    expect(() => compile({ ...ENGLISH, 'ru/part': { ...texts } })).toThrow(problem)
  })

  test('another language with other parts', () => {
    expect(() => compile({ ...ENGLISH, 'ru/other': {} })).toThrow(
      'ru/part.json: is missing\nru/other.json: English has no such part',
    )
  })

  test('all problems come at once, and nothing is written', () => {
    const { again, from, to } = compile({ 'en/a': { key: 'x' }, 'en/b': { key: 'x' } })
    writeFileSync(join(from, 'en/a.json'), '{ "key": "{" }')
    writeFileSync(join(from, 'en/b.json'), '{ "key": "y" ')
    expect(again).toThrow(/en\/a\.json: key: .*\nen\/b\.json: /)
    expect(readFileSync(join(to, 'en/a.js'), 'utf8')).toContain('"x"')
  })
})

test('only what has changed is written, and what has gone is removed', () => {
  const { again, from, to } = compile({ 'en/a': { key: 'x' }, 'en/b': { key: 'x' } })
  const written = () => statSync(join(to, 'en/a.js')).ino
  const before = written()
  rmSync(join(from, 'en/b.json'))
  again()
  expect(written()).toBe(before)
  expect(existsSync(join(to, 'en/b.js'))).toBe(false)
  writeFileSync(join(from, 'en/a.json'), '{ "key": "y" }')
  again()
  expect(written()).not.toBe(before)
})
