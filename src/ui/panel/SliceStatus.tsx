import {
  allDates,
  conflict,
  dataset,
  emptiness,
  firstVisit,
  loaded,
  missing,
  reading,
  shown,
  slice,
  timeWindow,
  unsearched,
} from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { formatPercent } from '../../messages/intl'
import { totalOf } from '../../query/classes'
import { isUnfiltered } from '../../query/conditions'
import type { Count } from '../../query/counts'
import type { Filter } from '../../query/filter'
import type { Slice } from '../../query/slice'
import { summarize } from '../../query/summary/summarize'
import { DatesButton } from '../dates/DatesButton'
import { isStacked } from '../shared/phone'
import { rich } from '../shared/rich'
import { countShort, rangeWords, withoutWords } from '../shared/words'
import { OtherDates } from './OtherDates'
import { areasWords, whoWords } from './summaryWords'

/** How many reports, when, and how certain: read first, and announced when it changes. */
export function SliceStatus() {
  const { count, filter } = slice.value
  return (
    <div class="slice-status">
      <p class="count" aria-hidden="true">
        {rich(largeCount(count), {
          number: (text) => <span class="count-number">{text}</span>,
          unit: (text) => <span class="count-unit">{text}</span>,
        })}
      </p>
      <p class="count-when">
        <DatesButton>{rangeWords(filter.window)}</DatesButton> <span>{withoutWords(filter)}</span>
      </p>
      <p role="status" class="visually-hidden">
        {loaded.value ? statusWords(count, unsearched.value > 0) : panel.statusLoading()}
      </p>
      <p class="count-notes">
        {loaded.value && (
          <>
            <Searching />
            {reading.value?.kind === 'counts' && <Counting />}
            <OtherDates />
            {isStacked.value &&
              sentences(slice.value).map((note) => <span key={note}>{note} </span>)}
            {whyWords(slice.value).map((note) => (
              <span key={note} class="count-why">
                {note}{' '}
              </span>
            ))}
            {isFirstView(filter) && (
              <strong class="count-why">
                {panel.firstVisit({ reason: conflict.value.firstWindow.reason })}
              </strong>
            )}
          </>
        )}
      </p>
    </div>
  )
}

/** Where the counted reports are and whose they are, which elsewhere is written over the map. */
function sentences(of: Slice): string[] {
  const { notLocated } = of
  const summary = summarize(dataset.value, of)
  const located = countShort(summary.located)
  const who = whoWords(summary, conflict.value)
  return [
    ...(of.areas.size > 0 ? [panel.located({ count: located, areas: areasWords(summary) })] : []),
    ...(totalOf(notLocated) > 0 ? [panel.notLocated({ count: countShort(notLocated) })] : []),
    ...(who === '' ? [] : [panel.who({ who })]),
  ]
}

/** Why numbers on the map add up to more, and why counts are ranges. */
function whyWords({ count, areas, notLocated }: Slice): string[] {
  const inAreas = [...areas.values()].reduce((sum, area) => sum + totalOf(area), 0)
  const several = inAreas > totalOf(count) - totalOf(notLocated) ? [panel.severalDistricts()] : []
  return count.possible > 0 ? [...several, panel.possible({ n: count.possible })] : several
}

/** Until anything is chosen, the screen says why it shows this week. */
function isFirstView(filter: Filter): boolean {
  const isShipped = !shown.value && missing.value === null
  return firstVisit.value && isShipped && isUnfiltered(filter)
}

/** The window was moved, and its counts are being read: the old ones are shown until then. */
function Counting() {
  const [window, counted] = [timeWindow.value, slice.value.filter.window]
  const dates = { next: rangeWords(window), shown: rangeWords(counted) }
  return <strong role="status">{panel.counting(dates)} </strong>
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
  const isUnknown = unsearched.value > 0 && totalOf(count) === 0
  if (!loaded.value || isUnknown) return panel.countLoading()
  if (missing.value !== null || emptiness.value === 'none') return panel.countNone()
  return panel.count({ count: countShort(count), total: totalOf(count) })
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
  const { count } = allDates.value ?? { count: 0 }
  const reason = emptiness.value ?? 'none'
  return count > 0
    ? panel.statusNoneHere({ reason, count: String(count) })
    : panel.statusNone({ reason })
}
