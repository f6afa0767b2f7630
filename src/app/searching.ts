import { effect } from '@preact/signals'
import { geographyFiles } from '../files/loadGeography'
import type { Found, SearchRequest } from '../files/searchWorker'
import type { Part } from '../files/shownFile'
import { links } from '../messages/compiled/links'
import type { OpenedReport } from '../open/openFiles'
import type { Query } from '../query/search/readQuery'
import { isSearchedAtOnce, matchesQuery } from '../query/search/search'
import { firstStartedBy } from '../query/selectRows'
import { note, setSearch } from './actions'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'

/** Pause after the last letter. */
const TYPING_MS = 200

/** Searches very many reports in a worker, and shows what is found on the way. */
export function followQuery(): void {
  effect(() => {
    const [dataset, query, parts] = [state.dataset.value, state.asked.value, state.parts.value]
    if (isSearchedAtOnce(dataset, query)) {
      setSearch(null)
      return
    }
    const found = parts.map((): Found => ({ matches: new Uint8Array(0), searched: 0 }))
    const workers: Worker[] = []
    const show = (part: number, each: Found) => {
      found[part] = each
      const matches = new Uint8Array(dataset.columns.length)
      found.forEach(({ matches: own }, index) => {
        const rows = dataset.rowsOf?.[index]
        own.forEach((isMatch, row) => {
          matches[rows?.[row] ?? row] = isMatch
        })
      })
      const searched = found.reduce((sum, { searched: n }) => sum + n, 0)
      setSearch({ dataset, query, matches, searched })
    }
    const timer = setTimeout(() => {
      parts.forEach((part, index) => {
        const worker = searchPart(part, query, (each) => show(index, each))
        if (worker) workers.push(worker)
      })
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      for (const worker of workers) worker.terminate()
    }
  })
}

/** Returns the worker that searches a dataset, unless it is searched at once. */
function searchPart(
  { dataset, opened }: Part,
  query: Query,
  onFound: (found: Found) => void,
): Worker | null {
  if (!opened || isSearchedAtOnce(dataset, query)) {
    const { length } = dataset.columns
    onFound({
      matches: matchesQuery(dataset, query) ?? new Uint8Array(length).fill(1),
      searched: length,
    })
    return null
  }
  const fail = () => note(links.searchFailed())
  const worker = new Worker(new URL('../files/searchWorker.ts', import.meta.url), {
    type: 'module',
  })
  worker.addEventListener('message', ({ data }: MessageEvent<Found>) => onFound(data))
  worker.addEventListener('error', fail)
  requestOf(opened.report, query).then((request) => worker.postMessage(request), fail)
  return worker
}

async function requestOf(
  { given, file, imported }: OpenedReport,
  query: Query,
): Promise<SearchRequest> {
  const { fileRow, groups, isElsewhere } = imported
  const { start, number } = imported.rows
  return {
    ...(await geographyFiles(SHIPPED_CONFLICT)),
    files: given,
    mapping: file.mapping,
    vocabulary: file.vocabulary,
    accepted: { fileRow, rows: { start, number } },
    found: { groups, isElsewhere },
    query,
    first: firstStartedBy(imported.columns, state.timeWindow.peek().to),
  }
}
