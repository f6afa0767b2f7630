import Papa from 'papaparse'
import { openFiles } from '../../src/data/opened/openFiles'
import { parsePlaces } from '../../src/data/parse'
import { asPolygons } from '../../src/data/polygons'
import { geodata } from './geodata'
import type { BenchRow } from './row'
import { ucdpLikeBytes } from './ucdp'

const ROWS = 400_000
const MEGABYTE = 1e6

/** Import and join of a large file, beside Papa Parse reading the same bytes and doing nothing with them. */
export async function benchImporting(): Promise<BenchRow[]> {
  const bytes = ucdpLikeBytes(ROWS)
  const file = new Blob([bytes as BlobPart])
  const request = { files: [{ name: 'ged.csv', blob: file }], mapping: null, ...world() }
  const size = bytes.length / MEGABYTE
  const name = `${ROWS.toLocaleString('en')} rows like UCDP’s, ${Math.round(size)} MB`

  const papa = timed(() => readWithPapa(bytes))
  globalThis.gc?.()
  const before = inUse()
  let peak = 0
  const start = performance.now()
  const opened = await openFiles(request, () => {
    peak = Math.max(peak, inUse() - before)
  })
  const ours = performance.now() - start
  if (opened.kind !== 'reports' || opened.imported.columns.length !== ROWS) {
    throw new Error('not every row was read')
  }
  return [
    {
      what: `import and join, ${name}`,
      ours,
      unit: 'ms',
      alternatives: [{ name: 'Papa Parse, reading only', value: papa }],
      target: 'at least 0.5×',
    },
    {
      what: `memory at its peak, ${name}`,
      ours: peak / MEGABYTE,
      unit: 'MB',
      alternatives: [{ name: 'the file, twice', value: 2 * size }],
      target: 'at least 1×',
    },
  ]
}

function world() {
  return {
    places: parsePlaces(geodata('places.csv'), 'places.csv').rows,
    polygons: asPolygons(JSON.parse(geodata('districts.geojson')), 'districts.geojson'),
  }
}

/** In pieces, as it reads a file in a browser. */
function readWithPapa(bytes: Uint8Array): void {
  let rows = 0
  const text = new TextDecoder().decode(bytes)
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: () => {
      rows++
    },
  })
  if (rows < ROWS) throw new Error('Papa Parse did not read every row')
}

function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Bytes. The bytes of the Blob that is read are counted in `before`. */
function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
