import { MapPinOff } from 'lucide'
import { slice } from '../../app/state'
import { tools } from '../../messages/tools'
import { NOT_LOCATED } from '../../model/vocabulary'
import { Disclosure } from '../shared/Disclosure'
import { ReportShortList } from '../shared/ReportShortList'
import { countShort } from '../shared/words'

/**
 * The reports of the slice that name no known district: counted and listed next to the map, since
 * no mark can represent them.
 */
export function NotLocated() {
  const { notLocated } = slice.value
  const count = notLocated.certain + notLocated.possible
  if (count === 0) return null
  return (
    <Disclosure
      label={tools.notLocated({ count: countShort(notLocated) })}
      icon={MapPinOff}
      keepLabel
    >
      <p class="tray quiet">{tools.notLocatedWhy()}</p>
      <ReportShortList class="tray" area={NOT_LOCATED} count={count} />
    </Disclosure>
  )
}
