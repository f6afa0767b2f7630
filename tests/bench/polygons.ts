import { booleanPointInPolygon } from '@turf/turf'
import { areaIndex, asPolygons } from '../../src/geo/polygons'
import { geodata } from './geodata'
import { mulberry32 } from './random'
import { type BenchRow, medianTime } from './row'

const POINTS = 1_000_000
/** turf would take most of an hour for all of them. */
const POINTS_OF_TURF = 10_000
const RUNS = 5

/** The area of each of a million points, over the shipped districts. */
export async function benchPolygons(): Promise<BenchRow[]> {
  const areas = asPolygons(JSON.parse(geodata('districts.geojson')), 'districts.geojson')
  const random = mulberry32(89)
  const lon = Float64Array.from({ length: POINTS }, () => 43.4 + random() * 7.2)
  const lat = Float64Array.from({ length: POINTS }, () => 38.3 + random() * 3.7)

  const found = new Int32Array(POINTS)
  const ours = medianTime(RUNS, () => {
    const indexAt = areaIndex(areas)
    for (let at = 0; at < POINTS; at++) found[at] = indexAt(lon[at] ?? 0, lat[at] ?? 0)
  })
  const byTurf = new Int32Array(POINTS_OF_TURF)
  const turf = medianTime(1, () => {
    for (let at = 0; at < POINTS_OF_TURF; at++) {
      const point = [lon[at] ?? 0, lat[at] ?? 0]
      byTurf[at] = areas.features.findIndex((area) => booleanPointInPolygon(point, area))
    }
  })
  const other = byTurf.findIndex((index, at) => index !== found[at])
  if (other !== -1) throw new Error(`point ${other} is found elsewhere by turf`)
  return [
    {
      what: `area of ${POINTS.toLocaleString('en')} points, ${areas.features.length} areas`,
      ours,
      unit: 'ms',
      alternative: {
        name: `turf, in a loop (${POINTS_OF_TURF.toLocaleString('en')} points, scaled)`,
        value: (turf * POINTS) / POINTS_OF_TURF,
      },
      target: 'at least 20×',
    },
  ]
}
