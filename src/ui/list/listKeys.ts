import { computed, signal } from '@preact/signals'
import { dataset, listed, selection } from '../../app/state'

/** What a page key leaves visible of the page before, px. */
const PAGE_OVERLAP = 80

/** The report that had the focus last. */
export const focusedRow = signal(-1)

/** Index of the report that Tab stops at: the one focused last, or the chosen, or the first. */
export const stop = computed(() => {
  const { rows } = listed.value
  const chosen = selection.value
  const chosenRow = chosen?.kind === 'incident' ? dataset.value.rowOf.get(chosen.id) : undefined
  const index = rows.indexOf(focusedRow.value)
  return Math.max(0, index < 0 ? rows.indexOf(chosenRow ?? -1) : index)
})

/** Arrows, Home, End and the page keys move the focus among the items of a list. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const items = [...event.currentTarget.children]
  const from = items.findIndex((item) => item.contains(event.target as Node))
  const tops = items.map((item) => item.getBoundingClientRect().top)
  const scrolls = event.currentTarget.closest('.panel')
  const page = Math.min(scrolls?.clientHeight ?? innerHeight, innerHeight) - PAGE_OVERLAP
  const last = items.length - 1
  const below = tops.findIndex((top) => top >= (tops[from] ?? 0) + page)
  const above = tops.findLastIndex((top) => top <= (tops[from] ?? 0) - page)
  const to = {
    Home: 0,
    End: last,
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: Math.max(0, above),
    PageDown: below < 0 ? last : Math.max(from + 1, below),
  }[event.key]
  const item = items[to ?? -1]
  if (!item) return
  event.preventDefault()
  item.querySelector('button')?.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'nearest' })
}
