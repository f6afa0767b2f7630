import type { Day } from '../model/day'
import { addDays, lengthOf, parseSlice } from '../model/day'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from '../model/vocabulary'

/** The values of those filters that have a closed list, in the words of a link and of the command line. */
export const FILTER_IDS = {
  by: PARTIES.map(({ id }) => id),
  accused: ACCUSED.map(({ id }) => id),
  kind: KINDS.map(({ id }) => id),
  denied: ['yes', 'no'],
  placement: PLACEMENTS,
  agreement: AGREEMENTS.map(({ id }) => id),
} as const

/** A test for the values of one of those filters. */
export function isOneOf(filter: keyof typeof FILTER_IDS): (value: string) => boolean {
  const ids: readonly string[] = FILTER_IDS[filter]
  return (value) => ids.includes(value)
}

/** Whether a value can be an area's or a source's id; whether there is such an area is for the data to say. */
export function isSlug(value: string): boolean {
  return /^[a-z0-9-]+$/.test(value)
}

/**
 * Reads a comma list of days, ISO weeks and months (`2022-11-29,2022-W48,2022-11`). `unknown` holds the
 * parts that are none of these.
 */
export function readDays(value: string): { days: Set<Day>; unknown: string[] } {
  const days = new Set<Day>()
  const unknown: string[] = []
  for (const part of value.split(',')) {
    const range = parseSlice(part)
    if (range === null) unknown.push(part)
    else for (let index = 0; index < lengthOf(range); index++) days.add(addDays(range.from, index))
  }
  return { days, unknown }
}
