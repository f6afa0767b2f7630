import { slice } from '../../app/state'
import { card } from '../../messages/card'
import { totalOf } from '../../query/classes'
import { type Direction, hasLine } from '../../query/directions'
import { sumGroups } from '../../query/groups'
import { ReportShortList } from '../shared/ReportShortList'
import { rangeWords, reportsWords } from '../shared/words'
import { Groups } from './AreaDetails'

interface Props {
  readonly direction: Direction
  readonly titleId: string
}

/** A pair of places in the slice: who says that fire went from one to the other, and the reports. */
export function DirectionDetails({ direction, titleId }: Props) {
  const { origin, target, isExact, groups, rows } = direction
  const count = sumGroups(groups)
  return (
    <div class="details">
      <h2 id={titleId} class="details-title">
        {card.direction({ origin: origin.name, target: target.name })}
      </h2>
      <p class="details-when">{rangeWords(slice.value.filter.window)}</p>
      <p>
        {card.directionClaim()} {!isExact && card.directionDistricts()}{' '}
        {!hasLine(direction) && card.noLine({ missing: 'same' })}
      </p>
      <p class="area-count">
        <strong>{reportsWords(count)}</strong>
        {count.possible > 0 && <span class="quiet"> {card.directionPossible()}</span>}
      </p>
      <Groups counts={groups} by="party" />
      <ReportShortList class="area-reports" rows={rows} count={totalOf(count)} />
    </div>
  )
}
