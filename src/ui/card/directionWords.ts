import { card } from '../../messages/compiled/card'
import { formatSeries } from '../../messages/intl'
import type { Incident } from '../../model/report'

/** Where a report says fire came from, and why no line is drawn. Nothing where it does not say. */
export function directionWords({ record, origins, locations }: Incident): string[] {
  if (record.fired_from === '' && origins.length === 0) return []
  const hasOrigin = origins.some(({ districts }) => districts.length > 0)
  const isMixed = origins.length > 1 && Math.max(locations.length, record.settlements.length) > 1
  const end = locations.length > 0 ? 'origin' : hasOrigin ? 'target' : 'both'
  const isDrawn = hasOrigin && locations.length > 0
  return [
    ...(origins.length > 0
      ? [card.directionFrom({ places: formatSeries(origins.map(({ name }) => name)) })]
      : []),
    ...(isDrawn ? [] : [card.noLine({ missing: end })]),
    ...(isDrawn && isMixed ? [card.directionMixed()] : []),
  ]
}
