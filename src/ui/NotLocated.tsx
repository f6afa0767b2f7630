import { MapPinOff } from 'lucide'
import { NOT_LOCATED } from '../data/vocabulary'
import { slice } from '../state'
import { Disclosure } from './Disclosure'
import { ReportShortList } from './ReportShortList'
import { countShort } from './words'

/** The reports of the slice that name no known district: counted beside the map and listed, since no mark can stand for them. */
export function NotLocated() {
  const { notLocated } = slice.value
  const count = notLocated.certain + notLocated.possible
  if (count === 0) return null
  return (
    <Disclosure label={`${countShort(notLocated)} not located`} icon={MapPinOff} keepLabel>
      <p class="tray quiet">
        These reports name no known district. They count, but no mark is drawn.
      </p>
      <ReportShortList class="tray" area={NOT_LOCATED} count={count} />
    </Disclosure>
  )
}
