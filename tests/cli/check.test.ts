import { expect, test } from 'vitest'
import { grownCopy } from '../geodata/grown'
import { contactline, fixture } from './run'

interface Finding {
  readonly file: string
  readonly row: number | null
  readonly column: string
  readonly id: string
  readonly severity: string
  readonly remedy: string
}

test.each([
  ['shipped records', 'geodata'],
  ['records after more reports were added', grownCopy().folder],
])('the %s have no issue, not even a warning', (_, folder) => {
  const { stdout, stderr, status } = contactline(['check', '--strict', '--data', folder])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/incidents\.csv: \d+ reports/)
  expect(stdout).toContain('No errors, no warnings.')
  expect(status).toBe(0)
})

test('each fault of a file is told with its row, its column and a remedy', () => {
  const { stdout, status } = contactline(['check', fixture('broken.csv'), '--json'])
  expect(status).toBe(1)
  const { issues, files } = JSON.parse(stdout) as { issues: Finding[]; files: unknown }
  expect(files).toEqual([{ file: fixture('broken.csv'), kind: 'incidents', rows: 2, own: true }])
  const told = issues.map(({ row, column, severity }) => `${row} ${column} ${severity}`)
  expect(told.sort()).toEqual(
    [
      '1 kindd warning',
      '2 date_start error',
      '3 areas warning',
      '3 kind warning',
      '3 killed warning',
      '3 reporting_party warning',
      '3 sources warning',
      '3 time_end warning',
      '4 id error',
      '6 id error',
      '7  warning',
      '7 sources warning',
      '7 time_start warning',
    ].sort(),
  )
  for (const { file, remedy } of issues) {
    expect(file).toBe(fixture('broken.csv'))
    expect(remedy).not.toBe('')
  }
})

test('the table for people says the same and counts it', () => {
  const { stdout, status } = contactline(['check', fixture('broken.csv')])
  expect(status).toBe(1)
  expect(stdout).toMatch(/^file +row +column +id +severity +message$/m)
  expect(stdout).toMatch(/broken\.csv +2 +date_start +a-1 +error +.*YYYY-MM-DD/)
  expect(stdout).toContain('3 errors, 10 warnings.')
})

test('warnings end with an error only when asked', () => {
  expect(contactline(['check', fixture('minimal.csv')]).status).toBe(0)
  expect(contactline(['check', fixture('minimal.csv'), '--strict']).status).toBe(1)
})

test('an id that two files share is refused, with the row in the second file', () => {
  const { stdout, status } = contactline(['check', fixture('minimal.csv'), '-', '--json'], {
    input:
      'id,date_start,areas,reported_by,reporting_party,summary\nm-9,2022-11-29,Nowhere at all,X,Other,s\nm-1,2022-11-29,,X,Other,s\n',
  })
  expect(status).toBe(1)
  const { issues } = JSON.parse(stdout) as { issues: Finding[] }
  const told = issues.filter(({ file }) => file === 'standard input')
  expect(told.map(({ row, column, severity }) => [row, column, severity])).toEqual([
    [2, 'areas', 'warning'],
    [2, 'sources', 'warning'],
    [3, 'id', 'error'],
  ])
})

test.each([
  ['an empty file', '', /standard input: the file is empty/, 1],
  ['semicolons', 'id;date_start;areas\n1;2;3\n', /separated by ";": save it with commas/, 1],
  ['another table', 'a,b\n1,2\n', /row 1: the header is not that of reports/, 1],
])('%s is told by its cause', (_, input, message, exit) => {
  const { stderr, stdout, status } = contactline(['check', '-'], { input })
  expect(stderr).toMatch(message)
  expect(stdout).toBe('')
  expect(status).toBe(exit)
})

test('text of a file cannot rewrite the terminal', () => {
  const input =
    'id,date_start,areas,reported_by,reporting_party,summary\n"m\u001b[2J",2022-11-29,\u202eevil,X,Other,s\n'
  const { stdout } = contactline(['check', '-'], { input })
  for (const control of ['\u001b', '\u202e']) expect(stdout).not.toContain(control)
  expect(stdout).toContain('evil')
})
