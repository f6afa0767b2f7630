import { signal } from '@preact/signals'

/** Whether the dialog of dates is open. */
export const areDatesOpen = signal(false)

export function openDates(): void {
  areDatesOpen.value = true
}

export function closeDates(): void {
  areDatesOpen.value = false
}
