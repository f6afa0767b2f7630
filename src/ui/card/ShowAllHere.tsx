import { showAllIn } from '../../app/actions'
import { card } from '../../messages/compiled/card'
import type { AreaId } from '../../model/ids'
import { LinkButton } from '../shared/LinkButton'

interface Props {
  /** Reports on file at a place. */
  readonly count: number
  /** The area that they are in; null for a place that is no filter. */
  readonly area: AreaId | null
}

/** Shows what dates and filters hide of a place. */
export function ShowAllHere({ count, area }: Props) {
  return <LinkButton onClick={() => showAllIn(area)}>{card.showAllHere({ n: count })}</LinkButton>
}
