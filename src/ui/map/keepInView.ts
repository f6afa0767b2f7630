import { effect, signal } from '@preact/signals'
import { dataset, selection, slice, view } from '../../app/state'
import { countOutOfView } from '../../figure/fit'
import { playing } from '../timeline/player'
import { shownMap } from './shownMap'

/** After the last step of dates, filters or map. */
const REST_MS = 300

/** How many reports of the slice are drawn outside the part of the map that is shown. */
export const outOfView = signal(0)

/** Whether a finger or a mouse button is down: a drag may still go on. */
const isPressed = signal(false)

/**
 * Keeps all reports of the slice in view until the user moves the map: other dates and filters fit
 * it again if they put reports out of view, once nothing is dragged or played.
 */
export function keepInView(): () => void {
  const ending = new AbortController()
  const press = (isDown: boolean) => () => {
    isPressed.value = isDown
  }
  const options = { signal: ending.signal, capture: true }
  addEventListener('pointerdown', press(true), options)
  addEventListener('pointerup', press(false), options)
  addEventListener('pointercancel', press(false), options)
  let judged: typeof slice.value | null = null
  const stop = effect(() => {
    const [map, current] = [shownMap.value, slice.value]
    if (!map?.viewport.value || isPressed.value || playing.value) return
    const timer = setTimeout(() => {
      const isNew = judged !== null && judged !== current
      judged = current
      outOfView.value = countOutOfView(dataset.peek(), current, map.camera())
      const mayMove = view.peek() === null && selection.peek() === null
      if (isNew && mayMove && outOfView.peek() > 0) map.fit()
    }, REST_MS)
    return () => clearTimeout(timer)
  })
  return () => {
    ending.abort()
    stop()
  }
}
