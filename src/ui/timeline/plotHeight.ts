import { computed, signal } from '@preact/signals'
import { bars } from '../../app/state'
import { shownGroups } from './bins'

/** The height of the bars in CSS pixels, which the user can change; it is kept nowhere. */

const LOWEST = 40
const USUAL = 64
const LOWEST_ROW = 30
const USUAL_ROW = 40
/** Of the height of the screen: the rest is for the map. */
const MAX_SHARE = 0.4
const USUAL_SHARE = 0.22
/** How many times the usual height is shown by a press on the handle. */
const TALL = 2.5

const screenHeight = signal(innerHeight)
addEventListener('resize', () => {
  screenHeight.value = innerHeight
})

const chosenHeight = signal<number | null>(null)

export const heightLimits = computed(() => {
  const rows = bars.value === 'rows' ? shownGroups.value.length : 0
  const min = Math.max(LOWEST, LOWEST_ROW * rows)
  const shareOf = (share: number) => Math.max(min, Math.round(screenHeight.value * share))
  const usual = Math.min(shareOf(USUAL_SHARE), Math.max(USUAL, USUAL_ROW * rows))
  return { min, usual, max: shareOf(MAX_SHARE) }
})

export const plotHeight = computed(() => {
  const { min, usual, max } = heightLimits.value
  return Math.min(max, Math.max(min, chosenHeight.value ?? usual))
})

export function setPlotHeight(pixels: number): void {
  chosenHeight.value = Math.round(pixels)
}

/** Tall, or as usual if it is higher than that. */
export function switchPlotHeight(): void {
  const { usual } = heightLimits.peek()
  chosenHeight.value = plotHeight.peek() > usual ? null : usual * TALL
}
