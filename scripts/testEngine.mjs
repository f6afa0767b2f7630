import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * `npm run test:engine` compares the join of an engine with our own, and installs the engine into the
 * user's cache folder first. `--rows N` sets how many rows each format has (5,000 if not given),
 * `--if-installed` only says so where there is no engine. Other arguments go to Vitest.
 */
const root = new URL('../', import.meta.url)
const { config } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
const wanted = Object.values(config)
const folder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'contactline',
  'engine',
)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, 'if-installed': { type: 'boolean' } },
})

if (wanted.every(isInstalled)) test()
else if (values['if-installed']) {
  console.log('Engine tests left out: "npm run test:engine" installs the engine and runs them.')
} else {
  mkdirSync(folder, { recursive: true })
  run('npm', ['install', '--prefix', folder, ...wanted])
  test()
}

function isInstalled(pinned) {
  const at = pinned.lastIndexOf('@')
  const file = join(folder, 'node_modules', pinned.slice(0, at), 'package.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === pinned.slice(at + 1)
}

function test() {
  if (!values['if-installed']) run('npm', ['run', '--silent', 'build:cli'])
  const env = values.rows ? { ENGINE_ROWS: values.rows } : {}
  run('npx', ['vitest', 'run', '--project', 'engine', ...positionals], env)
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (status !== 0) process.exit(status ?? 1)
}
