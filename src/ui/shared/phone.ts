import { computed, signal } from '@preact/signals'

const query = matchMedia('(max-width: 700px)')

/** Whether the screen is laid out for a phone: map above, list in a sheet. */
export const isPhone = signal(query.matches)
query.addEventListener('change', () => {
  isPhone.value = query.matches
})

/** Whether the reader has slid the sheet up; means nothing on a wide screen. */
export const sheetOpen = signal(false)

/** True while the sheet lies over the map: what is under it takes no click and no focus. */
export const mapCovered = computed(() => isPhone.value && sheetOpen.value)
