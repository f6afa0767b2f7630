import { bbox } from '@turf/turf'
import type { Feature } from 'geojson'
import { type Bounds, boundsAround } from './edges'

/**
 * The narrowest box around all of them, each in one piece between 180 degrees west and east. The
 * east of a box across 180 degrees is greater than that. Null without any.
 */
export function boxAround(list: readonly Bounds[]): Bounds | null {
  const [first, ...others] = list.toSorted((a, b) => a[0] - b[0])
  if (!first) return null
  const [, south, , north] = boundsAround(list)
  // The box leaves out the widest gap between them.
  let [from, , reach] = first
  let [east, gap] = [reach, -1]
  for (const [west, , end] of others) {
    if (west - reach > gap) [from, east, gap] = [west, reach + 360, west - reach]
    reach = Math.max(reach, end)
  }
  return first[0] + 360 - reach >= gap
    ? [first[0], south, reach, north]
    : [from, south, east, north]
}

/** The bounds of each piece: shapes across 180 degrees are cut there (RFC 7946, 3.1.9). */
export function partBounds({ geometry }: Feature): Bounds[] {
  const parts =
    geometry?.type === 'MultiPolygon'
      ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
      : [geometry]
  return parts.flatMap((part): Bounds[] => {
    const [west, south, east, north] = part ? bbox(part) : [Infinity, 0, 0, 0]
    return west <= east ? [[west, south, east, north]] : []
  })
}
