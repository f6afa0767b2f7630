import { type IssueMessage, issueMessage } from '../issues/issue'
import { UserError } from '../issues/problem'

export type Json = Readonly<Record<string, unknown>>

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])
const RECORD_SEPARATOR = '\u001e'
const NOT_A_NUMBER = /[:[,]\s*-?(NaN|Infinity)\s*[,\]}]/

export interface GeoJsonFeatures {
  readonly features: readonly Json[]
  /** It has the foreign member that exports of Contactline have. */
  readonly isMarked: boolean
  readonly notes: readonly IssueMessage[]
}

/**
 * Reads GeoJSON (RFC 7946): a collection, feature or geometry, a text sequence (RFC 8142), or one
 * of these per line. Throws a UserError for anything else.
 */
export function readFeatures(text: string): GeoJsonFeatures {
  const whole = parseJson(text)
  const features = whole === undefined ? featuresOfTexts(text) : featuresOf(whole)
  if (features.length === 0) throw new UserError({ code: 'noFeature' })
  const collection = isObject(whole) && whole.type === 'FeatureCollection' ? whole : null
  return {
    features,
    isMarked: isObject(collection?.contactline),
    notes: notesOn(collection?.crs),
  }
}

/** The type of a feature's geometry: `unknown` for one not of RFC 7946, empty for none. */
export function geometryType({ geometry }: Json): string {
  if (!isObject(geometry)) return ''
  const { type } = geometry
  return typeof type === 'string' && GEOMETRIES.has(type) ? type : 'unknown'
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Undefined for text that is not one JSON value. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function featuresOfTexts(text: string): Json[] {
  const separator = text.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : '\n'
  const texts = text.split(separator).filter((each) => each.trim() !== '')
  return texts.flatMap((each) => {
    const value = parseJson(each)
    if (value !== undefined) return featuresOf(value)
    throw new UserError({ code: NOT_A_NUMBER.test(text) ? 'nanInJson' : 'damagedJson' })
  })
}

function featuresOf(value: unknown): readonly Json[] {
  if (isObject(value)) {
    if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
      return value.features.map((feature) => (isObject(feature) ? feature : {}))
    }
    if (value.type === 'Feature') return [value]
    if (GEOMETRIES.has(String(value.type))) {
      return [{ type: 'Feature', properties: {}, geometry: value }]
    }
    if (value.type === 'Topology') throw new UserError({ code: 'topoJson' })
  }
  throw new UserError({ code: 'notGeoJson' })
}

/** GeoJSON is in WGS 84; files of before RFC 7946 may name another system. */
function notesOn(crs: unknown): IssueMessage[] {
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : undefined
  if (typeof name !== 'string' || /CRS84|\b4326\b/.test(name)) return []
  return [issueMessage('otherCoordinates', '', { name })]
}
