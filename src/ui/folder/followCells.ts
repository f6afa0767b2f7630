import { effect } from '@preact/signals'
import { showCells } from '../../app/actions'
import { cellsInView, hasUnread } from '../../app/state'
import { findFrame, hasLeft } from '../../figure/cellFrame'
import { shownMap } from '../map/shownMap'

/** Says which squares the map shows, while reports are counted by them. */
export function followCells(): () => void {
  return effect(() => {
    const { value: map } = shownMap
    if (!hasUnread.value || !map?.viewport.value) return
    const camera = map.camera()
    const known = cellsInView.peek()
    if (!known || hasLeft(camera, known)) {
      const { box, level } = findFrame(camera, true)
      if (box) showCells({ box, level })
    }
  })
}
