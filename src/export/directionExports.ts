import type { Feature, LineString } from 'geojson'
import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import { joinValues } from '../model/fields'
import { countDirections, type Direction, hasLine } from '../query/directions'
import { noneOf } from '../query/groups'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { groupProperties } from './districtsGeojson'
import { roundDegrees } from './exportRows'
import { buildProvenance, type ExportMeta } from './provenance'
import { type ContactlineCollection, collectionOf } from './reportsGeojson'

/** A pair of places, as parties report the direction of fire, with its counts in the slice. */
interface DirectionProperties {
  readonly origin: string
  readonly origin_area: string
  readonly target: string
  readonly target_area: string
  /** Both ends are settlements; otherwise both are label points of districts. */
  readonly exact: boolean
  /** A report says so outright; otherwise it names several origins and several targets. */
  readonly outright: boolean
  readonly reports: number
  readonly reports_certain: number
  readonly reports_possible: number
  readonly [party: `reports_${string}`]: number
  readonly report_ids: string
}

const ENDS = ['origin', 'origin_area', 'target', 'target_area', 'exact', 'outright']
const COORDINATES = ['origin_lon', 'origin_lat', 'target_lon', 'target_lat']

/**
 * The reported directions of fire of a slice: a LineString from origin to target for each pair of
 * places, or no geometry where both are one place. Reports in which an end is not located are
 * `contactline.not_in_a_pair`, by the end that is missing.
 */
export function directionsGeoJson(
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
): ContactlineCollection<LineString | null, DirectionProperties> {
  const { pairs, missing } = countDirections(dataset, slice)
  const features = pairs.map((pair): Feature<LineString | null, DirectionProperties> => {
    const ends = endsOf(pair)
    return {
      type: 'Feature',
      id: pair.id,
      geometry: hasLine(pair) ? { type: 'LineString', coordinates: ends } : null,
      properties: properties(pair, dataset),
    }
  })
  const provenance = buildProvenance(slice, meta, dataset.conflict)
  return collectionOf(features, { ...provenance, not_in_a_pair: missing })
}

/** The same pairs as CSV (RFC 4180), with the coordinates of both ends. */
export function directionsCsv(dataset: Dataset, slice: Slice): string {
  const counts = Object.keys(groupProperties(dataset.conflict, noneOf(dataset.conflict, 'party')))
  const fields = [...ENDS, ...counts, 'report_ids', ...COORDINATES]
  const data = countDirections(dataset, slice).pairs.map((pair) => [
    ...Object.values(properties(pair, dataset)),
    ...endsOf(pair).flatMap(([lon = '', lat = '']) => [lon, lat]),
  ])
  return `${Papa.unparse({ fields, data }, { newline: '\n', escapeFormulae: FORMULA_START })}\n`
}

function endsOf({ origin, target }: Direction): number[][] {
  return [origin, target].map(({ at }) => (at ?? []).map(roundDegrees))
}

function properties(
  { origin, target, isExact, isSaid, groups, rows }: Direction,
  { conflict, incidents }: Dataset,
): DirectionProperties {
  return {
    origin: origin.name,
    origin_area: origin.area,
    target: target.name,
    target_area: target.area,
    exact: isExact,
    outright: isSaid,
    ...groupProperties(conflict, groups),
    report_ids: joinValues(rows.map((row) => incidents.at(row)?.id ?? '')),
  }
}
