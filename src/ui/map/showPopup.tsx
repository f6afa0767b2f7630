import { render } from 'preact'
import { select } from '../../app/actions'
import { selection } from '../../app/state'
import type { Position } from '../../model/place'
import { SelectionCard } from '../card/SelectionCard'
import { dockedSelection, popupPosition } from './popupPlace'

/** Shows content next to a point of the map, or closes what is open. */
type Popup = (content: HTMLElement | null, at: Position | null, onClose: () => void) => void

/** Renders the selection into a node of its own and hands it to the map; the next call, or the undo, unmounts it. */
export function showPopup(popup: Popup): (() => void) | undefined {
  const at = popupPosition.value
  if (selection.value === null || dockedSelection.value || !at) {
    popup(null, null, () => {})
    return undefined
  }
  const node = document.createElement('div')
  // In the document first: only there can the card take the focus.
  popup(node, at, () => select(null))
  render(<SelectionCard key={JSON.stringify(selection.value)} />, node)
  return () => render(null, node)
}
