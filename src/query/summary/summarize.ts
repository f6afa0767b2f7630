import type { Party } from '../../model/conflict'
import type { Dataset } from '../../store/dataset'
import { hasSides } from '../../store/pairing'
import { totalOf } from '../classes'
import { type Count, noReports } from '../counts'
import type { Slice } from '../slice'

/** One party more is named too, rather than called another one. */
const MAX_PARTIES = 3

/** A slice in a few numbers: reports and who reports, never who did what. */
export interface Summary {
  readonly count: Count
  readonly located: Count
  readonly notLocated: Count
  /** How many districts have a report, and how many other areas, without an outline. */
  readonly areas: number
  readonly withoutOutline: number
  /** The parties with the most reports. */
  readonly parties: readonly { readonly party: Party; readonly count: Count }[]
  /** All other parties with reports; null where there are none. */
  readonly others: { readonly n: number; readonly count: Count } | null
  /** Reports that a party denied; null where no party can answer another. */
  readonly denied: Count | null
}

export function summarize({ conflict, areas: known }: Dataset, slice: Slice): Summary {
  const { count, notLocated, areas } = slice
  const withoutOutline = [...areas.keys()].filter((id) => !known.get(id)?.label).length
  const parties = conflict.parties
    .map((party) => ({ party, count: countOf(slice, 'by', party.id) }))
    .filter((each) => totalOf(each.count) > 0)
    .sort((a, b) => totalOf(b.count) - totalOf(a.count))
  const named = parties.length > MAX_PARTIES + 1 ? MAX_PARTIES : parties.length
  const rest = parties.slice(named)
  return {
    count,
    located: {
      certain: count.certain - notLocated.certain,
      possible: count.possible - notLocated.possible,
    },
    notLocated,
    areas: areas.size - withoutOutline,
    withoutOutline,
    parties: parties.slice(0, named),
    others: rest.length === 0 ? null : { n: rest.length, count: sumOf(rest) },
    denied: hasSides(conflict) ? countOf(slice, 'denied', 'yes') : null,
  }
}

/** A facet counts what each value would give alone: of those that are not chosen, nothing is here. */
function countOf({ facets, filter }: Slice, facet: 'by' | 'denied', id: string): Count {
  const chosen = filter.chosen[facet]
  const isHere = chosen.size === 0 || chosen.has(id)
  return (isHere && facets[facet].get(id)) || noReports()
}

function sumOf(parts: readonly { readonly count: Count }[]): Count {
  const sum = noReports()
  for (const { count } of parts) {
    sum.certain += count.certain
    sum.possible += count.possible
  }
  return sum
}
