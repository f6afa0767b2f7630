import type { Count, Dataset, Incident, PartyId, Slice } from '../types'
import { PARTIES } from './vocabulary'

/**
 * What a note says when the figures of its report are no addends: those of a running total, or of an
 * event that several reports count. Lower case; any of them, anywhere in the note. The shipped records
 * use the first.
 */
export const NOT_ADDED_PHRASES: readonly string[] = [
  'do not add them up',
  'must not be added up',
  'not to be added up',
  'cumulative',
]

/** A sum of reported figures: `atLeast` over the certain reports, `upTo` over the possible ones too. */
export interface Toll {
  readonly atLeast: number
  readonly upTo: number
  /** How many reports state this figure, 0 included; with none of them the sum means nothing. */
  readonly stated: number
}

/** What one party reports; never to be added to what another does. */
export interface PartyCasualties {
  readonly party: PartyId
  readonly killed: Toll
  readonly wounded: Toll
  /** Reports whose figures are in the sums: they state a number of killed, of wounded or of both. */
  readonly counted: Count
  /** Reports that state neither number. */
  readonly silent: Count
  /** Reports that state a number which their note says is not to be added up. */
  readonly leftOut: Count
}

/** Whether a report's note says that its figures must not be added to others'. No note: they may be. */
export function isNotAdded(note: string): boolean {
  const text = note.toLowerCase()
  return NOT_ADDED_PHRASES.some((phrase) => text.includes(phrase))
}

/**
 * Killed and wounded as reported, summed for each reporting party by itself, in the order of PARTIES.
 * Only parties with a report in the slice. There is no sum over the parties: two of them can count the
 * same people (geodata/README.md, "How to read").
 */
export function casualties({ incidents }: Dataset, slice: Slice): PartyCasualties[] {
  const reports = [...slice.rows].flatMap((row, index) => {
    const incident = incidents[row]
    return incident ? [{ incident, certain: slice.certain[index] === 1 }] : []
  })
  return PARTIES.flatMap(({ id }) => {
    const own = reports.filter(({ incident }) => incident.reportingParty === id)
    return own.length > 0 ? [ofParty(id, own)] : []
  })
}

interface Reported {
  readonly incident: Incident
  readonly certain: boolean
}

function ofParty(party: PartyId, reports: readonly Reported[]): PartyCasualties {
  const stating = reports.filter(({ incident }) => statesNumber(incident))
  const counted = stating.filter(({ incident }) => !isNotAdded(incident.note))
  return {
    party,
    killed: tollOf(counted, ({ killed }) => killed),
    wounded: tollOf(counted, ({ wounded }) => wounded),
    counted: countOf(counted),
    silent: countOf(reports.filter(({ incident }) => !statesNumber(incident))),
    leftOut: countOf(stating.filter(({ incident }) => isNotAdded(incident.note))),
  }
}

function statesNumber({ killed, wounded }: Incident): boolean {
  return killed !== null || wounded !== null
}

function tollOf(
  reports: readonly Reported[],
  figureOf: (incident: Incident) => number | null,
): Toll {
  const toll = { atLeast: 0, upTo: 0, stated: 0 }
  for (const { incident, certain } of reports) {
    const figure = figureOf(incident)
    if (figure === null) continue
    toll.stated++
    toll.upTo += figure
    if (certain) toll.atLeast += figure
  }
  return toll
}

function countOf(reports: readonly Reported[]): Count {
  const certain = reports.filter((report) => report.certain).length
  return { certain, possible: reports.length - certain }
}
