import { type Day, sliceAround } from '../model/day'

/**
 * Longer intervals come after shorter ones: with both in one group, a report of a year would make
 * every window of that year need it.
 */
export const MOST_DAYS = [7, 31, 366]

/** 0 for up to 7 days, 1 for up to 31, 2 for up to 366, 3 for more. */
export function lengthClass(first: number, last: number): number {
  return MOST_DAYS.filter((days) => last - first >= days).length
}

/** What counts are sorted by before their days and areas. */
export function orderOfCount(first: number, last: number): readonly [part: number] {
  return [lengthClass(first, last)]
}

/**
 * What cells are sorted by before their squares and days. At the lowest zoom the whole map is in
 * view, and windows differ by their days only; at others, a window needs some squares of its years.
 */
export function orderOfCell(
  zoom: number,
  isLowest: boolean,
  first: number,
  last: number,
): readonly [zoom: number, part: number, period: number] {
  const period = isLowest ? first : sliceAround(first as Day, 'year').from
  return [zoom, lengthClass(first, last), period]
}
