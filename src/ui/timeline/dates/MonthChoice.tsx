import { computed, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { dataset, timeWindow, unit } from '../../../app/state'
import { timeline } from '../../../messages/compiled/timeline'
import {
  type Day,
  formatDay,
  formatSlice,
  listSlices,
  parseDay,
  parseSlice,
  slicesOf,
} from '../../../model/day'
import { totalOf } from '../../../query/classes'
import { SelectField } from '../../shared/SelectField'
import { shortMonth } from '../dateLabels'
import { dates, slices, USUAL_WIDTH } from './DateToggle'

/** Of fewer dates, most are visible; more months are too long a list. */
const MANY = { dates: 40, months: 240 } as const

const SETTLE_MS = 100

/** The months of a window of many dates. */
const months = computed(() => {
  const all = slicesOf(timeWindow.value, 'month')
  return slices.value.length > MANY.dates && all.length <= MANY.months ? listSlices(all) : []
})

/**
 * Names the month of the first visible one of many dates, and goes to another. Many dates begin at
 * the first one with reports.
 */
export function MonthChoice({ strip }: { readonly strip: RefObject<HTMLElement | null> }) {
  const visible = useSignal<Day>(timeWindow.value.from)
  useEffect(() => {
    const box = strip.current
    if (!box || months.value.length === 0) return
    const read = () => {
      const { left } = box.getBoundingClientRect()
      const first = [...box.querySelectorAll<HTMLElement>('.date')].find(
        (date) => date.getBoundingClientRect().left >= left - 1,
      )
      visible.value = parseDay(first?.dataset.date ?? '') ?? timeWindow.peek().from
    }
    box.addEventListener('scroll', read)
    const [first = 0] = [...dates.peek()].find(([, { count }]) => totalOf(count) > 0) ?? []
    scrollTo(box, first)
    read()
    return () => box.removeEventListener('scroll', read)
  }, [months.value, unit.value, dataset.value])
  if (months.value.length === 0) return null
  return (
    <SelectField
      class="choose month-choice"
      name={timeline.unit({ unit: 'month' })}
      value={formatSlice(visible.value, 'month')}
      options={months.value.map(({ from }) => ({
        id: formatSlice(from, 'month'),
        label: shortMonth(from, true),
      }))}
      onChoose={(month) => {
        const day = Math.max(timeWindow.value.from, parseSlice(month)?.from ?? 0) as Day
        if (strip.current) scrollTo(strip.current, Math.max(0, slices.value.indexOf(day)))
      }}
    />
  )
}

/**
 * Brings a date to the start of the row; roughly, where it is not drawn yet. Dates that come into
 * view take their own widths, so it is brought there once more.
 */
function scrollTo(box: HTMLElement, index: number, isFirst = true): void {
  if (index >= slices.peek().length) return
  const date = box.querySelector(`[data-date="${formatDay(slices.peek().at(index).from)}"]`)
  const by = date
    ? date.getBoundingClientRect().left - box.getBoundingClientRect().left
    : index * USUAL_WIDTH - box.scrollLeft
  box.scrollBy({ left: by, behavior: 'instant' })
  if (isFirst) setTimeout(() => scrollTo(box, index, false), SETTLE_MS)
}
