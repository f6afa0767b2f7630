import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findPackage } from '../../src/cli/engine/loadPackage'
import { emptyFolder } from '../cli/run'
import { expectSame, publish, ROWS, readDataset, writeRows } from './folders'
import { rowsOf } from './rows'

const SERVER = fileURLToPath(new URL('chdbServer.mjs', import.meta.url))

/** Starts a process with an engine of its own. Returns its address. */
async function startServer(): Promise<string> {
  const server = spawn(process.execPath, [SERVER, findPackage('chdb') ?? ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    server.kill()
  })
  const port = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return `http://127.0.0.1:${port}`
}

/** Files of one dataset: ids, areas and the two sides meet across them. */
function writeParts(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    writeRows(
      join(folder, `part-${at}.csv`),
      rowsOf('acled', Math.ceil(ROWS / 5), 10 + at, { isOdd: at === 1 }),
    ),
  )
}

test('a server by its address gives the same folder', async () => {
  const folder = emptyFolder()
  const files = writeParts(folder, 1)
  const [own, engine] = [join(folder, 'own'), join(folder, 'engine')]
  publish(files, own, [])
  publish(files, engine, ['--engine', await startServer()])
  await expectSame(own, engine)
})

test('several engines, each with a part of the files, add up to the same folder', async () => {
  const folder = emptyFolder()
  const files = writeParts(folder, 4)
  const [own, one, several] = ['own', 'one', 'several'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  publish(files, own, [])
  publish(files, one, ['--engine', 'clickhouse'])
  await expectSame(own, one)
  const servers = [await startServer(), await startServer(), await startServer()]
  publish(
    files,
    several,
    servers.flatMap((address) => ['--engine', address]),
  )
  await expectSame(own, several)
  expect(readDataset(several).published.repeated).toBeGreaterThan(0)
})
