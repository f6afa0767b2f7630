import type { Feature, Point } from 'geojson'
import { addTo, type MutableCounts, noneOf } from '../data/grouping'
import type { AreaId, Colouring, Dataset, IncidentId, Position, Slice } from '../types'
import type { MapValues } from './contract'
import { countText, diamondRadius, haloId, imageIdOf } from './markImage'
import { namesOf } from './names'
import { shiftProperties, UNMOVED } from './offsets'
import { byOrder, type Mark, type MarkedPoints } from './sources'
import { markWords } from './words'

/** A known settlement that reports name: the only places where a mark stands at a point of its own. */
interface Spot {
  readonly id: string
  readonly at: Position
  readonly area: AreaId
  readonly name: string
}

/** The settlements of a dataset and, for each report, which of them it names. Made once a dataset. */
export interface SpotIndex {
  readonly spots: readonly Spot[]
  /** Spots of row r: `spotOf[offset[r] .. offset[r + 1])`. */
  readonly offset: Int32Array
  readonly spotOf: Int32Array
}

/** Finds every location that is known to the settlement and has a position; one spot per position. */
export function indexSpots({ incidents }: Dataset): SpotIndex {
  const spots: Spot[] = []
  const indexOf = new Map<string, number>()
  const offset = new Int32Array(incidents.length + 1)
  const spotOf: number[] = []
  incidents.forEach((incident, row) => {
    const own = new Set<number>()
    for (const { area, precision, position, settlement } of incident.locations) {
      if (precision !== 'settlement' || !position) continue
      const id = `spot:${position[0]},${position[1]}`
      let index = indexOf.get(id)
      if (index === undefined) {
        index = spots.length
        indexOf.set(id, index)
        spots.push({ id, at: position, area, name: settlement ?? '' })
      }
      own.add(index)
    }
    spotOf.push(...own)
    offset[row + 1] = spotOf.length
  })
  return { spots, offset, spotOf: Int32Array.from(spotOf) }
}

/** The spots that a report names; none for a row that is not there. */
export function spotIdsOf({ spots, offset, spotOf }: SpotIndex, row: number): string[] {
  const indices = spotOf.subarray(offset[row] ?? 0, offset[row + 1] ?? 0)
  return Array.from(indices, (index) => spots[index]?.id ?? '')
}

interface Tally {
  readonly groups: MutableCounts
  /** One of its rows: the only one where it has one report. */
  readonly row: number
}

/** One mark for each settlement that a report of the slice names, whatever the number of reports. */
export function spotPoints(
  index: SpotIndex,
  values: Pick<MapValues, 'dataset' | 'slice' | 'colouring' | 'lang' | 'theme'>,
): MarkedPoints {
  const { dataset, slice, colouring, lang, theme } = values
  const marks: Mark[] = []
  const features: Feature<Point>[] = []
  for (const [spotIndex, { groups, row }] of tally(index, dataset, slice, colouring)) {
    const spot = index.spots[spotIndex]
    if (!spot) continue
    const count = { certain: sum(groups.certain), possible: sum(groups.possible) }
    const total = count.certain + count.possible
    const text = total === 1 ? '' : countText(count.certain, count.possible)
    const radius = diamondRadius(text)
    const icon = imageIdOf({ shape: 'diamond', theme, colouring, ...groups, radius, text })
    const { id, at, area, name } = spot
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
      radius,
    })
    features.push({
      type: 'Feature',
      properties: {
        id,
        // A town's own district goes by the same name.
        name: name === district?.name ? '' : name,
        icon,
        halo: haloId('diamond', theme, radius),
        ...shiftProperties(UNMOVED),
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
  return dataset.incidents[row]?.id ?? null
}

function tally(
  index: SpotIndex,
  { columns }: Dataset,
  slice: Slice,
  colouring: Colouring,
): Map<number, Tally> {
  const tallies = new Map<number, Tally>()
  slice.rows.forEach((row, position) => {
    const end = index.offset[row + 1] ?? 0
    for (let at = index.offset[row] ?? 0; at < end; at++) {
      const spot = index.spotOf[at] ?? -1
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
