import { SHIPPED_CONFLICT } from '../../../src/app/shippedConflict'
import { readInWorker } from '../../../src/files/readInWorker'
import { asPolygons } from '../../../src/geo/polygons'
import { DATA, loadJson } from '../../../src/open/fetchFile'
import { loadPlaces } from '../../../src/open/loadShipped'
import { ucdpLikeBytes } from '../ucdp'

/** What else a machine does only makes a round slower: the fastest is the one to compare. */
const ROUNDS = 3

/**
 * Milliseconds that opening a file of so many rows takes, and those that Papa Parse takes to read the same file and do
 * nothing with it; both in a worker, by turns, the fastest of some rounds.
 */
export async function measureImport(rows: number): Promise<{ ours: number; papa: number }> {
  let [ours, papa] = [Infinity, Infinity]
  for (let round = 0; round < ROUNDS; round++) {
    papa = Math.min(papa, await readWithPapa(rows))
    ours = Math.min(ours, await importRows(rows))
  }
  return { ours, papa }
}

async function importRows(rows: number): Promise<number> {
  const districts = `${DATA}districts.geojson`
  const world = {
    conflict: SHIPPED_CONFLICT,
    places: (await loadPlaces(SHIPPED_CONFLICT)).rows,
    polygons: asPolygons(await loadJson(districts), districts),
  }
  const files = [{ name: 'ged.csv', blob: fileOf(rows) }]
  const start = performance.now()
  const opened = await readInWorker({ files, mapping: null, ...world }, () => {})
  const took = performance.now() - start
  if (opened?.kind !== 'reports' || opened.imported.columns.length !== rows) {
    throw new Error('not every row was read')
  }
  return took
}

async function readWithPapa(rows: number): Promise<number> {
  const file = fileOf(rows)
  const worker = new Worker(new URL('./papaWorker.ts', import.meta.url), { type: 'module' })
  const start = performance.now()
  const read = await new Promise<number>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data))
    worker.postMessage(file)
  })
  const took = performance.now() - start
  worker.terminate()
  if (read < rows) throw new Error('Papa Parse did not read every row')
  return took
}

/** Reads a file with Papa Parse on the page itself, in the pieces that it takes by itself. Resolves to the number of rows. */
export async function readOnPage(file: File): Promise<number> {
  const { default: Papa } = await import('papaparse')
  return new Promise((resolve) => {
    let rows = 0
    Papa.parse<string[], File>(file, {
      delimiter: ',',
      chunk: ({ data }) => {
        rows += data.length
      },
      complete: () => resolve(rows),
    })
  })
}

function fileOf(rows: number): File {
  return new File([ucdpLikeBytes(rows) as BlobPart], 'ged.csv')
}
