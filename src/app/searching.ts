import { effect } from '@preact/signals'
import { geographyFiles } from '../files/loadGeography'
import { searchInWorker } from '../files/searchInWorker'
import { links } from '../messages/links'
import type { OpenedReport } from '../open/openFiles'
import { hasWords, isSearchedAtOnce } from '../query/search'
import { firstStartedBy } from '../query/selectRows'
import { note, setSearch } from './actions'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'

/** Pause after the last letter. */
const TYPING_MS = 200

/** Searches very many reports in a worker, and shows what is found on the way. */
export function followQuery(): void {
  effect(() => {
    const [dataset, query] = [state.dataset.value, state.query.value]
    const opened = state.openedReport.value
    if (!opened || isSearchedAtOnce(dataset) || !hasWords(query)) {
      setSearch(null)
      return
    }
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = searchInWorker(
        requestOf(opened, query),
        (found) => setSearch({ dataset, query, ...found }),
        () => note(links.searchFailed()),
      )
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  })
}

async function requestOf({ given, file, imported }: OpenedReport, query: string) {
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
