import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { checkShape, type Shape } from '../geo/customShapes'
import { type Outline, outlineOf } from '../geo/edges'
import { findCrossing, innerPoint } from '../geo/polygonChecks'
import type { Conflict } from '../model/conflict'
import { fold } from '../model/fold'
import type { AreaId, PlaceId } from '../model/ids'
import type { Remarks } from '../model/issueCollector'
import type { Place, Position } from '../model/place'
import { areaNames } from './customNames'

/** One area that can be drawn. */
export interface CustomArea {
  readonly place: Place
  readonly shape: Shape
  readonly outline: Outline
  readonly remarks: Remarks
}

/** What earlier areas of the file have. */
export interface Taken {
  readonly ids: Set<string>
  /** Folded (names.ts). */
  readonly names: Set<string>
}

/**
 * Reads one feature; `index` is its place in the file. Null, with the reason among the remarks, when it cannot be
 * drawn.
 */
export function readArea(
  feature: Feature,
  index: number,
  taken: Taken,
  languages: Conflict['languages'],
  remarks: Remarks,
): CustomArea | null {
  const shape = checkShape(feature.geometry, remarks)
  if (!shape) return null
  const outline = outlineOf(shape)
  const position = innerPoint(outline)
  if (!position) {
    remarks.error('encloses no surface; left out')
    return null
  }
  const crossing = findCrossing(outline)
  if (crossing) {
    const at = crossing.map((degrees) => degrees.toFixed(4)).join(', ')
    remarks.warning(
      `crosses its own outline at ${at} (lon, lat); points near it may be counted wrongly`,
    )
  }
  return {
    place: placeOf(feature, index, position, taken, languages, remarks),
    shape,
    outline,
    remarks,
  }
}

function placeOf(
  { id: given, properties }: Feature,
  index: number,
  position: Position,
  taken: Taken,
  languages: Conflict['languages'],
  remarks: Remarks,
): Place {
  const names = areaNames(properties ?? {}, languages)
  const name = names.name || `Area ${index + 1}`
  if (names.name === '') remarks.warning(`has no name; called “${name}”`)
  const key = fold(name)
  if (taken.names.has(key)) {
    remarks.warning(
      `has the name “${name}” of an earlier one; reports that give only the name are counted there`,
    )
  }
  taken.names.add(key)
  const wanted = slugOf(String(given ?? '')) || slugOf(name) || `area-${index + 1}`
  let id = wanted
  for (let next = 2; taken.ids.has(id); next++) id = `${wanted}-${next}`
  if (id !== wanted) {
    remarks.warning(`cannot have the id ${wanted}, which is in use; its id is ${id}`)
  }
  taken.ids.add(id)
  return {
    ...names,
    id: id as PlaceId,
    kind: 'district',
    name,
    districts: [id as string as AreaId],
    position,
    source: remarks.file,
  }
}

/** As in geodata/districts.geojson. */
export function buildFeature({ place, shape }: CustomArea): Feature<Polygon | MultiPolygon> {
  const { id, name, position } = place
  const properties = { id, name, kind: 'district', country: '', focus: false, label: position }
  return { type: 'Feature', id, properties, geometry: shape }
}

function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
