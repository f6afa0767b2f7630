import { timeline } from '../../messages/compiled/timeline'
import { heightLimits, plotHeight, setPlotHeight, switchPlotHeight } from './plotHeight'

/** px of a press of an arrow key. */
const STEP = 16
/** Movement below this is a click. */
const CLICK_PIXELS = 4

/** The upper edge of the timeline, to drag. A click or Enter makes it tall, and usual again. */
export function HeightHandle() {
  const { min, max } = heightLimits.value
  return (
    <hr
      class="height-handle"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={timeline.height()}
      aria-controls="timeline-body"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={plotHeight.value}
      title={timeline.height()}
      onPointerDown={followPointer}
      onKeyDown={(event) => {
        if (pressKey(event.key)) event.preventDefault()
      }}
    />
  )
}

/** Returns true when the key was one of the handle's. */
function pressKey(key: string): boolean {
  if (key === 'Enter') {
    switchPlotHeight()
    return true
  }
  const { min, max } = heightLimits.peek()
  const height = {
    ArrowUp: plotHeight.peek() + STEP,
    ArrowDown: plotHeight.peek() - STEP,
    Home: min,
    End: max,
  }[key]
  if (height === undefined) return false
  setPlotHeight(Math.min(max, Math.max(min, height)))
  return true
}

function followPointer(press: PointerEvent & { currentTarget: HTMLElement }): void {
  if (press.button !== 0 || !press.isPrimary) return
  const handle: HTMLElement = press.currentTarget
  const start = plotHeight.peek()
  let moved = false
  const ended = new AbortController()
  const { signal } = ended
  handle.setPointerCapture(press.pointerId)
  handle.addEventListener(
    'pointermove',
    ({ clientY }) => {
      moved ||= Math.abs(clientY - press.clientY) >= CLICK_PIXELS
      if (moved) setPlotHeight(start + press.clientY - clientY)
    },
    { signal },
  )
  handle.addEventListener(
    'lostpointercapture',
    () => {
      ended.abort()
      if (!moved) switchPlotHeight()
    },
    { signal },
  )
}
