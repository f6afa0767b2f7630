import type { ParquetQueryFilter } from 'hyparquet'
import { mercatorX, mercatorY } from '../geo/mercator'
import type { Box } from '../model/conflict'
import type { DayRange } from '../model/day'
import { CELL_PARTS, cellsAcross } from '../publish/quadCell'
import type { CountedRows } from './countedRows'
import { gather } from './countedRows'
import type { TableRows } from './tableFile'

/** Which cells: those of a zoom that touch a box, with reports that touch days. */
export interface CellQuery {
  readonly zoom: number
  readonly box: Box
  readonly window: DayRange
}

/** The zoom whose cells are no larger than those of the map, or the highest one. */
export function cellZoom(zooms: readonly number[], level: number): number {
  return zooms.find((zoom) => zoom >= level) ?? zooms.at(-1) ?? 0
}

export function cellFilter({ zoom, box, window }: CellQuery): ParquetQueryFilter {
  const [west, south, east, north] = box
  const across = cellsAcross(zoom)
  const cell = (share: number) => Math.min(across - 1, Math.max(0, Math.floor(across * share)))
  const of: ParquetQueryFilter[] = [
    { zoom: { $eq: zoom } },
    { y: { $gte: cell(mercatorY(north)) } },
    { y: { $lte: cell(mercatorY(south)) } },
    { first_day: { $lte: window.to } },
    { last_day: { $gte: window.from } },
  ]
  // A box across 180 degrees has all columns.
  if (west < -180 || east > 180) return { $and: of }
  return {
    $and: [...of, { x: { $gte: cell(mercatorX(west)) } }, { x: { $lte: cell(mercatorX(east)) } }],
  }
}

/** Where the points of each row are, in degrees WGS 84. */
export function cellPoints(
  parts: readonly TableRows[],
  length: number,
): Required<Pick<CountedRows, 'lon' | 'lat'>> {
  const column = (name: string) => {
    const values = new Float64Array(length)
    gather(parts, name, (value, at) => {
      values[at] = Number(value)
    })
    return values
  }
  const [zoom, x, y, meanX, meanY] = ['zoom', 'x', 'y', 'mean_x', 'mean_y'].map(column)
  const share = (cells: typeof x, parts: typeof x, at: number) =>
    ((cells?.[at] ?? 0) + ((parts?.[at] ?? 0) + 0.5) / CELL_PARTS) / cellsAcross(zoom?.[at] ?? 0)
  return {
    lon: Float64Array.from({ length }, (_, at) => 360 * share(x, meanX, at) - 180),
    lat: Float64Array.from({ length }, (_, at) => latitudeOf(share(y, meanY, at))),
  }
}

/** The latitude of a share of the way from the northern to the southern edge of Web Mercator. */
function latitudeOf(share: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) * 180) / Math.PI
}
