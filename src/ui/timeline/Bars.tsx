import { computed } from '@preact/signals'
import { ticks } from 'd3-array'
import { bars, colouring, conflict } from '../../app/state'
import { phrases } from '../../messages/compiled/phrases'
import { contains, intersect } from '../../model/day'
import type { Colouring } from '../../query/counts'
import { groupsOf } from '../../query/groups'
import { groupLabel } from '../../query/groupWords'
import { type BarFrame, barHeight, barPaths, frameBars } from './barPaths'
import { barBox, barUnit, gaps, shownGroups, visibleBins } from './bins'
import { plotHeight } from './plotHeight'
import { spanOf } from './scale'
import { buildTicks } from './ticks'
import { scale, width } from './visibleRange'

/** px under the bars. */
export const AXIS_HEIGHT = 20
/** If narrower, the words do not fit over the hatch. */
const GAP_WORDS_WIDTH = 124
/** px. A lower row has one line only. */
const LINES_HEIGHT = 48
/** px between lines. */
const LINE_DISTANCE = 32

const frame = computed(() =>
  frameBars(visibleBins.value, shownGroups.value, bars.value, plotHeight.value),
)
const paths = computed(() =>
  barPaths(visibleBins.value, shownGroups.value, scale.value, frame.value),
)

/** The histogram as a picture. Its words are in BarList, BarNumbers and MonthTable. */
export function Bars() {
  const height = plotHeight.value
  return (
    <svg class="bars" width={width.value} height={height + AXIS_HEIGHT} aria-hidden="true">
      <Patterns colouring={colouring.value} prefix="possible" />
      <defs>
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
      <svg class="bars-plot" width={width.value} height={height + 1} aria-hidden="true">
        <Gaps />
        <Dashes />
        {paths.value.map(({ group, certain, d }) => (
          <path
            key={`${group}-${certain}`}
            class={`${colouring.value}-${group} ${certain ? 'bars-certain' : 'bars-possible'}`}
            style={certain ? undefined : { fill: `url(#possible-${group})` }}
            d={d}
          />
        ))}
      </svg>
      {grounds(frame.value).map((ground) => (
        <Row key={ground} ground={ground} />
      ))}
      <Axis />
    </svg>
  )
}

/** The ground of each row, in pixels from the top. */
function grounds({ rows, rowHeight }: BarFrame): number[] {
  return Array.from({ length: rows }, (_, row) => Math.round(rowHeight * (row + 1)))
}

/** The groups' names where each has a row: above the veil, which would make them pale. */
export function RowNames() {
  const { layout, rowHeight } = frame.value
  if (layout !== 'rows') return null
  return (
    <svg class="row-names" width={width.value} height={plotHeight.value} aria-hidden="true">
      {shownGroups.value.map((group, row) => (
        <text key={group.id} x={4} y={rowHeight * row + 12}>
          {groupLabel(group, colouring.value)}
        </text>
      ))}
    </svg>
  )
}

/** Ground and lines of a row. */
function Row({ ground }: { readonly ground: number }) {
  const { most, rowHeight } = frame.value
  const wanted = Math.max(2, Math.floor(rowHeight / LINE_DISTANCE))
  const all = ticks(0, most, wanted).filter((line) => line > 0 && Number.isInteger(line))
  const lines = rowHeight < LINES_HEIGHT ? all.slice(-1) : all
  return (
    <g>
      <path class="bars-ground" d={`M0 ${ground + 0.5}h${width.value}`} />
      {lines.map((line) => {
        const y = ground - barHeight(frame.value, line)
        return (
          <g key={line}>
            <path class="bars-line" d={`M0 ${Math.round(y) + 0.5}h${width.value}`} />
            <text x={-6} y={y + 4} text-anchor="end">
              {line}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** Bars without any report on file, outside whole months or years without one. */
function Dashes() {
  const empty = visibleBins.value.filter(
    ({ onFile, range }) => !onFile && !gaps.value.some((gap) => contains(gap, range.from)),
  )
  const paths = empty.flatMap(({ range }) => {
    const box = barBox(scale.value, range)
    const dash = Math.min(6, box.width)
    const x = box.x + (box.width - dash) / 2
    return grounds(frame.value).map((ground) => `M${x} ${ground - 3}h${dash}`)
  })
  return <path class="bars-none" d={paths.join('')} />
}

/** Months or years without any report on file: labelled where there is room, never drawn as zero. */
function Gaps() {
  const { range } = scale.value
  return gaps.value.map((gap) => {
    const box = spanOf(scale.value, intersect(gap, range) ?? gap)
    return (
      <g key={gap.from}>
        <rect class="bars-gap" x={box.x} y={0} width={box.width} height={plotHeight.value} />
        {box.width >= GAP_WORDS_WIDTH && (
          <text
            class="bars-gap-words"
            x={box.x + box.width / 2}
            y={plotHeight.value / 2 + 4}
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
  const ground = plotHeight.value
  return buildTicks(scale.value, barUnit.value).map(({ day, x, label, kind }) => (
    <g key={day} class={`tick tick-${kind}`}>
      {x > 0 && <path d={`M${Math.round(x) + 0.5} ${ground + 1}v4`} />}
      <text x={x} y={ground + 17} data-month={kind === 'month' ? day : undefined}>
        {label}
      </text>
    </g>
  ))
}

interface PatternsProps {
  readonly colouring: Colouring
  /** Of the ids. */
  readonly prefix: string
}

/** Stripes, not only a tint: possible reports must be recognisable without colour. */
export function Patterns({ colouring, prefix }: PatternsProps) {
  return (
    <defs>
      {groupsOf(conflict.value, colouring).map(({ id }) => (
        <pattern
          key={id}
          id={`${prefix}-${id}`}
          class={`${colouring}-${id}`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="stripe-paper" width="4" height="4" />
          <rect class="stripe" width="1.4" height="4" />
        </pattern>
      ))}
    </defs>
  )
}
