import { computed, type ReadonlySignal, signal, useSignal } from '@preact/signals'
import { showPane } from '../../app/actions'
import { embed, framed, panes } from '../../app/state'
import type { Pane } from '../../model/view'

/** Whether the layout is that of a phone: map above, list in a sheet. */
export const isPhone = matches('(max-width: 700px) and (min-height: 480px)')

/** Whether the window is too low for parts that scroll by themselves: then the page does. */
const low = matches('(max-height: 479.98px)')
export const isLow = computed(() => low.value && !embed.value)

/** Whether an embedded map has a list that has no room below it. */
export const isLowFrame = computed(() => low.value && embed.value && framed.value.has('list'))

/** Whether the panel is below the map. */
export const isStacked = computed(() => isPhone.value || isLow.value)

/** Whether the card is a sheet: on a phone, and where a popup beside its mark has no room. */
export const isCardSheet = matches('(max-width: 900px), (max-height: 479.98px)')

/** True while the sheet covers the map: nothing under it takes clicks or focus. */
export const mapCovered = computed(() => isPhone.value && panes.value.includes('list'))

export interface OpenState {
  value: boolean
}

/** Whether a part is open that Back closes on a phone, where it covers much of the map. */
export function usePane(pane: Pane, isOpenAtFirst = false): OpenState {
  const onDesk = useSignal(isOpenAtFirst)
  return {
    get value() {
      return isPhone.value ? panes.value.includes(pane) : onDesk.value
    },
    set value(isOpen) {
      if (isPhone.value) showPane(pane, isOpen)
      else onDesk.value = isOpen
    },
  }
}

function matches(condition: string): ReadonlySignal<boolean> {
  const query = matchMedia(condition)
  const holds = signal(query.matches)
  query.addEventListener('change', () => {
    holds.value = query.matches
  })
  return holds
}
