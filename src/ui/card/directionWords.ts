import { card } from '../../messages/card'
import { formatSeries } from '../../messages/intl'
import type { Incident } from '../../model/report'
import { totalOf } from '../../query/classes'
import { directionsOf, hasLine, type Missing } from '../../query/directions'
import { type Dataset, DIRECTION } from '../../store/dataset'

const MISSING: readonly Missing[] = ['origin', 'target', 'both']

/** Where a report says fire came from, and why no line is drawn. Nothing where it does not say. */
export function directionWords(incident: Incident, dataset: Dataset): string[] {
  const row = dataset.rowOf.get(incident.id) ?? -1
  const flags = dataset.columns.direction[row] ?? 0
  if ((flags & DIRECTION.said) === 0) return []
  const places = formatSeries(incident.origins.map(({ name }) => name))
  const { pairs, missing } = directionsOf(dataset, row)
  const end = MISSING.find((each) => totalOf(missing[each]) > 0)
  return [
    ...(places === '' ? [] : [card.directionFrom({ places })]),
    ...(end ? [card.noLine({ missing: end })] : []),
    ...(!end && !pairs.some(hasLine) ? [card.noLine({ missing: 'same' })] : []),
    ...(!end && (flags & DIRECTION.mixed) !== 0 ? [card.directionMixed()] : []),
  ]
}
