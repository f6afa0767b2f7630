import { SHIPPED_CONFLICT as CONFLICT } from '../../src/app/shippedConflict'
import { asPolygons } from '../../src/geo/polygons'
import { openFiles } from '../../src/open/openFiles'
import { parsePlaces } from '../../src/read/parseTables'
import { geodata } from './geodata'
import { openPages } from './pages/open'
import type { BenchRow } from './row'
import { ucdpLikeBytes } from './ucdp'

const ROWS = 400_000
const MEGABYTE = 1e6

/** Opening a large file in a real browser, beside Papa Parse reading it; and what it takes of memory, in Node. */
export async function benchImporting(): Promise<BenchRow[]> {
  const pages = await openPages()
  const { ours, papa } = await pages
    .measure((page) => page.evaluate((rows) => window.measures.measureImport(rows), ROWS))
    .finally(() => pages.close())
  const { peak, size } = await measureMemory()
  const name = `${ROWS.toLocaleString('en')} rows like UCDP’s, ${Math.round(size)} MB`
  return [
    {
      what: `import and join, ${name}`,
      ours,
      unit: 'ms',
      alternative: { name: 'Papa Parse, reading only', value: papa },
      target: 'at least 0.45×',
    },
    {
      what: `memory at its peak, ${name}`,
      ours: peak,
      unit: 'MB',
      alternative: { name: 'the file, twice', value: 2 * size },
      target: 'at least 1×',
    },
  ]
}

/** How often the reader tells its progress between two looks at the memory. */
const LOOKS_APART = 20

/** Megabytes: the most that is held at once beside the file, and the file. */
async function measureMemory(): Promise<{ peak: number; size: number }> {
  const bytes = ucdpLikeBytes(ROWS)
  const files = [{ name: 'ged.csv', blob: new FileInMemory(bytes) }]
  const before = held()
  let [peak, looks] = [0, 0]
  const opened = await openFiles({ files, mapping: null, ...world() }, () => {
    if (looks++ % LOOKS_APART === 0) peak = Math.max(peak, held() - before)
  })
  peak = Math.max(peak, held() - before)
  if (opened.kind !== 'reports' || opened.imported.columns.length !== ROWS) {
    throw new Error('not every row was read')
  }
  return { peak: peak / MEGABYTE, size: bytes.length / MEGABYTE }
}

/** Node reads a Blob in pieces and joins them, which takes its size again; browsers hand over a copy. */
class FileInMemory extends Blob {
  constructor(private readonly content: Uint8Array) {
    super()
  }

  override get size(): number {
    return this.content.length
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.content.slice().buffer as ArrayBuffer
  }
}

/** What files are joined to. */
export function world() {
  return {
    conflict: CONFLICT,
    places: parsePlaces(geodata('places.csv'), 'places.csv', CONFLICT).rows,
    polygons: asPolygons(JSON.parse(geodata('districts.geojson')), 'districts.geojson'),
  }
}

/**
 * Bytes that are held, without what is only waiting to be collected. Those of the file itself are counted in `before`; those
 * of the copy that is read are not.
 */
function held(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
