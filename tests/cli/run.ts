import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const command = join(root, 'bin/contactline.mjs')
/** The time that exports of these runs say they were made. */
export const MOMENT = '2026-11-23T12:00:00.000Z'
/** The dataset that never changes, from the root of the project. */
export const FROZEN = 'tests/fixtures/dataset'

export interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** An issue as `check --json` prints it. */
export interface Finding {
  readonly code: string
  readonly file: string
  readonly row: number | null
  readonly column: string
  readonly id: string
  readonly severity: string
  readonly message: string
  readonly remedy: string
}

/** Runs the built command. No run, whatever it is given, may show the inside of the program. */
export function contactline(args: readonly string[], options: RunOptions = {}): Run {
  const epoch = String(Date.parse(MOMENT) / 1000)
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    input: options.input ?? '',
    cwd: options.cwd ?? root,
    env: { ...process.env, SOURCE_DATE_EPOCH: epoch, ...options.env },
    maxBuffer: 100_000_000,
  })
  if (error) throw error
  expect(stderr).not.toMatch(/\n\s+at |node:internal|unexpected went wrong/)
  return { stdout, stderr, status }
}

/** Runs the built command on the frozen dataset. */
export function onFrozen(args: readonly string[], options: RunOptions = {}): Run {
  return contactline([...args, '--data', FROZEN], options)
}

/** The path of a fixture, from the root of the project. */
export function fixture(name: string): string {
  return `tests/fixtures/cli/${name}`
}

/** A folder for a test alone. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contactline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
