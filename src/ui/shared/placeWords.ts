import { formatSeries } from '../../messages/intl'
import { phrases } from '../../messages/phrases'
import type { Incident } from '../../model/report'
import type { Dataset } from '../../store/dataset'

/** Where, in one line: the area names as in the records, or that none is named. */
export function placeWords(incident: Incident, { areas }: Dataset): string {
  const names = formatSeries(incident.record.areas)
  if (incident.areas.length === 0) {
    return names === '' ? phrases.notLocated() : phrases.namesNotLocated({ names })
  }
  return names || formatSeries(incident.areas.map((id) => areas.get(id)?.name ?? id))
}
