import * as v from 'valibot'
import type { Position } from '../types'
import type { Remarks } from './remarks'

const degrees = (limit: number) =>
  v.pipe(v.string(), v.decimal(), v.transform(Number), v.minValue(-limit), v.maxValue(limit))
const Longitude = degrees(180)
const Latitude = degrees(90)

/** Reads a pair of WGS 84 degrees; null, with a remark, unless both are numbers in range. Both empty is null without one. */
export function readPosition(lon: string, lat: string, remarks: Remarks): Position | null {
  if (lon === '' && lat === '') return null
  const x = v.safeParse(Longitude, lon)
  const y = v.safeParse(Latitude, lat)
  if (x.success && y.success) return [x.output, y.output]
  remarks.warning(`coordinates "${lon}, ${lat}" are not degrees (lon, lat); left out`)
  return null
}
