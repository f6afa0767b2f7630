import { UserError } from '../issues/problem'
import type { Progress } from '../open/importReports'
import type { Opened, OpenRequest } from '../open/openFiles'
import type { Preview } from '../open/previewReports'
import type { Mapping } from '../read/format'
import type { Answer, Request } from './worker'

/** Ends the reading that is under way. */
let stop = () => {}
/** The worker that holds the table whose columns are asked about. */
let asked: Worker | null = null

/**
 * Reads files in a worker, so that the page stays responsive. Resolves to null when reading is
 * stopped or replaced by another; rejects with a UserError.
 */
export async function readInWorker(
  request: OpenRequest,
  onProgress: (progress: Progress) => void,
): Promise<Opened | null> {
  stopReading()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const opened = await new Promise<Opened | null>((resolve, reject) => {
    stop = () => resolve(null)
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') onProgress(data.progress)
      else if (data.kind === 'opened') resolve(data.opened)
      else reject(new UserError(data.problem))
    })
    const fail = () => reject(new UserError({ code: 'readerStopped' }))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    worker.postMessage(request satisfies Request)
  }).catch((error) => {
    worker.terminate()
    throw error
  })
  if (opened?.kind === 'question') asked = worker
  else worker.terminate()
  return opened
}

/**
 * Reads the first rows of the table that is asked about, as they would be opened. Resolves to null
 * when nothing is asked about or another preview is asked for first.
 */
export function previewInWorker(mapping: Mapping): Promise<Preview | null> {
  const worker = asked
  endPreview()
  if (!worker) return Promise.resolve(null)
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    endPreview = () => {
      port1.close()
      resolve(null)
    }
    port1.onmessage = ({ data }: MessageEvent<Preview>) => resolve(data)
    worker.postMessage({ preview: mapping, port: port2 } satisfies Request, [port2])
  })
}

let endPreview = () => {}

/** Stops the current reading, and forgets the table that is asked about. */
export function stopReading(): void {
  stop()
  endPreview()
  asked?.terminate()
  asked = null
}
