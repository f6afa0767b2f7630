import { computed, signal } from '@preact/signals'
import { toggleDates } from '../../../app/actions'
import { dataset, fails, off, possible, timeWindow, unit } from '../../../app/state'
import { timeline } from '../../../messages/compiled/timeline'
import { type Day, dateOf, formatDay, lengthOf } from '../../../model/day'
import { noReports } from '../../../query/counts'
import { timeSlices } from '../../../query/timeSlices'
import type { RowPlace } from '../../shared/virtualRows'
import { countShort } from '../../shared/words'
import { filedWords } from '../barWords'
import { hasRecords } from '../bins'
import { sliceLabel, sliceWords } from '../dateLabels'
import { countDates } from './countDates'

/** The dates of the window, in order of time. */
export const slices = computed(() => timeSlices(dataset.value, timeWindow.value, unit.value))

/** Of more dates only the visible ones are drawn. */
const MAX_DRAWN = 400
export const isLong = computed(() => slices.value.length > MAX_DRAWN)

/** Indices in `slices`, ascending. */
export const drawn = signal<readonly number[]>([])

/** What is drawn, by index. */
export const dates = computed(() => {
  const indices = isLong.value ? drawn.value : [...Array(slices.value.length).keys()]
  const shown = [off.value, possible.value] as const
  return countDates(dataset.value, fails.value, slices.value, indices, ...shown)
})

/** In a longer window, a weekday and a number do not say which month. */
const SURE_DAYS = 14

/** What most days take, px. */
export const USUAL_WIDTH = 72

const UNCOUNTED = { count: noReports(), onFile: true, on: true } as const

const stopDay = signal<Day | null>(null)

/** Index in `slices` of the date whose button Tab stops at. */
export const stop = computed(() => {
  const day = stopDay.value
  return day === null ? 0 : Math.max(0, slices.value.indexOf(day))
})

interface Props {
  /** In `slices`. */
  readonly index: number
  /** In a long list. */
  readonly place?: RowPlace
}

/** Switches one date of the window off and on. */
export function DateToggle({ index, place }: Props) {
  if (index >= slices.value.length) return null
  const range = slices.value.at(index)
  const known = dates.value.get(index)
  // One that has just come into view is not counted yet.
  const { count, onFile, on } = known ?? UNCOUNTED
  const isCounted = known !== undefined && hasRecords.value
  const isLong = lengthOf(timeWindow.value) > SURE_DAYS
  const withMonth = isLong && (index === 0 || dateOf(range.from).getUTCDate() === 1)
  const isEmpty = known !== undefined && count.certain + count.possible === 0
  const date = sliceWords(range, unit.value)
  const words = isCounted ? timeline.date({ date, count: filedWords(count, onFile) }) : date
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a place among dates that are not all drawn
    <button
      type="button"
      {...place}
      class={isEmpty ? 'date date-empty' : 'date'}
      title={words}
      aria-pressed={on}
      aria-setsize={place && slices.value.length}
      aria-posinset={place && index + 1}
      data-date={formatDay(range.from)}
      tabIndex={index === stop.value ? 0 : -1}
      onClick={() => toggleDates(range)}
      onFocus={() => {
        stopDay.value = range.from
      }}
    >
      <span class="date-label" aria-hidden="true">
        {sliceLabel(range, unit.value, withMonth)}
      </span>
      {isCounted && (
        <span class="date-count" aria-hidden="true">
          {onFile ? countShort(count) : '–'}
        </span>
      )}
      <span class="visually-hidden">{words}</span>
    </button>
  )
}
