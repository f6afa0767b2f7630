import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errors } from '../../src/messages/errors'
import { fileErrors } from '../../src/messages/fileErrors'
import { issues } from '../../src/messages/issues'
import { remedies } from '../../src/messages/remedies'

const SRC = new URL('../../src/', import.meta.url)
/** Where texts and remedies of codes are, but no code comes from. */
const WORDING = /^messages\/|^cli\/remedy\.ts$/

const source = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !WORDING.test(name))
  .map((name) => readFileSync(new URL(name, SRC), 'utf8'))
  .join('\n')

/** The codes that no source file produces, as `'code'`, or words itself, as `part.code`. */
function unusedCodes(part: string, texts: object, code: string): string[] {
  return Object.keys(texts).filter(
    (key) => !code.includes(`'${key}'`) && !code.includes(`${part}.${key}(`),
  )
}

test('every code of an issue or an error is produced by some source file', () => {
  expect(unusedCodes('issues', issues, source)).toEqual([])
  expect(unusedCodes('errors', errors, source)).toEqual([])
  expect(unusedCodes('fileErrors', fileErrors, source)).toEqual([])
})

test('a code that nothing produces is found', () => {
  const texts = { one: '', two: '', three: '' }
  expect(unusedCodes('issues', texts, "issues.error('one', '') + issues.three()")).toEqual(['two'])
})

test('every remedy is that of an issue', () => {
  expect(Object.keys(remedies).filter((code) => !(code in issues))).toEqual([])
})
