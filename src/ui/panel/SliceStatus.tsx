import { setPossible } from '../../app/actions'
import { dataset, loaded, otherDates, possible, slice, unsearched } from '../../app/state'
import { formatPercent } from '../../messages/intl'
import { panel } from '../../messages/panel'
import { totalOf } from '../../query/classes'
import type { Count } from '../../query/counts'
import { DatesButton } from '../dates/DatesDialog'
import { rich } from '../shared/rich'
import { countShort, rangeWords } from '../shared/words'
import { OtherDates } from './OtherDates'

/** How many reports, when, and how certain: read first, and announced when it changes. */
export function SliceStatus() {
  const { count, filter, notLocated } = slice.value
  const total = totalOf(count)
  return (
    <div class="slice-status">
      <p class="count" aria-hidden="true">
        {rich(largeCount(count), {
          number: (text) => <span class="count-number">{text}</span>,
          unit: (text) => <span class="count-unit">{text}</span>,
        })}
      </p>
      <p class="count-when">
        <DatesButton>{rangeWords(filter.window)}</DatesButton>
      </p>
      <OtherDates />
      <p role="status" class="visually-hidden">
        {loaded.value ? statusWords(count, unsearched.value > 0) : panel.statusLoading()}
      </p>
      {loaded.value && (
        <p class="quiet">
          <Searching />
          {count.possible > 0 && <span>{panel.possible({ ...count, total })} </span>}
          {filter.off.size > 0 && <span>{panel.off()} </span>}
          {totalOf(notLocated) > 0 && (
            <span>{panel.notLocated({ count: countShort(notLocated) })} </span>
          )}
        </p>
      )}
      {loaded.value && (count.possible > 0 || !possible.value) && (
        <label class="possible-switch">
          <input
            type="checkbox"
            checked={possible.value}
            onChange={() => setPossible(!possible.value)}
          />
          {panel.countPossible()}
        </label>
      )}
    </div>
  )
}

/** Progress of a search through very many reports. */
function Searching() {
  const all = dataset.value.columns.length
  if (unsearched.value === 0 || all === 0) return null
  const percent = Math.floor((100 * (all - unsearched.value)) / all)
  return <strong>{panel.searching({ share: formatPercent(percent / 100) })} </strong>
}

/** The number in large type; a dash where nothing is on file, because silence is not zero. */
function largeCount(count: Count) {
  const total = totalOf(count)
  if (!loaded.value) return panel.countLoading()
  return total === 0 ? panel.countNone() : panel.count({ count: countShort(count), total })
}

/** The announcement. Digits have no separators, for scripts that read them. */
function statusWords({ certain, possible }: Count, isSearching: boolean): string {
  const total = certain + possible
  const most = String(total)
  if (possible > 0) {
    const params = { least: String(certain), most, total }
    return isSearching ? panel.statusRangeSoFar(params) : panel.statusRange(params)
  }
  if (isSearching) return panel.statusSoFar({ count: most, total })
  return total === 0 ? noneWords() : panel.status({ count: most, total })
}

function noneWords(): string {
  const { count } = otherDates.value ?? { count: 0 }
  return count > 0 ? panel.statusNoneHere({ count: String(count) }) : panel.statusNone()
}
