import type { GroupId } from '../../query/counts'
import { barBox, type FiledBin, totalOf } from './bins'
import type { Scale } from './scale'

/**
 * Stacks the bars from the ground up: certain reports by group (`groups`), and above them possible
 * ones, so that the top of the solid part reads "at least" and the top of the bar "up to". `height`
 * is in pixels and represents `most` reports. Returns SVG path data, one path for all bars of a
 * group and certainty; empty when there is nothing to draw.
 */
export function barPaths(
  bins: readonly FiledBin[],
  scale: Scale,
  height: number,
  most: number,
  groups: readonly { readonly id: GroupId }[],
) {
  const parts = [true, false].flatMap((certain) =>
    groups.map(({ id }, index) => ({ group: id, index, certain, d: [] as string[] })),
  )
  const one = height / Math.max(1, most)
  for (const bin of bins) {
    const { x, width } = barBox(scale, bin.range)
    let top = height
    for (const part of parts) {
      const count = (part.certain ? bin.certain : bin.possible)[part.index] ?? 0
      if (count === 0) continue
      top -= count * one
      part.d.push(
        `M${round(x)} ${round(top)}h${round(width)}v${round(count * one)}h${-round(width)}z`,
      )
    }
  }
  return parts.map(({ group, certain, d }) => ({ group, certain, d: d.join('') }))
}

/** Reports of the tallest bar, certain and possible; at least 1, for the scale. */
export function mostOf(bins: readonly FiledBin[]): number {
  return Math.max(1, ...bins.map(totalOf))
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100
}
