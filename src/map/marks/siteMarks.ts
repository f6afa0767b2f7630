import type { Feature, Point } from 'geojson'
import { countText, diamondRadius } from '../../figure/markPicture'
import { markWords } from '../../figure/markWords'
import { namesOf } from '../../figure/nameForms'
import type { IncidentId } from '../../model/ids'
import type { Colouring, GroupCounts } from '../../query/counts'
import { addTo, type MutableCounts, noneOf } from '../../query/groups'
import type { Slice } from '../../query/slice'
import type { Dataset, Spots } from '../../store/dataset'
import type { MapValues } from '../mapHandle'
import { byOrder, collectionOf, type Mark, type MarkedPoints } from './marks'
import { roomProperties, UNMOVED } from './offsets'

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

type SpotValues = Pick<MapValues, 'dataset' | 'slice' | 'colouring' | 'lang'>

/** One mark for each settlement that a report of the slice names, whatever the number of reports. */
export function spotPoints(values: SpotValues): MarkedPoints {
  const { dataset, slice, colouring } = values
  const { spots } = dataset
  const found = [...tally(dataset, slice, colouring)].flatMap(([spot, { groups, row }]) => {
    const mark = settlementMark(values, spot, groups, row)
    return mark ? [{ mark, spot, groups }] : []
  })
  const points = () =>
    collectionOf(
      found.map(({ mark: { id, at, area, picture }, spot, groups }): Feature<Point> => {
        const name = spots.names.at(spot) ?? ''
        const properties = {
          id,
          // A town's own district goes by the same name.
          name: name === dataset.areas.get(area)?.name ? '' : name,
          ...roomProperties(picture, UNMOVED),
          radius: picture.radius,
          sort: -sum(groups.certain) - sum(groups.possible),
        }
        return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } }
      }),
    )
  return { marks: found.map(({ mark }) => mark).sort(byOrder), points }
}

/** The mark of one settlement with so many reports, of which `row` is one; null where its district is not known. */
export function settlementMark(
  { dataset, colouring, lang }: Omit<SpotValues, 'slice'>,
  spot: number,
  groups: GroupCounts,
  row: number,
): Mark | null {
  const { spots, areaIds } = dataset
  const area = areaIds[spots.area[spot] ?? -1]
  if (area === undefined) return null
  const name = spots.names.at(spot) ?? ''
  const count = { certain: sum(groups.certain), possible: sum(groups.possible) }
  const total = count.certain + count.possible
  const text = total === 1 ? '' : countText(count.certain, count.possible)
  const district = dataset.areas.get(area)
  const areaName = district ? namesOf(district, lang, '').lead : area
  const place = `${name ? `${name} (settlement)` : 'Settlement'}, ${areaName}`
  return {
    id: spotIdOf(spots, spot),
    at: [spots.lon[spot] ?? 0, spots.lat[spot] ?? 0],
    shifts: UNMOVED,
    area,
    incident: total === 1 ? incidentAt(dataset, row) : null,
    label: () => `${place}: ${markWords(count, groups, colouring)}`,
    order: `${district?.name ?? area}, ${name}`,
    picture: { shape: 'diamond', ...groups, radius: diamondRadius(text), text },
  }
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
