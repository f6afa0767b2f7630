import { computed, signal } from '@preact/signals'
import { toggleDates } from '../../../app/actions'
import { dataset, fails, off, possible, timeWindow, unit } from '../../../app/state'
import { timeline } from '../../../messages/timeline'
import { contains, type Day, dateOf, formatDay, lengthOf } from '../../../model/day'
import type { RowPlace } from '../../shared/virtualRows'
import { countShort } from '../../shared/words'
import { filedWords } from '../barWords'
import { hasRecords } from '../bins'
import { sliceLabel, sliceWords } from '../dateLabels'
import { dateSlices } from './dateSlices'

/** The dates of the window, in order of time. */
export const slices = computed(() =>
  dateSlices(dataset.value, fails.value, timeWindow.value, unit.value, off.value, possible.value),
)

/** In a longer window, a weekday and a number do not say which month. */
const SURE_DAYS = 14

/** What most days take, px. */
export const USUAL_WIDTH = 72

const stopDay = signal<Day | null>(null)

/** Index of the date whose button Tab stops at. */
export const stop = computed(() => {
  const day = stopDay.value
  if (day === null) return 0
  return Math.max(
    0,
    slices.value.findIndex(({ range }) => contains(range, day)),
  )
})

interface Props {
  /** In `slices`. */
  readonly index: number
  /** In a long list. */
  readonly place?: RowPlace
}

/** Switches one date of the window off and on. */
export function DateToggle({ index, place }: Props) {
  const slice = slices.value[index]
  if (!slice) return null
  const { range, count, onFile, on } = slice
  const isLong = lengthOf(timeWindow.value) > SURE_DAYS
  const withMonth = isLong && (index === 0 || dateOf(range.from).getUTCDate() === 1)
  const isEmpty = count.certain + count.possible === 0
  const date = sliceWords(range, unit.value)
  const words = hasRecords.value ? timeline.date({ date, count: filedWords(count, onFile) }) : date
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
      {hasRecords.value && (
        <span class="date-count" aria-hidden="true">
          {onFile ? countShort(count) : '–'}
        </span>
      )}
      <span class="visually-hidden">{words}</span>
    </button>
  )
}
