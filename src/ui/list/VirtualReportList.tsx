import { colouring, dataset, selection, slice } from '../../app/state'
import { list } from '../../messages/list'
import { dayOf } from '../../model/interval'
import { groupAt } from '../../query/groups'
import { isPhone } from '../shared/phone'
import { useVirtualRows } from '../shared/virtualRows'
import { dayWords } from '../shared/words'
import { ReportItem } from './ReportItem'

/** px: what most reports take. */
const USUAL_HEIGHT = 140
/** px: the handle of a phone's sheet, which stays at its top. */
const HANDLE_HEIGHT = 44

/** A long slice as a list: the same reports in the same order, of which only those near the sight are read and drawn. */
export function VirtualReportList() {
  const { rows, certain } = slice.value
  const { incidents, columns } = dataset.value
  const covered = isPhone.value ? HANDLE_HEIGHT : 0
  const { body, places, seen } = useVirtualRows<HTMLUListElement>(
    rows.length,
    USUAL_HEIGHT,
    covered,
  )
  const chosen = selection.value?.kind === 'incident' ? selection.value.id : null
  const startOf = (index: number) => columns.startDay[rows[index] ?? -1]
  const inSight = incidents.at(rows[seen] ?? -1)
  return (
    <>
      {/* The day of the reports in sight: its heading in the list may be far above. */}
      <h3 class="day day-held">{inSight && dayWords(dayOf(inSight.interval.start))}</h3>
      <ul
        {...body}
        class="virtual"
        aria-label={list.heading()}
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
        role="list"
      >
        {places.map((place) => {
          const index = place['data-row']
          const row = rows[index] ?? -1
          const incident = incidents.at(row)
          const group = groupAt(dataset.value, row, colouring.value)
          if (!incident || !group) return null
          const heads = startOf(index) !== startOf(index - 1)
          return (
            <li key={row} {...place} aria-setsize={rows.length} aria-posinset={index + 1}>
              <ReportItem
                incident={incident}
                certain={certain[index] === 1}
                selected={incident.id === chosen}
                colouring={colouring.value}
                group={group}
                heading={heads ? dayWords(dayOf(incident.interval.start)) : null}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}
