import { computed } from '@preact/signals'
import { dataset, selection, slice } from '../../app/state'
import { countDirections } from '../../query/directions'

/** The reported directions of fire of the slice, by pair of places. */
export const directions = computed(() => countDirections(dataset.value, slice.value))

/** The pair that is selected, while the slice has it. */
export const selectedDirection = computed(() => {
  const chosen = selection.value
  if (chosen?.kind !== 'direction') return undefined
  return directions.value.pairs.find(({ id }) => id === chosen.id)
})
