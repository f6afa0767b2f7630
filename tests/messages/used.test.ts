import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { issues } from '../../src/messages/compiled/issues'
import { remedies } from '../../src/messages/compiled/remedies'

const SRC = new URL('../../src/', import.meta.url)
const ENGLISH = new URL('messages/en/', SRC)
/** Where the texts of codes are, but no code comes from. */
const WORDING = /^messages\//

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('compiled'))
const read = (names: readonly string[]) =>
  names.map((name) => readFileSync(new URL(name, SRC), 'utf8')).join('\n')
const source = read(files)
const producing = read(files.filter((name) => !WORDING.test(name)))

/** The keys of a part that no code names: as `part.key`, or as the code of a message that is data. */
function unusedKeys(part: string, texts: object, code: string, areCodes = false): string[] {
  const aliases = [...code.matchAll(new RegExp(`\\{[^}]*\\b${part} as (\\w+)`, 'g'))]
  const names = [part, ...aliases.map(([, alias]) => alias)].join('|')
  const isWorded = areCodes || new RegExp(`wording\\(\\s*(${names})\\b`).test(code)
  return Object.keys(texts).filter(
    (key) =>
      !new RegExp(`\\b(${names})\\.${key}\\b`).test(code) &&
      !(isWorded && code.includes(`'${key}'`)),
  )
}

test.each(readdirSync(ENGLISH))('every text of %s is used', (file) => {
  const texts = JSON.parse(readFileSync(new URL(file, ENGLISH), 'utf8'))
  const part = file.replace('.json', '')
  const areCodes = ['issues', 'errors', 'fileErrors'].includes(part)
  expect(unusedKeys(part, texts, areCodes ? producing : source, areCodes)).toEqual([])
})

test('a text that nothing uses is found', () => {
  const texts = { title: '', count: '', code: '' }
  const code = "list.title() + list.counts() + 'code'"
  expect(unusedKeys('list', texts, code)).toEqual(['count', 'code'])
  expect(unusedKeys('list', texts, `${code} + wording(list, issue)`)).toEqual(['count'])
})

test('every remedy is that of an issue', () => {
  expect(Object.keys(remedies).filter((code) => !(code in issues))).toEqual([])
})
