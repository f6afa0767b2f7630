import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatDay } from '../../src/model/day'
import { gunzipMembers, UnpackedBytes } from '../../src/read/containers/inflate'
import { unpackFile } from '../../src/read/containers/unpack'
import { fixture, open, openGuessed, openReports, problem, reportsOf } from '../support/open'
import { box } from '../support/shapes'
import { workbook } from '../support/workbook'

function packed(name: string) {
  const url = new URL(`../fixtures/faults/containers/${name}`, import.meta.url)
  return { name, blob: new Blob([readFileSync(url)]) }
}

function archive(files: Record<string, string | Uint8Array>) {
  return { name: 'archive.zip', blob: new Blob([zipped(files) as BlobPart]) }
}

function zipped(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => {
    return [name, typeof content === 'string' ? strToU8(content) : content] as const
  })
  return zipSync(Object.fromEntries(entries))
}

const idsOf = ({ dataset }: Pick<Awaited<ReturnType<typeof openReports>>, 'dataset'>) =>
  reportsOf(dataset).map(({ id }) => id)

describe('archives', () => {
  test('a table in a ZIP archive is read, stored or deflated', async () => {
    expect(idsOf(await openReports([packed('zip.zip')]))).toEqual(['EXA2', 'EXA1'])
    expect(idsOf(await openReports([packed('zip-deflated.zip')]))).toEqual(['EXA1'])
  })

  test('tables of one layout are one, and each row keeps its file', async () => {
    const { dataset, rows, file } = await openReports([packed('zip-two.zip')])
    expect(idsOf({ dataset })).toEqual(['EXA2', 'EXA1'])
    expect(rows).toMatchObject([
      { part: 'year-2021.csv', number: 2, id: 'EXA1' },
      { part: 'year-2022.csv', number: 2, id: 'EXA2' },
    ])
    expect(file.issues).toMatchObject([{ code: 'fileNotRead', file: 'readme.txt' }])
  })

  test('districts in an archive of reports are opened first, and the reports joined to them', async () => {
    const ring = box(10, 4, 12, 6)
    const geometry = { type: 'Polygon', coordinates: [ring] }
    const district = { type: 'Feature', properties: { name: 'Example Bay' }, geometry }
    const both = archive({
      'reports/a.csv': 'date,district\n2024-03-05,Example Bay\n',
      'districts.geojson': JSON.stringify({ type: 'FeatureCollection', features: [district] }),
      'reports/b.csv': 'date,district\n2024-03-06,Example Bay\n',
      'readme.txt': 'Nothing to read',
    })
    const opened = await open([fixture('acled.csv'), both])
    if (opened.kind !== 'areas') throw new Error(opened.kind)
    expect(opened.own.places.map(({ name }) => name)).toEqual(['Example Bay'])
    expect(opened.of.name).toBe('districts.geojson')
    expect(opened.others.map(({ name }) => name)).toEqual(['archive.zip', 'acled.csv'])
    const { rows, file } = await openGuessed(...opened.others.slice(0, 1))
    expect(rows.map(({ part }) => part)).toEqual(['reports/a.csv', 'reports/b.csv'])
    expect(file.issues).toMatchObject([{ code: 'fileNotRead', file: 'readme.txt' }])
  })

  test('the rows of all files together tell the order of day and month', async () => {
    const { dataset, rows } = await openGuessed(
      archive({
        'a.csv': 'date,district\n03/04/2022,Shusha\nbad,Shusha',
        'b.csv': 'date,district\n03/25/2022,Lachin\n',
      }),
    )
    const found = reportsOf(dataset).map(({ id, record }) => [id, formatDay(record.date_start)])
    expect(found).toEqual([
      ['row-4', '2022-03-25'],
      ['row-2', '2022-03-04'],
    ])
    expect(rows.map(({ part, number }) => `${part} ${number}`)).toEqual([
      'a.csv 2',
      'a.csv 3',
      'b.csv 2',
    ])
    expect(rows[1]?.issues[0]).toMatchObject({ file: 'a.csv', row: 3, code: 'startNotDate' })
  })

  test('archives in archives are unpacked, and what systems add is left out', async () => {
    const table = 'date,district\n2022-11-29,Shusha\n'
    const inner = new Uint8Array(gzipSync(gzipSync(table)))
    const files = { 'a/b.csv.gz': inner, '__MACOSX/a/._b.csv': 'x', '.DS_Store': 'x' }
    const [only, ...others] = await unpackFile(zipped(files))
    expect(others).toEqual([])
    expect(only && new TextDecoder().decode(only.bytes)).toBe(table)
  })

  test.each([
    ['a broken gzip archive', [0x1f, 0x8b, 8, 0, 1, 2, 3], 'gzipDamaged'],
    ['half of a gzip archive', gzipSync('text '.repeat(9999)).subarray(0, 60), 'gzipDamaged'],
    [
      'half of a ZIP archive',
      zipSync({ a: strToU8('text '.repeat(99)) }).slice(0, 40),
      'zipDamaged',
    ],
    ['the first bytes of a ZIP archive', strToU8('PK\u0003\u0004aaaa'), 'zipDamaged'],
    [
      'a workbook without sheets',
      zipSync({ 'xl/workbook.xml': strToU8('<a>') }),
      'workbookDamaged',
    ],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'office'],
    ['an empty archive', zipSync({ 'folder/': strToU8('') }), 'emptyFile'],
    ['a zipped shapefile', zipSync({ 'a.shp': Uint8Array.of(0, 0, 0x27, 0x0a) }), 'shapefile'],
    ['Parquet', strToU8('PAR1'), 'parquet'],
  ])('%s says so', async (name, bytes, code) => {
    const file = { name, blob: new Blob([Uint8Array.from(bytes)]) }
    await expect(open([file])).rejects.toThrow(problem(code))
  })

  test('what unpacks to far too much is refused once the cap is reached', async () => {
    const member = gzipSync(new Uint8Array(16_000_000))
    const bomb = Uint8Array.from(Buffer.concat(Array.from({ length: 5 }, () => member)))
    await expect(unpackFile(bomb)).rejects.toThrow(problem('fileTooLarge'))
    const count = new UnpackedBytes(bomb.length)
    expect(() => gunzipMembers(bomb, count)).toThrow(problem('fileTooLarge'))
    const whole = gunzipMembers(bomb.slice(0, member.length * 2), new UnpackedBytes(1e9))
    expect(whole.reduce((sum, { length }) => sum + length, 0)).toBe(32_000_000)
    await expect(unpackFile(zipped({ 'a.csv.gz': bomb }))).rejects.toThrow(problem('fileTooLarge'))
  }, 60_000)
})

