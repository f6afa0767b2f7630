import { computed, signal } from '@preact/signals'
import { Component } from 'preact'
import { switchAllDatesOn, toggleDates } from '../../app/actions'
import { dataset, fails, off, possible, timeWindow, unit } from '../../app/state'
import { timeline } from '../../messages/timeline'
import type { Day, DayRange, Unit } from '../../model/day'
import { contains, dateOf, formatDay, lengthOf } from '../../model/day'
import type { Count } from '../../query/counts'
import { countShort } from '../shared/words'
import { filedWords } from './barWords'
import { hasRecords } from './bins'
import { sliceLabel, sliceWords } from './dateLabels'
import { dateSlices } from './dateSlices'

const slices = computed(() =>
  dateSlices(dataset.value, fails.value, timeWindow.value, unit.value, off.value, possible.value),
)

/** Over more days than that, a weekday and a number do not say which month. */
const SURE_DAYS = 14

/** The day whose button Tab stops at. */
const stop = signal<Day | null>(null)

/** A button for each day, week or month of the window: any set of dates can be shown. One Tab stop, arrows inside. */
export function DateToggles() {
  const day = stop.value
  const listed = slices.value
  const isLong = lengthOf(timeWindow.value) > SURE_DAYS
  const at = Math.max(
    0,
    listed.findIndex(({ range }) => day !== null && contains(range, day)),
  )
  return (
    <div class="dates-row">
      <fieldset class="dates" aria-label={timeline.dates()} onKeyDown={moveFocus}>
        {listed.map(({ range, count, onFile, on }, index) => (
          <DateToggle
            key={range.from}
            from={range.from}
            to={range.to}
            unit={unit.value}
            isCounted={hasRecords.value}
            certain={count.certain}
            possible={count.possible}
            onFile={onFile}
            on={on}
            withMonth={isLong && (index === 0 || dateOf(range.from).getUTCDate() === 1)}
            isStop={index === at}
          />
        ))}
      </fieldset>
      {off.value.size > 0 && (
        <button
          type="button"
          class="link-button"
          onClick={({ currentTarget }) => {
            // This button goes away: the focus must not go with it.
            const dates = currentTarget.parentElement
            switchAllDatesOn()
            dates?.querySelector<HTMLElement>('.date[tabindex="0"]')?.focus()
          }}
        >
          {timeline.switchAllOn()}
        </button>
      )}
    </div>
  )
}

interface Props extends DayRange, Count {
  readonly unit: Unit
  readonly isCounted: boolean
  readonly onFile: boolean
  readonly on: boolean | 'mixed'
  readonly withMonth: boolean
  readonly isStop: boolean
}

/** A class, for `shouldComponentUpdate`: a window of 1,030 days has 1,030 of them, and most stay as they are. */
class DateToggle extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((key) => next[key] !== this.props[key])
  }

  override render(props: Props) {
    const { from, to, unit, certain, possible, isCounted, onFile, on, withMonth, isStop } = props
    const range = { from, to }
    const count = { certain, possible }
    const isEmpty = certain + possible === 0
    const date = sliceWords(range, unit)
    return (
      <button
        type="button"
        class={isEmpty ? 'date date-empty' : 'date'}
        aria-pressed={on}
        data-date={formatDay(from)}
        tabIndex={isStop ? 0 : -1}
        onClick={() => toggleDates(range)}
        onFocus={() => {
          stop.value = from
        }}
      >
        <span class="date-label" aria-hidden="true">
          {sliceLabel(range, unit, withMonth)}
        </span>
        {isCounted && (
          <span class="date-count" aria-hidden="true">
            {onFile ? countShort(count) : '–'}
          </span>
        )}
        <span class="visually-hidden">
          {isCounted ? timeline.date({ date, count: filedWords(count, onFile) }) : date}
        </span>
      </button>
    )
  }
}

/** Arrow keys, Home and End go from button to button (WAI-ARIA toolbar pattern). */
function moveFocus(event: KeyboardEvent): void {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  const target = {
    ArrowLeft: button?.previousElementSibling,
    ArrowRight: button?.nextElementSibling,
    Home: button?.parentElement?.firstElementChild,
    End: button?.parentElement?.lastElementChild,
  }[event.key]
  if (!(target instanceof HTMLElement)) return
  event.preventDefault()
  target.focus()
}
