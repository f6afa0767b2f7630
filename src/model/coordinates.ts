import type { IssueCollector } from '../issues/issueCollector'
import type { Position } from './place'

const DECIMAL = /^[+-]?(?:\d*\.)?\d+$/

/**
 * Reads a pair of WGS 84 degrees; null, with a warning, unless both are numbers in range. Two empty
 * cells are null without a warning; the warning of a single one names the other.
 */
export function readPosition(lon: string, lat: string, issues: IssueCollector): Position | null {
  if (lon === '' && lat === '') return null
  const [x, y] = [readDegrees(lon, 180), readDegrees(lat, 90)]
  if (x !== null && y !== null) return [x, y]
  if (lon === '') issues.warning('degreesAlone', 'lat', alone('lon', lat, issues))
  else if (lat === '') issues.warning('degreesAlone', 'lon', alone('lat', lon, issues))
  else issues.warning('notDegrees', 'lon', { lon, lat })
  return null
}

function alone(missing: 'lon' | 'lat', value: string, issues: IssueCollector) {
  return { missing: issues.nameOf(missing) || missing, value }
}

function readDegrees(text: string, limit: number): number | null {
  const degrees = DECIMAL.test(text) ? Number(text) : Number.NaN
  return Math.abs(degrees) <= limit ? degrees : null
}

/**
 * Reads how exact a position is; null for an empty cell. An unknown word is read as `approximate`,
 * with a warning: no position is taken to be more exact than it may be.
 */
export function readExactness<Word extends string>(
  cell: string,
  column: string,
  words: readonly Word[],
  issues: IssueCollector,
): Word | 'approximate' | null {
  if (cell === '') return null
  const known = words.find((word) => word === cell)
  if (!known) issues.warning('unknownValue', column, { value: cell, readAs: 'approximate' })
  return known ?? 'approximate'
}
