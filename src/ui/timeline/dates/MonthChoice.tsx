import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { dataset, timeWindow, unit } from '../../../app/state'
import { timeline } from '../../../messages/timeline'
import { type Day, formatDay, formatSlice, parseDay, splitWindow } from '../../../model/day'
import { totalOf } from '../../../query/classes'
import { SelectField } from '../../shared/SelectField'
import { shortMonth } from '../dateLabels'
import { slices, USUAL_WIDTH } from './DateToggle'

/** Of fewer dates, most are visible. */
const MANY = 40

/**
 * Names the month of the first visible one of many dates, and goes to another. Many dates begin at
 * the first one with reports.
 */
export function MonthChoice({ strip }: { readonly strip: RefObject<HTMLElement | null> }) {
  const visible = useSignal<Day>(timeWindow.value.from)
  const { from, to } = timeWindow.value
  const isMany = slices.value.length > MANY
  useEffect(() => {
    const box = strip.current
    if (!box || !isMany) return
    const read = () => {
      const { left } = box.getBoundingClientRect()
      const first = [...box.querySelectorAll<HTMLElement>('.date')].find(
        (date) => date.getBoundingClientRect().left >= left,
      )
      visible.value = parseDay(first?.dataset.date ?? '') ?? from
    }
    box.addEventListener('scroll', read)
    scrollTo(
      box,
      Math.max(
        0,
        slices.peek().findIndex(({ count }) => totalOf(count) > 0),
      ),
    )
    read()
    return () => box.removeEventListener('scroll', read)
  }, [from, to, unit.value, dataset.value, isMany])
  if (!isMany) return null
  return (
    <SelectField
      class="choose month-choice"
      name={timeline.month()}
      value={formatSlice(visible.value, 'month')}
      options={splitWindow(timeWindow.value, 'month').map((month) => ({
        id: formatSlice(month.from, 'month'),
        label: shortMonth(month.from, true),
      }))}
      onChoose={(month) => {
        const index = slices.value.findIndex(({ range }) => formatSlice(range.to, 'month') >= month)
        if (strip.current) scrollTo(strip.current, index)
      }}
    />
  )
}

/** Brings a date to the start of the row; roughly, where it is not drawn yet. */
function scrollTo(box: HTMLElement, index: number): void {
  const day = slices.peek()[index]?.range.from
  const date = day !== undefined && box.querySelector(`[data-date="${formatDay(day)}"]`)
  const by = date
    ? date.getBoundingClientRect().left - box.getBoundingClientRect().left
    : index * USUAL_WIDTH - box.scrollLeft
  box.scrollBy({ left: by, behavior: 'instant' })
}
