import { computed } from '@preact/signals'
import { ticks } from 'd3-array'
import { colouring, conflict } from '../../app/state'
import { phrases } from '../../messages/phrases'
import { contains, intersect } from '../../model/day'
import { groupsOf } from '../../query/groups'
import { barPaths, mostOf } from './barPaths'
import { barBox, barUnit, gaps, visibleBins } from './bins'
import { spanOf } from './scale'
import { buildTicks } from './ticks'
import { scale, width } from './visibleRange'

/** Pixels from the top of the tallest bar to the ground. */
export const PLOT_HEIGHT = 64
const AXIS_HEIGHT = 20
/** If narrower, the words do not fit over the hatch. */
const GAP_WORDS_WIDTH = 124

const drawn = computed(() => {
  const bins = visibleBins.value
  const most = mostOf(bins)
  return {
    bins,
    most,
    paths: barPaths(
      bins,
      scale.value,
      PLOT_HEIGHT,
      most,
      groupsOf(conflict.value, colouring.value),
    ),
  }
})

/** The histogram as a picture. Its words are in BarList and MonthTable. */
export function Bars() {
  const { bins, most, paths } = drawn.value
  const holes = gaps.value
  const line = ticks(0, most, 2).at(-1) ?? most
  const lineY = PLOT_HEIGHT * (1 - line / most)
  const empty = bins.filter(
    ({ onFile, range }) => !onFile && !holes.some((hole) => contains(hole, range.from)),
  )
  return (
    <svg class="bars" width={width.value} height={PLOT_HEIGHT + AXIS_HEIGHT} aria-hidden="true">
      <Patterns />
      <svg class="bars-plot" width={width.value} height={PLOT_HEIGHT + 1} aria-hidden="true">
        <Gaps />
        <path
          class="bars-none"
          d={empty
            .map(({ range }) => {
              const box = barBox(scale.value, range)
              const dash = Math.min(6, box.width)
              return `M${box.x + (box.width - dash) / 2} ${PLOT_HEIGHT - 3}h${dash}`
            })
            .join('')}
        />
        {paths.map(({ group, certain, d }) => (
          <path
            key={`${group}-${certain}`}
            class={`${colouring.value}-${group} ${certain ? 'bars-certain' : 'bars-possible'}`}
            style={certain ? undefined : { fill: `url(#possible-${group})` }}
            d={d}
          />
        ))}
        <path class="bars-ground" d={`M0 ${PLOT_HEIGHT + 0.5}h${width.value}`} />
      </svg>
      <path class="bars-line" d={`M0 ${Math.round(lineY) + 0.5}h${width.value}`} />
      <text class="bars-line-label" x={-6} y={lineY + 4} text-anchor="end">
        {line}
      </text>
      <Axis />
    </svg>
  )
}

/** Months without any report on file: labelled where there is room, never drawn as zero. */
function Gaps() {
  return gaps.value.map((gap) => {
    const inSight = intersect(gap, scale.value.range)
    if (!inSight) return null
    const box = spanOf(scale.value, inSight)
    return (
      <g key={gap.from}>
        <rect class="bars-gap" x={box.x} y={0} width={box.width} height={PLOT_HEIGHT} />
        {box.width >= GAP_WORDS_WIDTH && (
          <text
            class="bars-gap-words"
            x={box.x + box.width / 2}
            y={PLOT_HEIGHT / 2 + 4}
            text-anchor="middle"
          >
            {phrases.noReportsOnFile()}
          </text>
        )}
      </g>
    )
  })
}

function Axis() {
  return buildTicks(scale.value, barUnit.value).map(({ day, x, label, kind }) => (
    <g key={day} class={`tick tick-${kind}`}>
      {x > 0 && <path d={`M${Math.round(x) + 0.5} ${PLOT_HEIGHT + 1}v4`} />}
      <text x={x} y={PLOT_HEIGHT + 17} data-month={kind === 'month' ? day : undefined}>
        {label}
      </text>
    </g>
  ))
}

/** Stripes, not only a tint: possible reports must be recognisable without colour. */
function Patterns() {
  return (
    <defs>
      {groupsOf(conflict.value, colouring.value).map(({ id }) => (
        <pattern
          key={id}
          id={`possible-${id}`}
          class={`${colouring.value}-${id}`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="stripe-paper" width="4" height="4" />
          <rect class="stripe" width="1.4" height="4" />
        </pattern>
      ))}
      <pattern
        id="no-reports-on-file"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="stripe-gap" width="1" height="6" />
      </pattern>
    </defs>
  )
}
