import { card } from '../../messages/card'
import { formatSeries } from '../../messages/intl'
import { lengthOf } from '../../model/day'
import type { Incident, Location } from '../../model/report'
import type { Dataset } from '../../store/dataset'

/** How exactly the places are known, in words, with a line for each degree. */
export function exactnessWords(incident: Incident, { areas }: Dataset): string[] {
  if (incident.locations.length === 0) return [card.placeNotDrawn()]
  const byPrecision = new Map<Location['precision'], string[]>()
  for (const { area: id, precision, settlement } of incident.locations) {
    const area = areas.get(id)?.name ?? id
    const place = settlement ? card.settlementIn({ settlement, area }) : area
    byPrecision.set(precision, [...(byPrecision.get(precision) ?? []), place])
  }
  return [...byPrecision].map(([precision, places]) =>
    card.exactness({ precision, places: formatSeries(places) }),
  )
}

/** How exactly the time is known, in words: never more than the report gives. */
export function precisionWords(incident: Incident): string {
  const days = lengthOf({ from: incident.record.date_start, to: incident.record.date_end })
  const approximate = incident.record.time_approximate ? 'yes' : 'no'
  switch (incident.record.time_precision) {
    case 'exact':
      return card.precisionExact({ approximate })
    case 'interval':
      return card.precisionInterval({ approximate })
    case 'part-of-day':
      return card.precisionPartOfDay({ days })
    case 'days':
      return card.precisionDays({ days })
    case 'day':
      return card.precisionDay({ days })
  }
}
