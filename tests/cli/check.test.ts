import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { grownCopy } from '../geodata/grown'
import { contactline, type Finding, fixture } from './run'

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

test('each issue of a file has its code, row, column and remedy', () => {
  const { stdout, status } = contactline(['check', fixture('broken.csv'), '--json'])
  expect(status).toBe(1)
  const { issues, files } = JSON.parse(stdout) as { issues: Finding[]; files: unknown }
  expect(files).toEqual([{ file: fixture('broken.csv'), kind: 'incidents', rows: 2, own: true }])
  const found = issues.map(
    ({ row, column, severity, code }) => `${row} ${column} ${severity} ${code}`,
  )
  expect(found.sort()).toEqual(
    [
      '1 kindd warning unknownColumn',
      '2 date_start error startNotDate',
      '3 areas warning unknownAreaNear',
      '3 kind warning unknownValue',
      '3 killed warning notCount',
      '3 reporting_party warning unknownValue',
      '3 sources warning unknownSource',
      '3 time_end warning endTimeBeforeStart',
      '4 id error repeatedId',
      '6 id error noId',
      '7  warning cellCount',
      '7 sources warning noSource',
      '7 time_start warning notClock',
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
  const found = issues.filter(({ file }) => file === 'standard input')
  expect(found.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'areas', 'unknownArea'],
    [2, 'sources', 'noSource'],
    [3, 'id', 'idInOtherFile'],
  ])
})

test.each([
  ['an empty file', '', /standard input: the file is empty/, 1],
  [
    'semicolons',
    'id;date_start;areas\n1;2022-11-29;3\n',
    /not a known format. Say what its columns mean/,
    1,
  ],
  ['another table', 'a,b\n1,2\n', /No column of the file has readable dates/, 1],
])('%s is refused with its cause', (_, input, message, exit) => {
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

test('districts that are not polygons are listed, and the rest is used', () => {
  const folder = grownCopy().folder
  const path = join(folder, 'districts.geojson')
  const districts = JSON.parse(readFileSync(path, 'utf8'))
  const point = { type: 'Point', coordinates: [46.7, 39.7] }
  districts.features.push({ type: 'Feature', properties: {}, geometry: point })
  writeFileSync(path, JSON.stringify(districts))
  const { stdout, status } = contactline(['check', '--json', '--data', folder])
  expect(JSON.parse(stdout).issues).toMatchObject([
    { code: 'notPolygon', file: path, row: districts.features.length },
  ])
  expect(status).toBe(1)
  const stats = contactline(['stats', '--data', folder, fixture('positions.csv')])
  expect(stats.stderr).toContain('not a polygon')
  expect(stats.stdout).toContain('shusha')
})