test('a workbook with a cell far from all others is refused at once', async () => {
  const blob = workbook([
    ['A1', 'date'],
    ['B1', 'text'],
    ['A2', '2022-11-29'],
    ['XFD90000', 'x'],
  ])
  await expect(open([{ name: 'far.xlsx', blob }])).rejects.toThrow(problem('sheetTooWide'))
  const near = workbook([
    ['A1', 'date'],
    ['B1', 'text'],
    ['A2', '2022-11-29'],
    ['ZZ2000', 'x'],
  ])
  expect((await open([{ name: 'near.xlsx', blob: near }])).kind).toBe('question')
})

test('a sheet below another is read with its title, dates and ids', async () => {
  const { dataset, file, rows } = await openGuessed(packed('two-sheets.xlsx'))
  const found = reportsOf(dataset).map(({ id, record }) => {
    return [id, formatDay(record.date_start), record.time_start]
  })
  expect(found).toEqual([
    ['1e5', '2022-11-30', '12:00'],
    ['007', '2022-11-29', ''],
  ])
  expect(rows.map(({ number }) => number)).toEqual([3, 4])
  expect(file.issues).toMatchObject([
    { code: 'aboveHeader', file: 'Reports' },
    { code: 'fileNotRead', file: 'Read me' },
  ])
})

describe('KML', () => {
  test('an archive of it is read', async () => {
    const { dataset } = await openGuessed(packed('places.kmz'))
    expect(reportsOf(dataset)).toMatchObject([{ record: { summary: 'Example report' } }])
  })

  test.each([
    ['<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml><Placemark/></kml>', 'xmlWithTypes'],
    ['<kml><Document><Placemark></kml>', 'damagedXml'],
    ['<html><body></body></html>', 'webPage'],
  ])('%s is refused', async (text, code) => {
    const file = { name: 'a.kml', blob: new Blob([text]) }
    await expect(open([file])).rejects.toThrow(problem(code))
  })
})
