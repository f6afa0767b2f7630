import { computed, signal } from '@preact/signals'
import type { Day } from '../../model/day'
import { contains } from '../../model/day'
import { visibleBins } from './bins'

/** The day the pointer, or the keyboard, is at in the plot; null when neither is there. */
export const pointedDay = signal<Day | null>(null)

/** The bar of that day: read out above the plot. */
export const pointedBin = computed(() => {
  const day = pointedDay.value
  return day === null ? null : (visibleBins.value.find(({ range }) => contains(range, day)) ?? null)
})
