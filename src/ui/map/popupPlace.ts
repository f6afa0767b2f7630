import { computed, signal } from '@preact/signals'
import { dataset, selection } from '../../app/state'
import type { Position } from '../../model/place'
import { isPhone } from '../shared/phone'

/** Whether there is a map that can show a popup: not while it loads, and not without WebGL. */
export const mapReady = signal(false)

/** The point of the selection's popup: its first known position, or null. */
export const popupPosition = computed<Position | null>(() => {
  const chosen = selection.value
  const { areas, incidents, rowOf } = dataset.value
  if (!chosen) return null
  if (chosen.kind === 'area') return areas.get(chosen.id)?.label ?? null
  if (chosen.kind === 'direction') return chosen.at
  const row = rowOf.get(chosen.id)
  const locations = row === undefined ? [] : (incidents.at(row)?.locations ?? [])
  return locations.find((location) => location.position !== null)?.position ?? null
})

/** True if the selection is shown in a card: on a phone, without a map, or without a position. */
export const dockedSelection = computed(
  () => isPhone.value || !mapReady.value || popupPosition.value === null,
)
