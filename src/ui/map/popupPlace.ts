import { computed, signal } from '@preact/signals'
import { dataset, selection } from '../../app/state'
import type { Position } from '../../model/place'
import { isPhone } from '../shared/phone'

/** Whether there is a map that can hold a popup: not while it loads, and not without WebGL. */
export const mapReady = signal(false)

/** Where the popup of the selection points: its first known position; null when it has none. */
export const popupPosition = computed<Position | null>(() => {
  const chosen = selection.value
  const { areas, incidents, rowOf } = dataset.value
  if (!chosen) return null
  if (chosen.kind === 'area') return areas.get(chosen.id)?.label ?? null
  const row = rowOf.get(chosen.id)
  const locations = row === undefined ? [] : (incidents.at(row)?.locations ?? [])
  return locations.find((location) => location.position !== null)?.position ?? null
})

/** True where the selection is shown in a card of its own: on a phone, without a map, or without a place. */
export const dockedSelection = computed(
  () => isPhone.value || !mapReady.value || popupPosition.value === null,
)
