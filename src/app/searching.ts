import { effect } from '@preact/signals'
import { geographyFiles } from '../files/loadGeography'
import type { Found, SearchRequest } from '../files/searchWorker'
import { links } from '../messages/links'
import type { OpenedReport } from '../open/openFiles'
import type { Query } from '../query/search/readQuery'
import { isSearchedAtOnce } from '../query/search/search'
import { firstStartedBy } from '../query/selectRows'
import { note, setSearch } from './actions'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'

/** Pause after the last letter. */
const TYPING_MS = 200

/** Searches very many reports in a worker, and shows what is found on the way. */
export function followQuery(): void {
  effect(() => {
    const [dataset, query] = [state.dataset.value, state.asked.value]
    const opened = state.openedReport.value
    if (!opened || isSearchedAtOnce(dataset, query)) {
      setSearch(null)
      return
    }
    let worker: Worker | undefined
    const timer = setTimeout(() => {
      const fail = () => note(links.searchFailed())
      worker = new Worker(new URL('../files/searchWorker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }: MessageEvent<Found>) =>
        setSearch({ dataset, query, ...data }),
      )
      worker.addEventListener('error', fail)
      requestOf(opened, query).then((request) => worker?.postMessage(request), fail)
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  })
}

async function requestOf(
  { given, file, imported }: OpenedReport,
  query: Query,
): Promise<SearchRequest> {
  const { start, number } = imported.rows
  return {
    ...(await geographyFiles(SHIPPED_CONFLICT)),
    files: given,
    mapping: file.mapping,
    accepted: { fileRow: imported.fileRow, rows: { start, number } },
    query,
    first: firstStartedBy(imported.columns, state.timeWindow.peek().to),
  }
}
