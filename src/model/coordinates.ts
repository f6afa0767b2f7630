import type { Remarks } from './issueCollector'
import type { Position } from './place'

const DECIMAL = /^[+-]?(?:\d*\.)?\d+$/

/** Reads a pair of WGS 84 degrees; null, with a remark, unless both are numbers in range. Both empty is null without one. */
export function readPosition(lon: string, lat: string, remarks: Remarks): Position | null {
  if (lon === '' && lat === '') return null
  const [x, y] = [readDegrees(lon, 180), readDegrees(lat, 90)]
  if (x !== null && y !== null) return [x, y]
  remarks.warning(`coordinates "${lon}, ${lat}" are not degrees (lon, lat); left out`)
  return null
}

function readDegrees(text: string, limit: number): number | null {
  const degrees = DECIMAL.test(text) ? Number(text) : Number.NaN
  return Math.abs(degrees) <= limit ? degrees : null
}
