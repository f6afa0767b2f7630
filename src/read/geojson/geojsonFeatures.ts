import { feature } from 'topojson-client'
import { type IssueMessage, issueMessage } from '../../issues/issue'
import { UserError } from '../../issues/problem'

type Topology = Parameters<typeof feature>[0]

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
const MEMBERS = new Set(['Feature', 'FeatureCollection', 'Topology'])
/** Shapes that share an arc of a topology: two, in each of some layers. */
const MAX_SHARED = 100
const RECORD_SEPARATOR = '\u001e'
/** After an even number of backslashes. */
const ESCAPED_NUL = /(?<!\\)((?:\\\\)*)\\u0000/g
const NOT_A_NUMBER = /[:[,]\s*-?(NaN|Infinity)\s*[,\]}]/

export interface GeoJsonFeatures {
  readonly features: readonly Json[]
  /** It has the foreign member that exports of Contactline have. */
  readonly isMarked: boolean
  readonly notes: readonly IssueMessage[]
}

/**
 * Reads GeoJSON (RFC 7946): a collection, feature or geometry, a text sequence (RFC 8142), or one
 * of these per line; TopoJSON; and lists of flat objects, by themselves, under a key or one per
 * line, each of which is a feature without geometry. Throws a UserError for anything else.
 */
export function readFeatures(given: string): GeoJsonFeatures {
  const { text, notes } = withoutNul(given)
  const whole = parseJson(text)
  const features =
    whole === undefined ? featuresOfTexts(text) : (rowsIn(whole) ?? featuresOf(whole))
  const collection = isObject(whole) && whole.type === 'FeatureCollection' ? whole : null
  return {
    features,
    isMarked: isObject(collection?.contactline),
    notes: [...notes, ...notesOn(collection?.crs)],
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

/** Text and numbers as text; empty for anything else: an object may not even be convertible. */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** JSON without the NUL that it can write as an escape, which text has not. */
export function withoutNul(text: string): { text: string; notes: readonly IssueMessage[] } {
  let n = 0
  const rest = text.replaceAll(ESCAPED_NUL, (_, backslashes: string) => {
    n++
    return backslashes
  })
  return { text: rest, notes: n > 0 ? [issueMessage('nulBytes', '', { n })] : [] }
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
    if (isRow(value)) return [asFeature(value)]
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
    if (GEOMETRIES.has(plainText(value.type))) {
      return [{ type: 'Feature', properties: {}, geometry: value }]
    }
    if (value.type === 'Topology') return featuresOfTopology(value)
  }
  throw new UserError({ code: 'notGeoJson' })
}

/** The features of all objects of a topology (TopoJSON). */
function featuresOfTopology(value: Json): Json[] {
  try {
    const topology = value as unknown as Topology
    const own = topology.arcs.reduce((sum, { length }) => sum + length, 0)
    if (countPositions(topology.objects, topology.arcs) > MAX_SHARED * own) {
      throw new Error('It unpacks without end.')
    }
    return Object.keys(topology.objects).flatMap((name) => {
      const found = feature(topology, name) as unknown as Json
      return Array.isArray(found.features) ? found.features : [found]
    })
  } catch {
    throw new UserError({ code: 'damagedJson' })
  }
}

/** The positions of all arcs that shapes refer to, by index or, backwards, by its complement. */
function countPositions(value: unknown, arcs: Topology['arcs']): number {
  if (typeof value === 'number') return arcs[value < 0 ? ~value : value]?.length ?? 0
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + countPositions(each, arcs), 0)
  if (!isObject(value)) return 0
  const parts = [value.arcs, value.geometries, value.type === undefined && Object.values(value)]
  return countPositions(parts.filter(Boolean), arcs)
}

/** The rows of a list of flat objects, or of the first such list under a key. */
function rowsIn(value: unknown): Json[] | null {
  const lists = isObject(value) && typeof value.type !== 'string' ? Object.values(value) : [value]
  const list = lists.find((each) => Array.isArray(each) && each.length > 0 && each.every(isRow))
  return list === undefined ? null : (list as Json[]).map(asFeature)
}

/** Not GeoJSON, but an object with values. */
function isRow(value: unknown): value is Json {
  return (
    isObject(value) && !MEMBERS.has(plainText(value.type)) && !GEOMETRIES.has(plainText(value.type))
  )
}

function asFeature(properties: Json): Json {
  return { type: 'Feature', properties, geometry: null }
}

/** GeoJSON is in WGS 84; files of before RFC 7946 may name another system. */
function notesOn(crs: unknown): IssueMessage[] {
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : undefined
  if (typeof name !== 'string' || /CRS84|\b4326\b/.test(name)) return []
  return [issueMessage('otherCoordinates', '', { name })]
}
