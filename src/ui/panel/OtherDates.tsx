import { showAllDates } from '../../app/actions'
import { otherDates } from '../../app/state'
import { panel } from '../../messages/panel'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'

/** Where the slice is empty: how many reports other dates have, and the way to them. */
export function OtherDates() {
  const { count } = otherDates.value ?? { count: 0 }
  if (count === 0) return null
  return (
    <p class="other-dates">
      {rich(panel.otherDates({ count }), {
        all: (text) => <LinkButton onClick={showAllDates}>{text}</LinkButton>,
      })}
    </p>
  )
}
