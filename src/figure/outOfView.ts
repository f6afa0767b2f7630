import { eventsOf } from '../query/counts'
import { hasSiteIn } from '../query/rowsAtPlace'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { boundsOf, type Camera, nearestLon } from './camera'

/**
 * How many reports of a slice are on the map, but with no place of theirs in the camera's view: a
 * settlement or, where none is named, the label point of a district.
 */
export function countOutOfView(
  dataset: Dataset,
  { rows }: Pick<Slice, 'rows'>,
  camera: Camera,
): number {
  const { columns, sites, areas, areaIds } = dataset
  const [west, south, east, north] = boundsOf(camera)
  const isInside = (lon: number, lat: number) => {
    const x = nearestLon(lon, camera.center[0])
    return x >= west && x <= east && lat >= south && lat <= north
  }
  const labels = areaIds.map((id) => areas.get(id)?.label ?? null)
  const isLabelInside = labels.map((label) => label !== null && isInside(...label))
  const { siteOffset, siteIndex, areaOffset, areaIndex } = columns
  let count = 0
  for (const row of rows) {
    let isDrawn = false
    let isVisible = false
    for (let at = siteOffset[row] ?? 0; at < (siteOffset[row + 1] ?? 0) && !isVisible; at++) {
      const site = siteIndex[at] ?? 0
      isDrawn = true
      isVisible = isInside(sites.lon[site] ?? 0, sites.lat[site] ?? 0)
    }
    for (let at = areaOffset[row] ?? 0; at < (areaOffset[row + 1] ?? 0) && !isVisible; at++) {
      const area = areaIndex[at] ?? 0
      isDrawn ||= labels[area] !== null
      isVisible = isLabelInside[area] === true && !hasSiteIn(dataset, row, area)
    }
    if (isDrawn && !isVisible) count += eventsOf(columns, row)
  }
  return count
}
