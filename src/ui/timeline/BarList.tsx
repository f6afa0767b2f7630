import { computed } from '@preact/signals'
import { setWindow } from '../../app/actions'
import { colouring, timeWindow } from '../../app/state'
import { timeline } from '../../messages/compiled/timeline'
import type { Day } from '../../model/day'
import { addDays, contains } from '../../model/day'
import { barWords } from './barWords'
import { barUnit, pointedBin, pointedDay, visibleBins } from './bins'
import { covering, spanOf } from './scale'
import { extent, revealDay, scale } from './visibleRange'

/** Of more bars, those around the pointed one: narrow ones can be thousands. */
const MAX_OPTIONS = 400

const ids = computed(() => {
  const bin = pointedBin.value
  return bin ? `bar-${bin.range.from}` : undefined
})

/** The bars for keyboard and screen reader: one Tab stop, arrows, Enter moves the window. */
export function BarList() {
  return (
    <div
      class="bar-list"
      role="listbox"
      tabIndex={0}
      aria-label={timeline.bars({ unit: barUnit.value })}
      aria-activedescendant={ids}
      onFocus={() => {
        if (pointedDay.peek() === null) point(timeWindow.peek().from)
      }}
      onBlur={() => {
        pointedDay.value = null
      }}
      onKeyDown={(event) => {
        if (pressKey(event.key)) event.preventDefault()
      }}
    >
      <Options />
    </div>
  )
}

function Options() {
  const unit = barUnit.value
  const all = visibleBins.value
  const pointed = pointedBin.value
  const first = all.length > MAX_OPTIONS && pointed ? all.indexOf(pointed) - MAX_OPTIONS / 2 : 0
  const from = Math.max(0, Math.min(first, all.length - MAX_OPTIONS))
  return all.slice(from, from + MAX_OPTIONS).map((bin, index) => (
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the list points at it
    <div
      key={bin.range.from}
      id={`bar-${bin.range.from}`}
      class="bar-option"
      role="option"
      aria-setsize={all.length}
      aria-posinset={from + index + 1}
      aria-label={barWords(bin, unit, colouring.value)}
      style={covering(spanOf(scale.value, bin.range))}
    />
  ))
}

/** Returns true when the key was one of the list's. */
function pressKey(key: string): boolean {
  const range = pointedBin.peek()?.range ?? timeWindow.peek()
  if (key === 'Enter' || key === ' ') {
    setWindow(range)
    return true
  }
  const day = {
    ArrowLeft: addDays(range.from, -1),
    ArrowRight: addDays(range.to, 1),
    Home: extent.peek().from,
    End: extent.peek().to,
  }[key]
  if (day === undefined) return false
  if (contains(extent.peek(), day)) point(day)
  return true
}

function point(day: Day): void {
  revealDay(day)
  pointedDay.value = day
}
