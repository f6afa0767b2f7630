import { effect } from '@preact/signals'
import { createSearch, isSearchedAtOnce } from '../query/search'
import { firstStartedBy } from '../query/selectRows'
import { setSearch } from './actions'
import * as state from './state'

/** Pause after the last letter. */
const TYPING_MS = 200
/** How long the page may stand still for one step. */
const STEP_MS = 12
/** Between two looks at what has been found: each counts the whole slice anew. */
const SHOW_MS = 400

/**
 * Searches very many reports a step at a time, those of the window first, and shows what is found on the way. Returns its
 * undo.
 */
export function followQuery(): () => void {
  return effect(() => {
    const [dataset, query] = [state.dataset.value, state.query.value]
    const first = firstStartedBy(dataset.columns, state.timeWindow.peek().to)
    const search = isSearchedAtOnce(dataset) ? null : createSearch(dataset, query, first)
    if (!search) {
      setSearch(null)
      return
    }
    let shown = performance.now()
    const step = () => {
      const isDone = search.step(STEP_MS, () => performance.now())
      if (isDone || performance.now() - shown > SHOW_MS) {
        // A copy: what is computed from it is computed anew for another object only.
        const matches = search.matches.slice()
        setSearch({ dataset, query, matches, searched: search.searched })
        shown = performance.now()
      }
      if (!isDone) timer = setTimeout(step)
    }
    let timer = setTimeout(step, TYPING_MS)
    return () => clearTimeout(timer)
  })
}
