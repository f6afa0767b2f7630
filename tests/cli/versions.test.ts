import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTable } from '../../src/csv/table'
import type { Version } from '../../src/schema/releases'
import { emptyFolder, FROZEN } from './run'

const read = (folder: string): Version[] =>
  JSON.parse(readFileSync(join(folder, 'versions.json'), 'utf8'))
const SHIPPED = read(FROZEN)
const FILES = ['incidents.csv', 'sources.csv', 'places.csv', 'dataset.json', 'versions.json']

function versions(older: string, newer: string) {
  const args = ['scripts/versions.mjs', older, newer]
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

/** A folder with the dataset in it. */
function copyOfDataset(): string {
  const folder = emptyFolder()
  for (const name of FILES) cpSync(`${FROZEN}/${name}`, join(folder, name))
  return folder
}

const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(path, change(readFileSync(path, 'utf8')))

test('a new version is put at the head of the list with what it changed, once', () => {
  const folder = copyOfDataset()
  const [last] = SHIPPED
  edit(join(folder, 'dataset.json'), (text) =>
    JSON.stringify({ ...JSON.parse(text), version: '99.0.0' }),
  )
  edit(join(folder, 'incidents.csv'), (text) => {
    const [header, first, ...rest] = text.split('\n')
    return [header, first?.replace(/^[^,]*/, '20991231-01'), ...rest].join('\n')
  })
  const incidents = readTable(readFileSync(`${FROZEN}/incidents.csv`, 'utf8'), 'incidents.csv').rows
  const gone = incidents[0]?.cells.id
  writeFileSync(join(folder, 'withdrawn.csv'), `id,reason\n${gone},counted twice\n`)

  for (let time = 0; time < 2; time++) {
    expect(versions(FROZEN, folder)).toMatchObject({ status: 0, stderr: '' })
    const list = read(folder)
    expect(list.slice(1)).toEqual(SHIPPED)
    expect(list[0]).toMatchObject({ version: '99.0.0', previous: last?.version })
    expect(list[0]?.tables.incidents).toMatchObject({
      records: incidents.length,
      added: [{ id: '20991231-01' }],
      corrected: [],
      withdrawn: [{ id: gone, reason: 'counted twice' }],
    })
  }
})

test('the same version twice, and a folder that is not there, are refused with the remedy', () => {
  const folder = copyOfDataset()
  const same = versions(FROZEN, folder)
  expect(same.stderr).toContain('Raise "version"')
  expect(same.status).toBe(1)
  expect(versions(join(folder, 'none'), folder).status).toBe(1)
})

test('the newest version is that of the dataset; each is compared with the next on the list', () => {
  const versions = read('geodata')
  const { version, released } = JSON.parse(readFileSync('geodata/dataset.json', 'utf8'))
  expect(versions[0]).toMatchObject({ version, released })
  const before = [...versions.slice(1).map((each) => each.version), null]
  expect(versions.map(({ previous }) => previous)).toEqual(before)
})
