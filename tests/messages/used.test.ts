import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SRC = new URL('../../src/', import.meta.url)
const ENGLISH = new URL('messages/en/', SRC)

const source = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('compiled'))
  .map((name) => readFileSync(new URL(name, SRC), 'utf8'))
  .join('\n')

/** The keys of a part that no code names: as `part.key`, or as the code of a message that is data. */
function unusedKeys(part: string, texts: object, code: string): string[] {
  const aliases = [...code.matchAll(new RegExp(`\\{[^}]*\\b${part} as (\\w+)`, 'g'))]
  const names = [part, ...aliases.map(([, alias]) => alias)].join('|')
  const isWorded = new RegExp(`wording\\(\\s*(${names})\\b`).test(code)
  return Object.keys(texts).filter(
    (key) =>
      !new RegExp(`\\b(${names})\\.${key}\\b`).test(code) &&
      !(isWorded && new RegExp(`'${key}'`).test(code)),
  )
}

test.each(readdirSync(ENGLISH))('every text of %s is used', (file) => {
  const texts = JSON.parse(readFileSync(new URL(file, ENGLISH), 'utf8'))
  expect(unusedKeys(file.replace('.json', ''), texts, source)).toEqual([])
})

test('a text that nothing uses is found', () => {
  const texts = { title: '', count: '', code: '' }
  expect(unusedKeys('list', texts, "list.title() + list.counts() + 'code'")).toEqual([
    'count',
    'code',
  ])
  expect(unusedKeys('list', texts, "list.title() + wording(list, issue) + 'code'")).toEqual([
    'count',
  ])
})
