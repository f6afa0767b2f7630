import type { Progress } from '../open/importReports'
import type { Opened, OpenRequest } from '../open/openFiles'
import type { Answer } from './worker'

let worker: Worker | null = null
let giveUp: (() => void) | null = null

/**
 * Reads files in a worker, so that the page stays free. Resolves to null when the reading is stopped, or overtaken by
 * another; rejects with a sentence for the reader.
 */
export function readInWorker(
  request: OpenRequest,
  onProgress: (progress: Progress) => void,
): Promise<Opened | null> {
  stopReading()
  const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker = own
  return new Promise<Opened | null>((resolve, reject) => {
    giveUp = () => resolve(null)
    own.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') onProgress(data.progress)
      else if (data.kind === 'failed') reject(new Error(data.message))
      else resolve(data.opened)
    })
    own.addEventListener('error', () => {
      reject(new Error(STOPPED))
    })
    own.addEventListener('messageerror', () => {
      reject(new Error(STOPPED))
    })
    own.postMessage(request)
  }).finally(() => {
    own.terminate()
    if (worker === own) worker = null
  })
}

/** Ends what is being read. */
export function stopReading(): void {
  worker?.terminate()
  worker = null
  giveUp?.()
  giveUp = null
}

const STOPPED =
  'The part of the page that reads files stopped: the file may be too large for this browser, or the connection was lost. Load the page again and try once more.'
