import type { Box } from '../../model/conflict'
import { readDegrees } from '../degrees'
import { isObject, parseJson, plainText } from './geojsonFeatures'

/** What one cell says of a place. */
type CellPosition =
  | { readonly kind: 'point'; readonly lon: string; readonly lat: string }
  /** Of a type that is not a point, as GeoJSON names it. */
  | { readonly kind: 'other'; readonly type: string }

const NUMBER = '[+-]?\\d{1,3}(?:\\.\\d{1,20})?'
const PAIR = new RegExp(`^\\(?(${NUMBER})°?(?:\\s?[,;]\\s?|\\s)(${NUMBER})°?\\)?$`)
const WKT_POINT = new RegExp(
  `^(?:SRID=4326;)?POINT ?Z? ?\\( ?(${NUMBER}) (${NUMBER})[^)]{0,30}\\)$`,
  'i',
)
const WKT = /^(?:SRID=\d{1,6};)?(LINESTRING|POLYGON|MULTI(?:POINT|LINESTRING|POLYGON))\b/i
const TYPES = ['LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon']
/** Two parts, each with a letter before or after its number. */
const LETTERED = /^([NSEW][^NSEW,;]{1,40}|[^NSEW]{1,40}[NSEW])(?:\s?[,;]\s?|\s)([^,;]{1,40})$/i
const MAX_LENGTH = 100

/**
 * Reads a position from one cell: two numbers, well-known text or GeoJSON. Of two numbers that can
 * be either, the first is the latitude, as people write it, unless only the other order lies in
 * `box`. Null for anything else.
 */
export function readCellPosition(text: string, box: Box): CellPosition | null {
  if (text.startsWith('{')) return ofGeometry(parseJson(text))
  const [, word] = WKT.exec(text) ?? []
  if (word !== undefined) {
    return {
      kind: 'other',
      type: TYPES.find((type) => type.toUpperCase() === word.toUpperCase()) ?? '',
    }
  }
  if (text.length > MAX_LENGTH) return null
  const [, x, y] = WKT_POINT.exec(text) ?? []
  if (x !== undefined && y !== undefined) return { kind: 'point', lon: x, lat: y }
  const [, first, second] = PAIR.exec(text) ?? []
  if (first === undefined || second === undefined) return ofDegrees(text)
  const isSwapped =
    Math.abs(Number(first)) > 90 || (!isIn(box, second, first) && isIn(box, first, second))
  return isSwapped
    ? { kind: 'point', lon: first, lat: second }
    : { kind: 'point', lon: second, lat: first }
}

/** `39° 45′ N, 46.75° E`, in either order: the letters tell. */
function ofDegrees(text: string): CellPosition | null {
  const [, ...parts] = LETTERED.exec(text) ?? []
  const both = parts.map((part) => readDegrees(part.trim()))
  const [lon, lat] = (['lon', 'lat'] as const).map((axis) => both.find((one) => one?.axis === axis))
  return lon && lat ? { kind: 'point', lon: lon.text, lat: lat.text } : null
}

function isIn([west, south, east, north]: Box, lon: string, lat: string): boolean {
  const [x, y] = [Number(lon), Number(lat)]
  return x >= west && x <= east && y >= south && y <= north
}

function ofGeometry(value: unknown): CellPosition | null {
  if (!isObject(value) || typeof value.type !== 'string') return null
  const { type, coordinates } = value
  if (type === 'Point' && Array.isArray(coordinates)) {
    return { kind: 'point', lon: plainText(coordinates[0]), lat: plainText(coordinates[1]) }
  }
  return { kind: 'other', type }
}
