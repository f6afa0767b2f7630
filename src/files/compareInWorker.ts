import type { Comparison } from '../query/overlap/compareEvents'
import type { Events } from '../query/overlap/events'
import type { CompareRequest } from './overlapWorker'

/** Compares two datasets in a worker. Returns what stops it. */
export function compareInWorker(
  { a, b, reach }: CompareRequest,
  onDone: (comparison: Comparison) => void,
  onFail: () => void,
): () => void {
  const worker = new Worker(new URL('./overlapWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Comparison>) => {
    worker.terminate()
    onDone(data)
  })
  worker.addEventListener('error', onFail)
  worker.postMessage({ a: plain(a), b: plain(b), reach } satisfies CompareRequest)
  return () => worker.terminate()
}

/** Without what cannot be posted. */
function plain({ dataset, rows, kinds }: Events): Events {
  const { conflict, columns, areaIds, sites } = dataset
  return {
    rows,
    kinds,
    dataset: { conflict, columns, areaIds, sites: { lon: sites.lon, lat: sites.lat } },
  }
}
