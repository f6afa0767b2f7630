import { computed } from '@preact/signals'
import { choosePeriod } from '../../app/actions'
import { timeWindow } from '../../app/state'
import { addDays, type Day, dateOf, lengthOf, sliceAround } from '../../model/day'
import { tableUnit } from '../../query/timeSlices'
import { yearWords } from '../shared/words'
import { barBox, tableBins, totalOf } from './bins'
import { covering, dayAt, type Scale, spanOf } from './scale'
import { buildTicks } from './ticks'
import { extent, pan, visible, width } from './visibleRange'

const HEIGHT = 16

const whole = computed<Scale>(() => ({ range: extent.value, width: width.value }))

/** All records in a thin row, and what the plot shows of them. For the pointer only. */
export function Overview() {
  const most = Math.max(1, ...tableBins.value.map(totalOf))
  const years = buildTicks(whole.value, tableUnit(extent.value)).filter(
    ({ day }) => dateOf(day).getUTCMonth() === 0,
  )
  return (
    <div class="overview" aria-hidden="true" onPointerDown={drag} onPointerMove={drag}>
      <svg width={width.value} height={HEIGHT} aria-hidden="true">
        <path
          class="overview-bars"
          d={tableBins.value
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
  return (
    <>
      <div class="overview-shown" style={covering(spanOf(whole.value, visible.value))} />
      <div class="overview-window" style={covering(spanOf(whole.value, timeWindow.value))} />
    </>
  )
}

/** Chooses the year that begins on a day. */
function showYear(event: PointerEvent, january: Day): void {
  event.stopPropagation()
  const december = addDays(january, 364)
  choosePeriod({ from: january, to: sliceAround(december, 'month').to })
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
