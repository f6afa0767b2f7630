import { expect, test } from 'vitest'
import { contactline, emptyFolder } from './run'

const FILE = 'tests/fixtures/opened/ucdp.csv'

test('sql prints what an engine is asked to do, each step with its meaning', () => {
  const { stdout, stderr, status } = contactline(['sql', FILE, '--engine', 'clickhouse'])
  expect([status, stderr]).toEqual([0, ''])
  const statements = stdout.trimEnd().split('\n\n')
  for (const statement of statements) expect(statement).toMatch(/^-- [A-Z][^\n]*[.:]/)
  for (const part of [
    "FROM file('tests/fixtures/opened/ucdp.csv', 'CSV'",
    'LAYOUT(POLYGON_INDEX_EACH())',
    'CREATE TABLE contactline_work.part_counts',
    'CREATE TABLE contactline_work.part_cells',
    'ORDER BY area_id, ',
  ]) {
    expect(stdout).toContain(part)
  }
  const ofServer = contactline(['sql', FILE, '--engine', 'http://localhost:8123']).stdout
  expect(ofServer).toContain("FROM input('`id` String")
})

test.each([
  [
    ['publish', FILE, '--engine', 'clickhouse'],
    /^contactline: chdb is not installed\. To install it: npm install --prefix \S+contactline.engine chdb@\d/m,
  ],
  [
    ['publish', FILE, '--engine', 'http://localhost:8123'],
    /^contactline: @clickhouse\/client is not installed\. To install it: npm install/m,
  ],
  [
    ['publish', FILE, '--engine', 'duckdb'],
    /^contactline: duckdb is not an engine\. Write clickhouse, or/m,
  ],
  [
    ['publish', 'tests/fixtures/opened/points.geojson', '--engine', 'clickhouse'],
    /reads only delimited/,
  ],
  [['sql'], /^contactline: sql needs files/m],
])('contactline %s says what to do', (args, sentence) => {
  const folder = emptyFolder()
  const out = args[0] === 'publish' ? ['--out', `${folder}/published`] : []
  const env = { XDG_CACHE_HOME: folder }
  const { stderr, status } = contactline([...args, ...out], { env })
  expect(stderr).toMatch(sentence)
  expect(status).toBeGreaterThan(0)
})
