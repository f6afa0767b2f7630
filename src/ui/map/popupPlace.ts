import { computed, signal } from '@preact/signals'
import { dataset, selection } from '../../app/state'
import { selectedPositions } from '../../figure/selected'
import type { Position } from '../../model/place'
import type { Selection } from '../../model/view'
import { isStacked } from '../shared/phone'

/** Whether there is a map that can show a popup: not while it loads, and not without WebGL. */
export const mapReady = signal(false)

/** The point of the selection's popup: its first known position, or null. */
export const popupPosition = computed<Position | null>(
  () => selectedPositions(dataset.value, selection.value)[0] ?? null,
)

/** The selection whose card was read when the map came. */
const read = signal<Selection | null>(null)

/** Leaves the card where it is until another selection, if it has the focus. */
export function keepDocked(): void {
  const isRead = document.activeElement?.closest('.docked-card') != null
  read.value = isRead ? selection.value : null
}

/** True if the selection is shown in a card: on a phone, without a map, or without a position. */
export const dockedSelection = computed(
  () =>
    isStacked.value ||
    !mapReady.value ||
    popupPosition.value === null ||
    read.value === selection.value,
)
