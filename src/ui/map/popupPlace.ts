import { computed, signal } from '@preact/signals'
import { dataset, selection } from '../../app/state'
import { selectedPositions } from '../../figure/selected'
import type { Position } from '../../model/place'
import { isCardSheet } from '../shared/phone'
import { shownMap } from './shownMap'

/** Whether the user has docked the card, until the page is left. */
export const isDocked = signal(false)

/** How much of a small screen the card takes. */
export const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const
export const sheetHeight = signal<(typeof SHEET_HEIGHTS)[number]>('half')

/** The point of the selection's popup: its first known position, or null. */
const position = computed<Position | null>(
  () => selectedPositions(dataset.value, selection.value)[0] ?? null,
)

/** Where the card can be a popup. */
export const popupPosition = computed(() =>
  isCardSheet.value || shownMap.value === null ? null : position.value,
)

export type CardMode = 'popup' | 'docked' | 'sheet'

export const cardMode = computed<CardMode>(() => {
  if (isCardSheet.value) return 'sheet'
  return isDocked.value || popupPosition.value === null ? 'docked' : 'popup'
})
