import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import type { PublishedConflict, PublishedFile } from '../../src/publish/publishedFolder'
import { REPORT_LIST } from '../../src/publish/reportList'
import { parseConflict } from '../../src/schema/parseConflict'
import { compressors } from '../publish/readFolder'
import { contactline, emptyFolder, FROZEN } from './run'

const hasParquet = /\bParquet\b/.test(spawnSync('ogrinfo', ['--formats']).stdout?.toString() ?? '')
if (!hasParquet) console.warn('ogrinfo cannot read Parquet: reports are not read by a GIS')

const FAR = `event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,admin1,location,latitude,longitude,fatalities,notes,source
MLI1,2023-05-01,Battles,Armed clash,Army of Mali,Катиба Масина,Mali,Mopti,Douentza,15.0019,-2.9498,2,Made up.,Paper
MLI2,2023-05-02,Battles,Armed clash,Катиба Масина,,Mali,Mopti,Bandiagara,14.3501,-3.6104,0,Made up.,Paper
MLI3,2023-06-09,Protests,Peaceful protest,Protesters (Mali),,Mali,Bamako,Bamako,12.65,-8,0,Made up.,Paper
`

function published(args: readonly string[], out = join(emptyFolder(), 'published')) {
  const { stdout, stderr, status } = contactline(['publish', ...args, '--out', out])
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')])
  expect(stdout).toMatch(/^\d+ reports?, /)
  const text = readFileSync(join(out, 'dataset.json'), 'utf8')
  const { conflict, issues } = parseConflict(text, 'dataset.json')
  expect(issues).toEqual([])
  return { out, conflict: conflict as PublishedConflict | null }
}

/** The files of reports: as many as a folder needs, listed in a table. */
async function listed(out: string) {
  const { buffer } = new Uint8Array(readFileSync(join(out, REPORT_LIST)))
  return (await parquetReadObjects({
    file: buffer,
    compressors,
  })) as unknown as readonly PublishedFile[]
}

test.each([
  ['the reports of the site', [FROZEN, '--data', FROZEN]],
  ['another conflict', ['tests/fixtures/orlavia']],
  ['a file of another country, with actors of its own', []],
])('%s as a folder that says what is in it', async (_, given) => {
  const far = join(emptyFolder(), 'far.csv')
  writeFileSync(far, FAR)
  const { out, conflict } = published(given.length > 0 ? given : [far])
  const files = [...(conflict?.files ?? []), ...(await listed(out))]
  const found = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'dataset.json')
    .map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1))
  expect(found.toSorted()).toEqual(files.map(({ path }) => path).toSorted())
  const sums = new Map(
    readFileSync(join(out, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  expect([...sums.keys()].toSorted()).toEqual(
    files
      .map(({ path }) => path)
      .filter((path) => path !== 'SHA256SUMS')
      .toSorted(),
  )
  for (const { path, bytes, sha256 = sums.get(path) } of files) {
    const content = readFileSync(join(out, path))
    expect(content.length).toBe(bytes)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  }
  const places = given[0] === undefined ? null : join(given[0], 'places.csv')
  const copied = join(out, 'places.csv')
  if (places) expect(readFileSync(copied, 'utf8')).toBe(readFileSync(places, 'utf8'))
  const { reports = 0, areas = [], span } = conflict?.published ?? {}
  expect(reports).toBeGreaterThan(0)
  expect(areas.length).toBeGreaterThan(0)
  expect((span?.from ?? '') <= (span?.to ?? '')).toBe(true)
})

test('a folder that was published is written again, the same; nothing is left beside it', () => {
  const folder = emptyFolder()
  const out = join(folder, 'published')
  published([FROZEN, '--data', FROZEN], out)
  const before = readFileSync(join(out, 'dataset.json'), 'utf8')
  writeFileSync(join(out, 'stray.txt'), 'x')
  published([FROZEN, '--data', FROZEN], out)
  expect(readFileSync(join(out, 'dataset.json'), 'utf8')).toBe(before)
  expect(readdirSync(folder)).toEqual(['published'])
  expect(existsSync(join(out, 'stray.txt'))).toBe(false)
})

test.runIf(hasParquet)('a GIS reads the reports as points', async () => {
  const { out } = published([FROZEN, '--data', FROZEN])
  for (const { path, rows } of await listed(out)) {
    if (!/^reports\/[^.]*\.parquet$/.test(path)) continue
    const { stdout } = spawnSync('ogrinfo', ['-so', '-al', join(out, path)], { encoding: 'utf8' })
    expect(stdout).toContain('Geometry: Point')
    expect(stdout).toContain(`Feature Count: ${rows}`)
    expect(stdout).toContain('WGS 84')
  }
})
