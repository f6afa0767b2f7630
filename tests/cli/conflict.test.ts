import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import schema from '../../geodata/schema/dataset.schema.json'
import { contactline, emptyFolder, type Finding } from './run'

const ORLAVIA = 'tests/fixtures/orlavia'
const TEXT = readFileSync(join(import.meta.dirname, '../fixtures/orlavia/dataset.json'), 'utf8')

/** A dataset whose dataset.json is the text. */
function folderWith(text: string): string {
  const folder = emptyFolder()
  cpSync(ORLAVIA, folder, { recursive: true })
  writeFileSync(join(folder, 'dataset.json'), text)
  return folder
}

function replaced(from: string, to: string): string {
  expect(TEXT).toContain(from)
  return TEXT.replace(from, () => to)
}

/** What is broken, the text, and the code, column and id of the first finding. */
const BROKEN: readonly (readonly [string, string, string, string, string])[] = [
  ['null', 'null', 'conflictNotObject', '', ''],
  ['bad JSON', replaced('"version": "0.3.0",', '"version": "0.3.0"'), 'conflictNotJson', '', ''],
  ['a missing key', replaced('"utcOffset": "-03:30",', ''), 'keyMissing', 'utcOffset', ''],
  ['a misspelt key', replaced('"plural"', '"plurals"'), 'keyUnknown', 'parties.2.plurals', 'other'],
  ['a reversed window', replaced('2031-03-17', '2031-03-24'), 'windowReversed', 'firstWindow', ''],
]

test.each(BROKEN)('no command goes on with %s of dataset.json; check names it', (...broken) => {
  const [, text, code, column, id] = broken
  const folder = folderWith(text)
  const file = join(folder, 'dataset.json')
  const { stdout, stderr, status } = contactline(['check', folder, '--json'])
  expect([stderr, status]).toEqual(['', 1])
  const [issue] = JSON.parse(stdout).issues as Finding[]
  expect(issue).toMatchObject({ code, file, row: null, column, id, severity: 'error' })
  expect(issue?.remedy).not.toBe('')
  const commands = [['join', join(folder, 'incidents.csv')], ['export'], ['stats']]
  for (const args of [...commands, ['diff', folder, folder], ['--help'], ['--version']]) {
    const { stdout, stderr, status } = contactline([...args, '--data', folder])
    expect([stdout, status]).toEqual(['', 1])
    expect(stderr).toContain(`contactline: ${file}`)
    expect(stderr).toContain(column)
    expect(stderr).toContain('Remedy: ')
  }
})

test('the sentence gives the number of other faults', () => {
  const { stderr } = contactline(['stats', '--data', folderWith('{}')])
  expect(stderr).toContain('dataset.json: the key title is missing. Remedy: ')
  expect(stderr).toContain(
    ` ${schema.required.length - 1} more faults are listed by: contactline check `,
  )
})

test('check holds dataset.json against places.csv and lists the rest too', () => {
  const folder = folderWith(
    replaced('"aldemar", "sarnock"', '"fennick", "nowhere"').replace('"name_eo"', '"name_xx"'),
  )
  const { stdout, status } = contactline(['check', '--data', folder, '--json'])
  expect(status).toBe(1)
  const { issues, files } = JSON.parse(stdout) as { issues: Finding[]; files: unknown[] }
  expect(files).toHaveLength(3)
  const ofConflict = issues.filter(({ file }) => file === join(folder, 'dataset.json'))
  expect(ofConflict.map(({ code, column }) => [code, column])).toEqual([
    ['focusUnknown', 'focus.1'],
    ['focusUnknown', 'focus.2'],
    ['languageColumn', 'languages.2.column'],
  ])
})

test('the table for people names key and remedy', () => {
  const { stdout } = contactline(['check', folderWith(replaced('#5b4b9a', 'purple'))])
  expect(stdout).toMatch(
    /dataset\.json +parties\.0\.colour\.light +orlavia +error +.*"purple" does not have the form of "#2e6f9e"\. Remedy: write it in that form\.\n\n1 error, 0 warnings\.\n$/,
  )
})
