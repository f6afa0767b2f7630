import { computed, signal } from '@preact/signals'

const query = matchMedia('(max-width: 700px)')

/** Whether the layout is that of a phone: map above, list in a sheet. */
export const isPhone = signal(query.matches)
query.addEventListener('change', () => {
  isPhone.value = query.matches
})

/** Whether the user has slid the sheet up; no meaning on a wide screen. */
export const sheetOpen = signal(false)

/** True while the sheet covers the map: nothing under it takes clicks or focus. */
export const mapCovered = computed(() => isPhone.value && sheetOpen.value)
