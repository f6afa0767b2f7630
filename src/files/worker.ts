import { type Problem, problemOf, UserError } from '../issues/problem'
import { buildGeography } from '../join/geography'
import type { Progress } from '../open/importReports'
import { type Opened, type OpenRequest, openFiles } from '../open/openFiles'
import { type Preview, previewReports } from '../open/previewReports'
import type { Mapping } from '../read/format'
import { buffersIn } from './buffersIn'

/** Reads opened files off the main thread; the page stops it by terminating this worker. */

export type Answer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * Files to open; afterwards, ways to read the table that was asked about. A preview is answered on
 * its own port, so that none is taken for another's.
 */
export type Request = OpenRequest | { readonly preview: Mapping; readonly port: MessagePort }

let previewOf: (mapping: Mapping) => Preview = () => {
  throw new Error('no table was asked about')
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    if ('preview' in data) data.port.postMessage(previewOf(data.preview) satisfies Preview)
    else await open(data)
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error)
    answer({ kind: 'failed', problem: problemOf(error) })
  }
})

async function open(request: OpenRequest): Promise<void> {
  const opened = await openFiles(
    request,
    (progress) => answer({ kind: 'progress', progress }),
    (file) => {
      const geography = buildGeography(request)
      previewOf = (mapping) => previewReports({ ...file, mapping }, geography)
    },
  )
  answer({ kind: 'opened', opened }, buffersOf(opened))
}

function answer(message: Answer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}

/** Everything large is transferred, not copied. */
function buffersOf(opened: Opened): Transferable[] {
  if (opened.kind !== 'reports') return []
  const { file, imported } = opened
  return buffersIn([imported, file.table.bytes])
}
