import type { AreaId, Columns, Dataset, Incident } from '../types'
import { daysOf } from './interval'
import { agreementOf } from './pairing'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from './vocabulary'

/**
 * Lays reports out as typed arrays, row for row in the order given. Codes are positions in the
 * vocabulary's lists. An area that is not in `areaIds` throws: the join makes both.
 */
export function columnsOf(
  incidents: readonly Incident[],
  areaIds: readonly AreaId[],
  pairs: Dataset['pairs'],
): Columns {
  const length = incidents.length
  const indexOfArea = new Map(areaIds.map((id, index) => [id, index]))
  const areaOffset = new Int32Array(length + 1)
  incidents.forEach((incident, row) => {
    areaOffset[row + 1] = (areaOffset[row] ?? 0) + incident.areas.length
  })
  const columns: Columns = {
    length,
    startDay: new Int32Array(length),
    endDay: new Int32Array(length),
    party: new Uint8Array(length),
    accused: new Uint8Array(length),
    kinds: new Uint8Array(length),
    denied: new Uint8Array(length),
    placement: new Uint8Array(length),
    agreement: new Uint8Array(length),
    areaOffset,
    areaIndex: new Uint16Array(areaOffset[length] ?? 0),
    areaApproximate: new Uint8Array(areaOffset[length] ?? 0),
  }
  incidents.forEach((incident, row) => {
    const { from, to } = daysOf(incident.interval)
    columns.startDay[row] = from
    columns.endDay[row] = to
    columns.party[row] = PARTIES.findIndex((term) => term.id === incident.reportingParty)
    columns.accused[row] = ACCUSED.findIndex((term) => term.id === incident.accusedParty)
    columns.kinds[row] = kindBits(incident.kinds)
    columns.denied[row] = incident.deniedBy === '' ? 0 : 1
    columns.placement[row] = PLACEMENTS.indexOf(incident.placement)
    const agreement = agreementOf(incident, pairs)
    columns.agreement[row] = AGREEMENTS.findIndex((term) => term.id === agreement)
    incident.areas.forEach((id, position) => {
      const index = indexOfArea.get(id)
      if (index === undefined)
        throw new Error(`area "${id}" of ${incident.id} is not in the list of areas`)
      const at = (areaOffset[row] ?? 0) + position
      columns.areaIndex[at] = index
      columns.areaApproximate[at] = isApproximate(incident, id) ? 1 : 0
    })
  })
  return columns
}

function isApproximate(incident: Incident, area: AreaId): boolean {
  return incident.locations.some(
    (location) => location.area === area && location.precision === 'approximate',
  )
}

/** The bit set of kinds: bit k for KINDS[k]. */
export function kindBits(kinds: Iterable<Incident['kinds'][number]>): number {
  let bits = 0
  for (const kind of kinds) bits |= 1 << KINDS.findIndex((term) => term.id === kind)
  return bits
}
