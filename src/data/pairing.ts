import type { Agreement, Incident, IncidentId, PartyId } from '../types'
import { fold } from './names'

/** The two sides whose reports can answer each other. Russia and others stand on neither. */
const SIDE: Readonly<Record<PartyId, 'a' | 'b' | null>> = {
  azerbaijan: 'a',
  armenia: 'b',
  'nagorno-karabakh': 'b',
  russia: null,
  other: null,
}

/**
 * The reports of the other side about the same moment, for every report that has one.
 *
 * The rule (geodata/README.md, "How to read"): two reports are paired when
 * 1. they come from opposite sides: Azerbaijan on the one, Armenia or the Karabakh authorities on the other;
 * 2. their intervals share at least one minute (a report known to the day covers its whole day); and
 * 3. they name a settlement of the same name, or share an area; an area known only approximately counts.
 * A pair says that both sides spoke of that place and time, not that they spoke of one event: reports are
 * never merged. Symmetric. `incidents` come in display order (join.ts).
 */
export function pairReports(
  incidents: readonly Incident[],
): ReadonlyMap<IncidentId, readonly Incident[]> {
  const pairs = new Map<IncidentId, Incident[]>()
  // Display order is by latest start, so whoever could overlap a report from before it starts no later.
  const byStart = [...incidents].reverse()
  byStart.forEach((earlier, index) => {
    for (let next = index + 1; next < byStart.length; next++) {
      const later = byStart[next]
      if (!later || later.interval.start > earlier.interval.end) break
      if (!areOpposite(earlier, later) || !sharePlace(earlier, later)) continue
      add(pairs, earlier, later)
      add(pairs, later, earlier)
    }
  })
  return pairs
}

/** Denied by a party first of all; else reported by both sides; else by one. */
export function agreementOf(
  incident: Incident,
  pairs: ReadonlyMap<IncidentId, readonly Incident[]>,
): Agreement {
  if (incident.deniedBy !== '') return 'denied'
  return pairs.has(incident.id) ? 'both-sides' : 'one-side'
}

function areOpposite(a: Incident, b: Incident): boolean {
  const [one, other] = [SIDE[a.reportingParty], SIDE[b.reportingParty]]
  return one !== null && other !== null && one !== other
}

function sharePlace(a: Incident, b: Incident): boolean {
  if (a.areas.some((area) => b.areas.includes(area))) return true
  const named = new Set(a.settlements.map(fold))
  return b.settlements.some((settlement) => named.has(fold(settlement)))
}

function add(pairs: Map<IncidentId, Incident[]>, incident: Incident, other: Incident): void {
  const known = pairs.get(incident.id)
  if (known) known.push(other)
  else pairs.set(incident.id, [other])
}
