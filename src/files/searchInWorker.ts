import type { Found, SearchRequest } from './searchWorker'

/** Searches in a worker. Returns what ends the search. */
export function searchInWorker(
  request: Promise<SearchRequest>,
  onFound: (found: Found) => void,
  onError: () => void,
): () => void {
  const worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Found>) => onFound(data))
  worker.addEventListener('error', onError)
  request.then((known) => worker.postMessage(known), onError)
  return () => worker.terminate()
}
