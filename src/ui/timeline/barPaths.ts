import type { BarLayout } from '../../model/view'
import type { GroupId } from '../../query/counts'
import { barBox, countOf, type FiledBin, totalOf } from './bins'
import type { Scale } from './scale'

/** A group that is drawn, and its index in the counts of a bin. */
export interface BarGroup {
  readonly id: GroupId
  readonly index: number
}

/** How the bars share the plot. Heights are in pixels, and `most` reports are as high as a bar can be. */
export interface BarFrame {
  readonly layout: BarLayout
  readonly height: number
  readonly most: number
  readonly rows: number
  readonly rowHeight: number
}

/** px between the tallest bar of a row and the row above: its name is there. */
const ROW_GAP = 16

/** One scale for all groups, so that bars of different groups can be compared. */
export function frameBars(
  bins: readonly FiledBin[],
  groups: readonly BarGroup[],
  layout: BarLayout,
  height: number,
): BarFrame {
  const rows = layout === 'rows' ? Math.max(1, groups.length) : 1
  const tallest = (bin: FiledBin) =>
    layout === 'stacked' ? totalOf(bin) : Math.max(0, ...groups.map((group) => countOf(bin, group)))
  const most = Math.max(1, ...bins.map(tallest))
  return { layout, height, most, rows, rowHeight: height / rows }
}

/** Pixels above the ground of its row that so many reports reach. */
export function barHeight({ rows, rowHeight, most }: BarFrame, reports: number): number {
  return ((rowHeight - (rows > 1 ? ROW_GAP : 0)) * reports) / most
}

/**
 * The bars of each group, from the ground up: certain reports and above them possible ones, so that
 * the top of the solid part reads "at least" and the top of the bar "up to". Returns SVG path data,
 * one path for all bars of a group and certainty; empty when there is nothing to draw.
 */
export function barPaths(
  bins: readonly FiledBin[],
  groups: readonly BarGroup[],
  scale: Scale,
  frame: BarFrame,
) {
  const parts = [true, false].flatMap((certain) =>
    groups.map(({ id, index }, place) => ({
      ...{ group: id, index, place, certain },
      d: [] as string[],
    })),
  )
  const { layout, rowHeight } = frame
  for (const bin of bins) {
    const box = barBox(scale, bin.range)
    const width = layout === 'side-by-side' ? box.width / groups.length : box.width
    const tops = groups.map((_, place) => rowHeight * (layout === 'rows' ? place + 1 : 1))
    for (const { certain, index, place, d } of parts) {
      const count = (certain ? bin.certain : bin.possible)[index] ?? 0
      if (count === 0) continue
      const stack = layout === 'stacked' ? 0 : place
      const height = barHeight(frame, count)
      const top = (tops[stack] ?? 0) - height
      tops[stack] = top
      const x = layout === 'side-by-side' ? box.x + width * place : box.x
      d.push(`M${round(x)} ${round(top)}h${round(width)}v${round(height)}h${-round(width)}z`)
    }
  }
  return parts.map(({ group, certain, d }) => ({ group, certain, d: d.join('') }))
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100
}
