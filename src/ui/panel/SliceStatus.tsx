import { setPossible } from '../../app/actions'
import { dataset, loaded, possible, slice, unsearched } from '../../app/state'
import type { Count } from '../../query/counts'
import { countShort, grouped, rangeWords, reportsWords } from '../shared/words'

/** How many reports, when, and how sure: the first thing to read, and announced when it changes. */
export function SliceStatus() {
  const { count, filter, notLocated } = slice.value
  const total = count.certain + count.possible
  const unplaced = notLocated.certain + notLocated.possible
  return (
    <div class="slice-status">
      <p class="count" aria-hidden="true">
        <span class="count-number">{numberWords(count)}</span>{' '}
        <span class="count-unit">
          {total === 0 && loaded.value ? 'no reports on file' : total === 1 ? 'report' : 'reports'}
        </span>
      </p>
      <p class="count-when">{rangeWords(filter.window)}</p>
      <p role="status" class="visually-hidden">
        {loaded.value
          ? `${reportsWords(count)}${unsearched.value > 0 ? ' found so far' : total === 0 ? ' on file' : ''}`
          : 'Loading'}
      </p>
      {loaded.value && (
        <p class="count-notes">
          <Searching />
          {count.possible > 0 && (
            <span>
              At least {grouped(count.certain)}, up to {grouped(total)}: {grouped(count.possible)}{' '}
              may lie outside these days.{' '}
            </span>
          )}
          {filter.off.size > 0 && <span>Dates switched off are left out. </span>}
          {unplaced > 0 && <span>{countShort(notLocated)} not located on the map. </span>}
        </p>
      )}
      {loaded.value && (count.possible > 0 || !possible.value) && (
        <label class="possible-switch">
          <input
            type="checkbox"
            checked={possible.value}
            onChange={() => setPossible(!possible.value)}
          />
          Count the possible ones
        </label>
      )}
    </div>
  )
}

/** How far a search through very many reports has come. */
function Searching() {
  const all = dataset.value.columns.length
  if (unsearched.value === 0 || all === 0) return null
  const part = Math.floor((100 * (all - unsearched.value)) / all)
  return <strong>Searching: {part} % of the reports read. </strong>
}

/** The number in large type; a dash where nothing is on file, since silence is not zero. */
function numberWords(count: Count): string {
  if (!loaded.value) return '…'
  return count.certain + count.possible === 0 ? '–' : countShort(count)
}
