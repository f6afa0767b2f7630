import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { emptyFolder } from './run'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const COPIED = ['src', 'scripts', 'tests', 'package.json', 'tsconfig.json', 'index.html']
const CONFIGS = ['vite.config.ts', 'vite.cli.config.ts']
const LINKED = ['geodata', 'node_modules']
const MAX_SOURCE_FILES = 4
/** Reads, filters, exports and shows the example's column. Its types hold in the copy only. */
const PROBE = 'tests/fixtures/addedField.tsx'

interface Step {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** The changes that the document describes: its diff blocks. */
function stepsOf(document: string): Step[] {
  return [...document.matchAll(/```diff\n--- (\S+)\n([\s\S]*?)\n```/g)].map(
    ([, path = '', body = '']) => {
      const lines = body.split('\n')
      const text = (marks: string) =>
        lines
          .filter((line) => marks.includes(line[0] ?? ' '))
          .map((line) => line.slice(1))
          .join('\n')
      return { path, before: text(' -'), after: text(' +') }
    },
  )
}

function apply(folder: string, { path, before, after }: Step): void {
  const file = join(folder, path)
  const pieces = readFileSync(file, 'utf8').split(before)
  expect(pieces, `"${before}" must be in ${path} once`).toHaveLength(2)
  writeFileSync(file, pieces.join(after))
}

/** Runs a command in the folder; what it printed is in the message of the error when it fails. */
function run(folder: string, command: string, ...args: string[]): void {
  const env = { ...process.env }
  // Set in a test run; the one that is started here decides for itself.
  for (const name of Object.keys(env)) if (name.startsWith('VITEST')) delete env[name]
  try {
    execFileSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}

test('docs/adding-a-field.md adds a column by few changes', { timeout: 240_000 }, () => {
  const steps = stepsOf(readFileSync(join(ROOT, 'docs/adding-a-field.md'), 'utf8'))
  const changed = new Set(steps.map(({ path }) => path))
  expect(changed).toContain('src/model/fields.ts')
  expect(changed.size).toBeLessThanOrEqual(MAX_SOURCE_FILES)

  const folder = emptyFolder()
  for (const name of [...COPIED, ...CONFIGS]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  }
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name))
  for (const step of steps) apply(folder, step)
  const probe = PROBE.replace('.tsx', '.test.tsx')
  const text = readFileSync(join(ROOT, PROBE), 'utf8')
  writeFileSync(join(folder, probe), text.replace('// @ts-nocheck', '//'))

  run(folder, 'npm', 'run', '--silent', 'types')
  run(folder, 'npx', 'vitest', 'run', '--project', 'unit', probe)
})
