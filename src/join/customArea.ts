import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { checkShape, type Shape } from '../geo/customShapes'
import { type Outline, outlineOf } from '../geo/edges'
import { findCrossing, findLabelPoint } from '../geo/polygonChecks'
import type { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import { fold } from '../model/fold'
import type { AreaId, PlaceId } from '../model/ids'
import type { Place, Position } from '../model/place'
import { plainText } from '../read/geojson/geojsonFeatures'
import { areaCodes, areaNames } from './customNames'

export interface CustomArea {
  readonly place: Place
  readonly shape: Shape
  readonly outline: Outline
  readonly codes: ReturnType<typeof areaCodes>
  readonly issues: IssueCollector
}

/** Ids and names of earlier areas of the file. */
export interface Taken {
  /** Makes an id that is free. */
  freeId(wanted: string): string
  /** Folded (names.ts). */
  readonly names: Set<string>
}

/**
 * Reads one feature; `index` is its index in the file. Null, with the reason among the issues, when
 * it cannot be drawn.
 */
export function readArea(
  feature: Feature,
  index: number,
  taken: Taken,
  languages: Conflict['languages'],
  issues: IssueCollector,
): CustomArea | null {
  const shape = checkShape(feature.geometry, issues)
  if (!shape) return null
  const outline = outlineOf(shape)
  const position = findLabelPoint(shape)
  if (!position) {
    issues.error('noSurface', '')
    return null
  }
  const crossing = findCrossing(outline)
  if (crossing) {
    const [lon, lat] = crossing
    issues.warning('selfCrossing', '', { lon: lon.toFixed(4), lat: lat.toFixed(4) })
  }
  return {
    place: placeOf(feature, index, position, taken, languages, issues),
    shape,
    outline,
    codes: areaCodes(feature.properties ?? {}),
    issues,
  }
}

function placeOf(
  { id: given, properties }: Feature,
  index: number,
  position: Position,
  taken: Taken,
  languages: Conflict['languages'],
  issues: IssueCollector,
): Place {
  const names = areaNames(properties ?? {}, languages)
  const name = names.name || `Area ${index + 1}`
  if (names.name === '') issues.warning('noName', '', { name })
  const key = fold(name)
  if (taken.names.has(key)) issues.warning('nameUsed', '', { name })
  taken.names.add(key)
  const wanted = slugOf(plainText(given)) || slugOf(name) || `area-${index + 1}`
  const id = taken.freeId(wanted)
  if (id !== wanted) issues.warning('idChanged', '', { wanted, id })
  // Reports may give it in place of the name.
  const code = typeof given === 'string' && /\p{L}/u.test(given) ? [given] : []
  return {
    ...names,
    otherNames: [...names.otherNames, ...code],
    id: id as PlaceId,
    kind: 'district',
    name,
    districts: [id as string as AreaId],
    position,
    positionQuality: null,
    source: issues.file,
  }
}

export function buildFeature({ place, shape, codes }: CustomArea): Feature<Polygon | MultiPolygon> {
  const { id, name, position } = place
  const properties = {
    id,
    name,
    kind: 'district',
    country: '',
    focus: false,
    label: position,
    ...codes,
  }
  return { type: 'Feature', id, properties, geometry: shape }
}

function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
