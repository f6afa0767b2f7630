import type { Feature, Point } from 'geojson'
import { addTo, type MutableCounts, noneOf } from '../data/grouping'
import type { Colouring, Dataset, IncidentId, Position, Slice, Spots } from '../types'
import type { MapValues } from './contract'
import { countText, diamondRadius, type MarkPicture } from './markPicture'
import { namesOf } from './names'
import { roomProperties, UNMOVED } from './offsets'
import { byOrder, type Mark, type MarkedPoints } from './sources'
import { markWords } from './words'

/** The id of a spot's mark: the same wherever its report is read from. */
function spotIdOf({ lon, lat }: Spots, spot: number): string {
  return `spot:${lon[spot]},${lat[spot]}`
}

/** The spots that a report names; none for a row that is not there. */
export function spotIdsOf({ spots, columns }: Dataset, row: number): string[] {
  const own = columns.spotIndex.subarray(columns.spotOffset[row] ?? 0, columns.spotOffset[row + 1])
  return row < columns.length ? Array.from(own, (spot) => spotIdOf(spots, spot)) : []
}

interface Tally {
  readonly groups: MutableCounts
  /** One of its rows: the only one where it has one report. */
  readonly row: number
}

/** One mark for each settlement that a report of the slice names, whatever the number of reports. */
export function spotPoints(
  values: Pick<MapValues, 'dataset' | 'slice' | 'colouring' | 'lang'>,
): MarkedPoints {
  const { dataset, slice, colouring, lang } = values
  const { spots, areaIds } = dataset
  const marks: Mark[] = []
  const features: Feature<Point>[] = []
  for (const [spot, { groups, row }] of tally(dataset, slice, colouring)) {
    const area = areaIds[spots.area[spot] ?? -1]
    if (area === undefined) continue
    const id = spotIdOf(spots, spot)
    const at: Position = [spots.lon[spot] ?? 0, spots.lat[spot] ?? 0]
    const name = spots.names.at(spot) ?? ''
    const count = { certain: sum(groups.certain), possible: sum(groups.possible) }
    const total = count.certain + count.possible
    const text = total === 1 ? '' : countText(count.certain, count.possible)
    const radius = diamondRadius(text)
    const picture: MarkPicture = { shape: 'diamond', colouring, ...groups, radius, text }
    const district = dataset.areas.get(area)
    const areaName = district ? namesOf(district, lang, '').lead : area
    const place = `${name ? `${name} (settlement)` : 'Settlement'}, ${areaName}`
    marks.push({
      id,
      at,
      shifts: UNMOVED,
      area,
      incident: total === 1 ? incidentAt(dataset, row) : null,
      label: `${place}: ${markWords(count, groups, colouring)}`,
      order: `${district?.name ?? area}, ${name}`,
      picture,
    })
    features.push({
      type: 'Feature',
      properties: {
        id,
        // A town's own district goes by the same name.
        name: name === district?.name ? '' : name,
        ...roomProperties(picture, UNMOVED),
        radius,
        sort: -total,
      },
      geometry: { type: 'Point', coordinates: [...at] },
    })
  }
  marks.sort(byOrder)
  return { marks, points: { type: 'FeatureCollection', features } }
}

function incidentAt(dataset: Dataset, row: number): IncidentId | null {
  return dataset.incidents.at(row)?.id ?? null
}

function tally({ columns }: Dataset, slice: Slice, colouring: Colouring): Map<number, Tally> {
  const tallies = new Map<number, Tally>()
  slice.rows.forEach((row, position) => {
    const end = columns.spotOffset[row + 1] ?? 0
    for (let at = columns.spotOffset[row] ?? 0; at < end; at++) {
      const spot = columns.spotIndex[at] ?? -1
      let own = tallies.get(spot)
      if (!own) {
        own = { groups: noneOf(colouring), row }
        tallies.set(spot, own)
      }
      addTo(own.groups, columns[colouring][row], slice.certain[position] === 1)
    }
  })
  return tallies
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
