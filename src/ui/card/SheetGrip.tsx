import { ChevronDown, ChevronUp } from 'lucide'
import { card } from '../../messages/compiled/card'
import { SHEET_HEIGHTS, sheetHeight } from '../map/popupPlace'
import { IconButton } from '../shared/IconButton'

/** Shorter moves are a tap, px. */
const TAP = 8
/** A longer drag takes at least one step, px. */
const STEP = 40
/** The lowest sheet, which leaves the handle of the list uncovered, px; the same in card.css. */
const PEEK = 112

/** The upper edge of a sheet: two buttons, and the place to drag it by. */
export function SheetGrip() {
  const index = SHEET_HEIGHTS.indexOf(sheetHeight.value)
  return (
    <div class="sheet-grip">
      <IconButton
        icon={ChevronUp}
        label={card.taller()}
        aria-disabled={index === SHEET_HEIGHTS.length - 1}
        onClick={() => step(1)}
      />
      <IconButton
        icon={ChevronDown}
        label={card.shorter()}
        aria-disabled={index === 0}
        onClick={() => step(-1)}
      />
    </div>
  )
}

function step(by: number): void {
  const next = SHEET_HEIGHTS[SHEET_HEIGHTS.indexOf(sheetHeight.value) + by]
  if (next) sheetHeight.value = next
}

/**
 * Drags the sheet from a press on its grip or title, or anywhere on the lowest one, and lets it
 * snap to the nearest height.
 */
export function dragSheet(down: PointerEvent): void {
  const { target } = down
  if (!(target instanceof Element) || target.closest('button, a')) return
  const isPeek = sheetHeight.value === 'peek'
  if (!isPeek && !target.closest('.sheet-grip, .details-title')) return
  const host = target.closest<HTMLElement>('.card-place')
  if (!host) return
  const before = host.offsetHeight
  let moved = 0
  const move = (event: PointerEvent) => {
    moved = down.clientY - event.clientY
    if (Math.abs(moved) <= TAP) return
    host.dataset.dragged = ''
    host.style.setProperty('--sheet', `${Math.max(PEEK / 2, before + moved)}px`)
  }
  const stop = () => {
    removeEventListener('pointermove', move)
    delete host.dataset.dragged
    host.style.removeProperty('--sheet')
    if (Math.abs(moved) <= TAP) {
      if (isPeek) step(1)
      return
    }
    const heights = [PEEK, innerHeight / 2, innerHeight]
    const distances = heights.map((height) => Math.abs(before + moved - height))
    const nearest = SHEET_HEIGHTS[distances.indexOf(Math.min(...distances))] ?? 'half'
    if (nearest !== sheetHeight.value) sheetHeight.value = nearest
    else if (Math.abs(moved) > STEP) step(Math.sign(moved))
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', stop, { once: true })
  addEventListener('pointercancel', stop, { once: true })
}
