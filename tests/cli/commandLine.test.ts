import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contactline, emptyFolder, fixture } from './run'

test('help for all and for each command, with examples and exit codes', () => {
  const { stdout, status } = contactline(['--help'])
  expect(status).toBe(0)
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name ?? '')
  expect(commands).toEqual([
    'check',
    'join',
    'export',
    'stats',
    'overlap',
    'diff',
    'publish',
    'sql',
  ])
  for (const command of commands) {
    const help = contactline([command, '--help'])
    expect(help.status).toBe(0)
    expect(help.stdout).toContain(`Usage: contactline ${command}`)
    expect(help.stdout).toContain('Examples:')
    expect(help.stdout).toContain('Exit codes:')
    expect(contactline(['help', command]).stdout).toBe(help.stdout)
  }
})

test('before it is built, the committed command says what to run', () => {
  const folder = emptyFolder()
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  const { stderr, status } = spawnSync(process.execPath, [join(folder, 'bin/contactline.mjs')], {
    encoding: 'utf8',
  })
  expect(stderr).toMatch(/^The command is not built: run "npm run build:cli"[^\n]*\n$/)
  expect(status).toBe(3)
})

test('the version of the program and of the dataset', () => {
  expect(contactline(['--version']).stdout).toMatch(
    /^contactline \d+\.\d+\.\d+ \(dataset \d+\S+\)\n$/,
  )
})

test.each<[string[], RegExp, number]>([
  [[], /No command is given/, 2],
  [['dance'], /Unknown command "dance"/, 2],
  [['export', '--form', 'csv'], /There is no option --form\. See/, 2],
  [['stats', '-x'], /There is no option -x\. See/, 2],
  [['stats', '--json=yes'], /--json takes no value\. See/, 2],
  [['export', '--from', '--to', '2022-11-29'], /--from needs a value: --from VALUE\. See/, 2],
  [['export', '--format', 'xls'], /--format: "xls" is unknown. Give one of geojson/, 2],
  [['export', '--area', 'shushaa'], /"shushaa" is unknown. Did you mean shusha\?/, 2],
  [['export', '--from', '29.11.2022'], /--from: .* Give a day such as 2022-11-29/, 2],
  [['export', '--from', '2022-12-01', '--to', '2022-11-01'], /is after --to/, 2],
  [['export', '--by', 'azerbaijan,nobody'], /--by: "nobody" is unknown. .* azerbaijan/, 2],
  [['export', '--area', 'Şuşa'], /--area: .* Did you mean shusha/, 2],
  [['export', '--off', '2022-13'], /--off: "2022-13"/, 2],
  [['export', '--possible', 'no'], /--possible: .* 0, 1/, 2],
  [['export', '--source', 'nowhere'], /--source: "nowhere"/, 2],
  [['export', '--from'], /--from needs a value/, 2],
  [['stats', '--unit', 'year'], /--unit: "year" is unknown. Give one of day, week, month/, 2],
  [['stats', '--format', 'xls'], /--format: "xls" is unknown. Give one of table, csv/, 2],
  [['check', '--by', 'armenia'], /check has no option --by/, 2],
  [['join'], /standard input: the file is empty/, 1],
  [['join', '-', '-'], /name - once/, 2],
  [['diff', 'one.csv'], /diff needs two/, 2],
  [['publish', '--out', 'x'], /publish needs files/, 2],
  [['publish', 'geodata'], /publish needs a folder/, 2],
  [['publish', 'geodata', '--out', 'src'], /src is not a published folder/, 2],
  [['join', 'nowhere.csv'], /nowhere\.csv cannot be read: there is no such file/, 3],
  [['check', 'tests'], /tests contains none of incidents\.csv/, 3],
  [['check', 'public/favicon.svg'], /favicon\.svg: This is a web page or XML/, 1],
  [['stats', '--data', 'nowhere'], /nowhere\/dataset\.json cannot be read/, 3],
])('%j is refused with its cause', (args, message, exit) => {
  const { stderr, stdout, status } = contactline(args)
  expect(stderr).toMatch(message)
  expect(stderr).toMatch(/^contactline: /)
  expect(stdout).toBe('')
  expect(status).toBe(exit)
})

test('a file is written whole, over an old one too, and nothing else is left behind', () => {
  const folder = emptyFolder()
  const out = join(folder, 'out.csv')
  writeFileSync(out, 'old')
  const { stdout, stderr, status } = contactline(['export', '--format', 'csv', '--out', out])
  expect([stdout, stderr, status]).toEqual(['', '', 0])
  expect(readFileSync(out, 'utf8')).toBe(contactline(['export', '--format', 'csv']).stdout)
  expect(readdirSync(folder)).toEqual(['out.csv'])
})

test('what cannot be written leaves everything as it was', () => {
  const folder = emptyFolder()
  const kept = join(folder, 'kept.csv')
  mkdirSync(join(folder, 'sub'))
  writeFileSync(kept, 'old')
  const nowhere = contactline(['export', '--out', join(folder, 'none/out.csv')])
  expect(nowhere.stderr).toMatch(/cannot be written: there is no such file or folder/)
  expect(nowhere.status).toBe(3)
  expect(contactline(['export', '--out', join(folder, 'sub')]).status).toBe(3)
  for (const input of ['a,b\n', 'id,date_start\nx,yesterday\n']) {
    const { stderr, status } = contactline(['join', '-', '--out', kept], { input })
    expect(stderr).not.toBe('')
    expect(status).toBe(1)
  }
  expect(readFileSync(kept, 'utf8')).toBe('old')
  expect(readdirSync(folder).sort()).toEqual(['kept.csv', 'sub'])
})

test.skipIf(process.platform === 'win32')('a write that breaks off leaves the old file', () => {
  const folder = emptyFolder()
  const out = join(folder, 'out.geojson')
  writeFileSync(out, 'old')
  const command = `ulimit -f 100; "$0" bin/contactline.mjs export --out "$1"`
  const { stderr, status } = spawnSync('bash', ['-c', command, process.execPath, out], {
    encoding: 'utf8',
  })
  expect(stderr).toMatch(
    /^contactline: .*out\.geojson cannot be written: .* Nothing was written\.\n$/,
  )
  expect(status).toBe(3)
  expect(readFileSync(out, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['out.geojson'])
})

test('from another folder it finds the shipped files by itself', () => {
  const args = ['export', '--from', '2022-11-29', '--to', '2022-11-30']
  expect(contactline(args, { cwd: emptyFolder() })).toEqual(contactline(args))
})

test('the moment of an export can be set, and a moment that is none is refused', () => {
  const one = contactline(['export'], { env: { SOURCE_DATE_EPOCH: '0' } })
  expect(JSON.parse(one.stdout).contactline.generated).toBe('1970-01-01T00:00:00.000Z')
  const bad = contactline(['export'], { env: { SOURCE_DATE_EPOCH: 'noon' } })
  expect(bad.stderr).toContain('SOURCE_DATE_EPOCH is "noon"')
  expect(bad.status).toBe(2)
})

test('the fixtures are read by their content, not by their names or their order', () => {
  const files = [fixture('pages.csv'), fixture('positions.csv')]
  const one = contactline(['join', ...files])
  expect(one.status).toBe(0)
  expect(contactline(['join', ...files.reverse()]).stdout).toBe(one.stdout)
})
