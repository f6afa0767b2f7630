import { MapPinOff } from 'lucide'
import { dataset, folder, slice } from '../../app/state'
import { tools } from '../../messages/compiled/tools'
import { NOT_LOCATED } from '../../model/vocabulary'
import { rowsInArea } from '../../query/rowsAtPlace'
import { UnreadReports } from '../folder/UnreadReports'
import { Disclosure } from '../shared/Disclosure'
import { ReportShortList } from '../shared/ReportShortList'
import { countShort } from '../shared/words'

/**
 * The reports of the slice that name no known district: counted and listed next to the map, since
 * no mark can represent them.
 */
export function NotLocated() {
  const { notLocated } = slice.value
  if (notLocated.certain + notLocated.possible === 0) return null
  return (
    <Disclosure
      pane="unlocated"
      label={tools.notLocated({ count: countShort(notLocated) })}
      icon={MapPinOff}
      keepLabel
    >
      <p class="tray quiet">{tools.notLocatedWhy()}</p>
      <List />
    </Disclosure>
  )
}

function List() {
  const { rows } = rowsInArea(dataset.value, slice.value, NOT_LOCATED)
  return (
    <>
      {folder.value && <UnreadReports area={NOT_LOCATED} />}
      <ReportShortList class="tray" area={NOT_LOCATED} rows={rows} />
    </>
  )
}
