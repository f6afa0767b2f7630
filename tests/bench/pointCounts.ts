import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openChdb } from '../../src/cli/engine/chdbSession'
import { columnsOf, describeTable } from '../../src/cli/engine/engineFiles'
import { findPackage } from '../../src/cli/engine/loadPackage'
import { folderDisk, openSource } from '../../src/cli/publish/folderDisk'
import { countByEngine } from '../../src/engine/engineJoin'
import { Shards } from '../../src/engine/gather'
import { areaIndex, asPolygons } from '../../src/geo/polygons'
import { OTHER_PARTY } from '../../src/model/conflict'
import { chunkedFile } from '../../src/publish/chunkedFile'
import { parsePlaces } from '../../src/read/parseTables'
import { parseConflict } from '../../src/schema/parseConflict'
import { mulberry32 } from './random'
import type { BenchRow } from './row'

/** `POINTS=1000000 npm run bench -- points` takes a look at fewer. */
const POINTS = Number(process.env.POINTS ?? 100_000_000)
const DAYS = 3650
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAY_MS = 86_400_000
const BUFFER = 1 << 22
/** Dates and points only: neither ids nor text. */
const HEADER = 'date,lon,lat\n'
const MAPPING = {
  columns: { date_start: 'date', lon: 'lon', lat: 'lat' },
  dateOrder: 'ymd',
  party: OTHER_PARTY,
} as const

/** An engine by itself joins and counts points with dates: each day and area as our own code does. */
export async function benchPoints(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'contactline-'))
  try {
    const path = join(folder, 'points.csv')
    const polygons = asPolygons(JSON.parse(read('districts.geojson')), 'districts.geojson')
    const { conflict } = parseConflict(read('dataset.json'), 'dataset.json')
    if (!conflict) throw new Error('the dataset is faulty')
    const ids = polygons.features.map(({ id }) => String(id))
    const ownStart = performance.now()
    const expected = writePoints(path, areaIndex(polygons), ids)
    const ownMs = performance.now() - ownStart
    const source = openSource(path)
    const file = await chunkedFile(source, path, () => MAPPING)
    const chdb = findPackage('chdb')
    if (!file || !chdb) throw new Error('chdb is missing: npm run test:engine installs it')
    const start = performance.now()
    const session = openChdb(chdb, join(folder, 'engine'))
    const table = describeTable(file, 0, 3, 0, false)
    const { counted, reports } = await countByEngine({
      files: [{ table, opened: file.opened, path, session, columns: columnsOf(file) }],
      shards: new Shards([session], session),
      conflict,
      geographyFiles: {
        conflict,
        places: parsePlaces(read('places.csv'), 'places.csv', conflict).rows,
        polygons,
      },
      disk: folderDisk(folder),
    })
    const ms = performance.now() - start
    let wrong = 0
    for (const { key, values } of counted.counts()) {
      const [day = 0, , list = 0] = key
      const name = `${day} ${counted.areaLists[list]}`
      const left = (expected.get(name) ?? 0) - (values[0] ?? 0)
      expected.set(name, left)
    }
    for (const left of expected.values()) if (left !== 0) wrong++
    await session.close()
    source.close()
    const peak = (process.resourceUsage().maxRSS * 1024) / 1e6
    const what = `${reports.toLocaleString('en')} points with dates, ${Math.round(source.size / 1e6).toLocaleString('en')} MB: an engine joins and counts them`
    return [
      { what, ours: (1000 * POINTS) / ms, unit: 'rows/s', target: '' },
      { what: 'its time', ours: ms, unit: 'ms', target: '' },
      { what: 'memory of the process at the peak', ours: peak, unit: 'MB', target: '' },
      {
        what: 'days of areas that our own code counts in another way',
        ours: wrong,
        unit: 'days',
        target: '0',
      },
      {
        what: 'making the points, and finding their areas by our own code',
        ours: ownMs,
        unit: 'ms',
        target: '',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Writes seeded points in and around the region. Returns their number by day and area. */
function writePoints(
  path: string,
  areaAt: ReturnType<typeof areaIndex>,
  ids: readonly string[],
): Map<string, number> {
  const random = mulberry32(20221130)
  const counts = Array.from({ length: ids.length + 1 }, () => new Uint32Array(DAYS))
  const dates = Array.from({ length: DAYS }, (_, day) =>
    new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10),
  )
  const descriptor = openSync(path, 'w')
  let text = HEADER
  for (let row = 0; row < POINTS; row++) {
    const day = Math.floor(random() * DAYS)
    const [lon, lat] = [(44 + 6 * random()).toFixed(5), (38 + 4 * random()).toFixed(5)]
    const ofArea = counts[areaAt(Number(lon), Number(lat)) + 1]
    if (ofArea) ofArea[day] = (ofArea[day] ?? 0) + 1
    text += `${dates[day]},${lon},${lat}\n`
    if (text.length < BUFFER) continue
    writeSync(descriptor, text)
    text = ''
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
  const byName = counts.flatMap((ofArea, area) =>
    Array.from(ofArea, (count, day): [string, number] => [
      `${FIRST_DAY / DAY_MS + day} ${ids[area - 1] ?? ''}`,
      count,
    ]),
  )
  return new Map(byName)
}

function read(name: string): string {
  return readFileSync(`geodata/${name}`, 'utf8')
}
