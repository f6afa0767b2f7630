import { computed } from '@preact/signals'
import { setWindow } from '../../app/actions'
import { timeWindow } from '../../app/state'
import { addDays, type Day, dateOf, lengthOf, sliceAround } from '../../model/day'
import { mostOf } from './barPaths'
import { barBox, monthBins, totalOf } from './bins'
import { yearWords } from './dateLabels'
import { dayAt, type Scale, spanOf } from './scale'
import { buildTicks } from './ticks'
import { extent, pan, visible, width } from './visibleRange'

const HEIGHT = 16

const whole = computed<Scale>(() => ({ range: extent.value, width: width.value }))

/**
 * All records in one thin row, with the days that the plot shows. Pointer only: the arrow keys of
 * the bars reach every day too.
 */
export function Overview() {
  const most = mostOf(monthBins.value)
  const years = buildTicks(whole.value, 'month').filter(({ day }) => isNewYear(day))
  return (
    <div class="overview" aria-hidden="true" onPointerDown={drag} onPointerMove={drag}>
      <svg width={width.value} height={HEIGHT} aria-hidden="true">
        <path
          class="overview-bars"
          d={monthBins.value
            .map((bin) => {
              const { x, width } = barBox(whole.value, bin.range)
              const height = (HEIGHT * totalOf(bin)) / most
              return `M${x} ${HEIGHT}v${-height}h${width}v${height}z`
            })
            .join('')}
        />
        {years.map(({ day, x }) => (
          <g key={day} class="overview-year">
            <path d={`M${Math.round(x) + 0.5} 0v${HEIGHT}`} />
            <text x={x + 4} y={11} onPointerDown={(event) => showYear(event, day)}>
              {yearWords(day)}
            </text>
          </g>
        ))}
      </svg>
      <Marks />
    </div>
  )
}

function Marks() {
  const shown = spanOf(whole.value, visible.value)
  const window = spanOf(whole.value, timeWindow.value)
  return (
    <>
      <div class="overview-shown" style={{ left: `${shown.x}px`, width: `${shown.width}px` }} />
      <div class="overview-window" style={{ left: `${window.x}px`, width: `${window.width}px` }} />
    </>
  )
}

function isNewYear(day: Day): boolean {
  return dateOf(day).getUTCMonth() === 0
}

/** Chooses the year that begins on a day. */
function showYear(event: PointerEvent, january: Day): void {
  event.stopPropagation()
  const december = addDays(january, 364)
  setWindow({ from: january, to: sliceAround(december, 'month').to })
}

/** Centres the plot on the days under the pointer. */
function drag(event: PointerEvent & { currentTarget: HTMLElement }): void {
  if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
  else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
  const x = event.clientX - event.currentTarget.getBoundingClientRect().left
  const day = dayAt(whole.peek(), x)
  const { from } = visible.peek()
  pan(day - from - Math.round(lengthOf(visible.peek()) / 2))
}
