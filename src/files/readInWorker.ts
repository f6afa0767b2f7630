import { UserError } from '../issues/problem'
import type { Progress } from '../open/importReports'
import type { Opened, OpenRequest } from '../open/openFiles'
import type { Answer } from './worker'

/** Ends the reading that is under way. */
let stop = () => {}

/**
 * Reads files in a worker, so that the page stays responsive. Resolves to null when reading is
 * stopped or replaced by another; rejects with a UserError.
 */
export function readInWorker(
  request: OpenRequest,
  onProgress: (progress: Progress) => void,
): Promise<Opened | null> {
  stopReading()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Opened | null>((resolve, reject) => {
    stop = () => resolve(null)
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') onProgress(data.progress)
      else if (data.kind === 'failed') reject(new UserError(data.problem))
      else resolve(data.opened)
    })
    const fail = () => reject(new UserError({ code: 'readerStopped' }))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}

/** Stops the current reading. */
export function stopReading(): void {
  stop()
}
