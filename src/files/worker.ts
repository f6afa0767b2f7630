import { type Problem, problemOf, UserError } from '../issues/problem'
import type { Progress } from '../open/importReports'
import { type Opened, type OpenRequest, openFiles } from '../open/openFiles'

/** Reads opened files off the main thread; the page stops it by terminating this worker. */

export type Answer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'failed'; readonly problem: Problem }

addEventListener('message', async ({ data }: MessageEvent<OpenRequest>) => {
  try {
    const opened = await openFiles(data, (progress) => answer({ kind: 'progress', progress }))
    answer({ kind: 'opened', opened }, buffersOf(opened))
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error)
    answer({ kind: 'failed', problem: problemOf(error) })
  }
})

function answer(message: Answer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}

/** Everything large is transferred, not copied. */
function buffersOf(opened: Opened): Transferable[] {
  if (opened.kind !== 'reports') return []
  const { file, imported } = opened
  const buffers = new Set<ArrayBufferLike>()
  const collect = (value: unknown) => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(imported)
  collect(file.table.bytes)
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer)
}
