import { conflict, slice } from '../../app/state'
import { card } from '../../messages/compiled/card'
import { views } from '../../messages/compiled/views'
import { hasLine } from '../../query/directions'
import { sumGroups } from '../../query/groups'
import { groupWords } from '../../query/groupWords'
import { ReportShortList } from '../shared/ReportShortList'
import { selectedDirection } from '../shared/sliceDirections'
import { countShort, rangeWords, reportsWords } from '../shared/words'
import { CardTitle } from './CardTitle'

function shortCount(certain: number, possible: number): string {
  return countShort({ certain, possible })
}

/** The selected pair of places: who says that fire went from one to the other, and the reports. */
export function DirectionDetails() {
  const direction = selectedDirection.value
  if (!direction) return <CardTitle>{card.noneHere()}</CardTitle>
  const { origin, target, isExact, groups, rows } = direction
  const count = sumGroups(groups)
  return (
    <div class="details">
      <CardTitle>{views.pair({ origin: origin.name, target: target.name })}</CardTitle>
      <p class="details-when">{rangeWords(slice.value.filter.window)}</p>
      <p>
        {views.directionClaim()} {!isExact && views.directionDistricts()}{' '}
        {!hasLine(direction) && views.directionWithin()}
      </p>
      <p class="area-count">
        <strong>{reportsWords(count)}</strong>
        {count.possible > 0 && <span class="quiet"> {views.directionPossible()}</span>}
      </p>
      <p>{groupWords(groups, conflict.value, 'party', shortCount)}</p>
      <ReportShortList class="area-reports" rows={Int32Array.from(rows)} area={target.area} />
    </div>
  )
}
