import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { folderDisk } from '../../src/cli/publish/folderDisk'
import type { PublishedConflict } from '../../src/publish/publishedFolder'
import { contactline } from '../cli/run'
import { readTable } from '../publish/readFolder'

/** Rows of each file: `ENGINE_ROWS=1000000 npm run test:engine` reads more. */
export const ROWS = Number(process.env.ENGINE_ROWS ?? 5000)
const BUFFER = 1 << 22

/** Publishes by the built command. Returns what it said. */
export function publish(files: readonly string[], out: string, options: readonly string[]) {
  const run = contactline(['publish', ...files, '--out', out, ...options])
  // 1: rows were rejected.
  if (!existsSync(out)) throw new Error(`${run.status}: ${run.stderr.slice(-2000)}`)
  return run
}

export function writeRows(path: string, rows: Iterable<string>): string {
  writeFileSync(path, '')
  let text = ''
  for (const row of rows) {
    text += row
    if (text.length < BUFFER) continue
    appendFileSync(path, text)
    text = ''
  }
  appendFileSync(path, text)
  return path
}

/** Expects two published folders to be the same, but for the name of the engine. */
export async function expectSame(ours: string, others: string): Promise<void> {
  const list = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .toSorted()
  const paths = list(ours)
  // What differs in reports differs in all that is counted of them.
  const isReports = (path: string) => Number(path.startsWith('reports'))
  for (const path of paths.toSorted((a, b) => isReports(b) - isReports(a))) {
    if (path === 'dataset.json') continue
    const [own, other] = [ours, others].map((folder) => readIfThere(join(folder, path)))
    if (own && other && own.equals(other)) continue
    await expectSameRows(ours, others, path)
    throw new Error(`${path} has the same rows in other bytes`)
  }
  expect(list(others)).toEqual(paths)
  const [own, other] = [ours, others].map(readDataset)
  expect(other?.published.engine).toMatch(/^ClickHouse \d/)
  expect({ ...other, published: { ...other?.published, engine: undefined } }).toEqual({
    ...own,
    published: { ...own?.published, engine: undefined },
  })
}

/** Says which row differs. */
async function expectSameRows(ours: string, others: string, path: string): Promise<void> {
  const rowsIn = (folder: string) =>
    path.endsWith('.parquet')
      ? readTable(folderDisk(folder), path)
      : (readIfThere(join(folder, path))?.toString().split('\n') ?? [])
  const [own, other] = [await rowsIn(ours), await rowsIn(others)]
  for (const [at, row] of own.entries()) expect([path, at, other[at]]).toEqual([path, at, row])
  expect(other.length).toBe(own.length)
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

export function readDataset(folder: string): PublishedConflict {
  return JSON.parse(readFileSync(join(folder, 'dataset.json'), 'utf8')) as PublishedConflict
}
