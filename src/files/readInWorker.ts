import { UserError } from '../issues/problem'
import type { Progress } from '../open/importReports'
import type { Opened, OpenRequest } from '../open/openFiles'
import type { Answer } from './worker'

let worker: Worker | null = null
let giveUp: (() => void) | null = null

/**
 * Reads files in a worker, so that the page stays responsive. Resolves to null when reading is
 * stopped or replaced by another; rejects with a UserError.
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
      else if (data.kind === 'failed') reject(new UserError(data.problem))
      else resolve(data.opened)
    })
    own.addEventListener('error', () => {
      reject(new UserError({ code: 'readerStopped' }))
    })
    own.addEventListener('messageerror', () => {
      reject(new UserError({ code: 'readerStopped' }))
    })
    own.postMessage(request)
  }).finally(() => {
    own.terminate()
    if (worker === own) worker = null
  })
}

/** Stops the current reading. */
export function stopReading(): void {
  worker?.terminate()
  worker = null
  giveUp?.()
  giveUp = null
}
