import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder } from '../cli/run'
import { DISTRICTS } from './districts'
import { expectSame, publish, ROWS, readDataset, writeRows } from './folders'
import { FORMATS, type Format, MAPPED_COLUMNS, rowsOf } from './rows'

const ENGINE = ['--engine', 'clickhouse']

function columnsOf(format: Format): string[] {
  return format === 'mapped' ? ['--columns', MAPPED_COLUMNS] : []
}

/** Publishes files by our own join and by the engine. Returns what the folder says of itself. */
async function comparedFolders(folder: string, files: readonly string[], options: string[]) {
  const [own, engine] = [join(folder, 'own'), join(folder, 'engine')]
  publish(files, own, options)
  publish(files, engine, [...options, ...ENGINE])
  await expectSame(own, engine)
  return readDataset(own)
}

describe.each(FORMATS)('%s: the engine publishes what our own join publishes', (format) => {
  test('of a plain table', async () => {
    const folder = emptyFolder()
    const file = writeRows(join(folder, 'events.csv'), rowsOf(format, ROWS))
    const { published } = await comparedFolders(folder, [file], columnsOf(format))
    expect(published.reports).toBeGreaterThan(published.rejected)
    expect(published.areas.length).toBeGreaterThan(40)
  })

  test('of a table with stray quotes, blank rows, lines in cells, sums and rows too long', async () => {
    const folder = emptyFolder()
    const rows = rowsOf(format, ROWS / 5, 2, { isOdd: true })
    const file = writeRows(join(folder, 'events.csv'), rows)
    await comparedFolders(folder, [file], columnsOf(format))
  })
})

test('districts over each other, with holes and exclaves', async () => {
  const folder = emptyFolder()
  const file = writeRows(join(folder, 'events.csv'), rowsOf('acled', ROWS / 2, 3))
  const districts = join(folder, 'districts.geojson')
  writeFileSync(districts, DISTRICTS)
  const { published } = await comparedFolders(folder, [file], ['--districts', districts])
  expect(published.areas.map(({ name }) => name)).toContain('An island in a lake')
})

test('events of another part of the world, of which names sound like ours by chance', async () => {
  const folder = emptyFolder()
  const rows = [...rowsOf('ucdp', ROWS / 5, 4, { isElsewhere: true })]
  const file = writeRows(join(folder, 'events.csv'), rows)
  const { published } = await comparedFolders(folder, [file], [])
  expect(published.areas.every(({ id }) => id !== 'shusha')).toBe(true)
})

test('a table in another encoding, separated by tabs', async () => {
  const folder = emptyFolder()
  const text = [...rowsOf('acled', ROWS / 10, 5)].join('').replaceAll(/\t/g, ' ')
  const file = join(folder, 'events.tsv')
  const tabbed = text.replaceAll(/("(?:[^"]|"")*")|,/g, (_, quoted) => quoted ?? '\t')
  writeFileSync(file, Buffer.from(`\uFEFF${tabbed}`, 'utf16le'))
  await comparedFolders(folder, [file], [])
})

/** More than 10 MB, which the engine reads as a block. */
const ROWS_OF_BLOCKS = 45_000

test('a table of several blocks', async () => {
  const folder = emptyFolder()
  const file = writeRows(join(folder, 'events.csv'), rowsOf('ucdp', ROWS_OF_BLOCKS, 8))
  await comparedFolders(folder, [file], [])
})

test('several files, whose ids meet', async () => {
  const folder = emptyFolder()
  const files = [6, 7].map((seed) =>
    writeRows(
      join(folder, `events-${seed}.csv`),
      rowsOf('acled', ROWS / 5, seed, { isOdd: seed === 7 }),
    ),
  )
  await comparedFolders(folder, files, [])
})
