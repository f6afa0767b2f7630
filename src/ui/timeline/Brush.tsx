import { computed } from '@preact/signals'
import { setWindow } from '../../app/actions'
import { dataset, off, timeWindow } from '../../app/state'
import { timeline } from '../../messages/compiled/timeline'
import type { DayRange } from '../../model/day'
import { contains, intersect } from '../../model/day'
import { dayWords } from '../shared/words'
import { type End, windowAfterKey } from './keys'
import { covering, dayWidth, type Span, spanOf } from './scale'
import { revealWindow, scale, visible, width } from './visibleRange'

/** px: a finger's width outside the window, so that even one day can be grabbed. */
const HANDLE_WIDTH = 24
/** px between the handles that always belong to the window itself. */
const MIDDLE_WIDTH = 12

const box = computed(() => spanOf(scale.value, timeWindow.value))
const pad = computed(() => Math.max(0, (MIDDLE_WIDTH - box.value.width) / 2))

/** The window as a band behind the bars. */
export function Band() {
  return <div class="band" style={covering(inPlot(box.value))} />
}

/** Covers what is outside the window with a veil, and strikes out switched-off dates. */
export function Brush() {
  const { x, width: wide } = inPlot(box.value)
  return (
    <>
      <div class="veil" style={{ left: 0, width: `${x}px` }} />
      <div class="veil" style={{ left: `${x + wide}px`, right: 0 }} />
      {offRuns.value.map((run) => (
        <div key={run.from} class="off-days" style={covering(spanOf(scale.value, run))} />
      ))}
      <div
        class="grip"
        data-grip="move"
        style={covering({ x: x - pad.value, width: wide + 2 * pad.value })}
      />
      <Handle end="from" name={timeline.fromDate()} />
      <Handle end="to" name={timeline.toDate()} />
    </>
  )
}

const daysOff = computed(() => [...off.value].sort((a, b) => a - b))

/** Visible switched-off dates of the window; those less than a pixel apart are joined. */
const offRuns = computed(() => {
  const inSight = intersect(timeWindow.value, visible.value)
  const runs: DayRange[] = []
  const pixel = Math.max(1, 1 / dayWidth(scale.value))
  for (const day of daysOff.value) {
    const last = runs.at(-1)
    if (!inSight || !contains(inSight, day)) continue
    if (last && day - last.to <= pixel) runs.splice(-1, 1, { ...last, to: day })
    else runs.push({ from: day, to: day })
  }
  return runs
})

/** One end of the window, as a slider of days. */
function Handle({ end, name }: { readonly end: End; readonly name: string }) {
  const window = timeWindow.value
  const span = dataset.value.span ?? window
  const edge = end === 'from' ? box.value.x : box.value.x + box.value.width
  const left = end === 'from' ? edge - HANDLE_WIDTH - pad.value : edge + pad.value
  const isInSight = contains(visible.value, window[end])
  return (
    <div
      class={`handle handle-${end}`}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-orientation="horizontal"
      aria-valuemin={end === 'from' ? Math.min(span.from, window.from) : window.from}
      aria-valuemax={end === 'to' ? Math.max(span.to, window.to) : window.to}
      aria-valuenow={window[end]}
      aria-valuetext={dayWords(window[end])}
      data-grip={end}
      data-hidden={!isInSight}
      style={{
        left: `${Math.min(width.value, Math.max(-HANDLE_WIDTH, left))}px`,
        '--pad': `${pad.value}px`,
      }}
      onFocus={() => {
        if (!isInSight) revealWindow()
      }}
      onKeyDown={(event) => {
        const next = windowAfterKey(event, end, window, span)
        if (!next) return
        event.preventDefault()
        setWindow(next)
      }}
    />
  )
}

/** The part of a span that is in the plot. */
function inPlot({ x, width: wide }: Span): Span {
  const left = Math.min(width.value, Math.max(0, x))
  return { x: left, width: Math.min(width.value, Math.max(left, x + wide)) - left }
}
