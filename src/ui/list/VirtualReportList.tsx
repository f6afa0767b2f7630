import { listed } from '../../app/state'
import { list } from '../../messages/compiled/list'
import { RowLimit, useVirtualRows } from '../shared/virtualRows'
import { dayWords } from '../shared/words'
import { stop } from './listKeys'
import { dayOfRow, reportAt } from './ReportItem'

/** px: what most reports take. */
const USUAL_HEIGHT = 140

/** A long slice as a list: the same reports in the same order, of which only the visible ones are drawn. */
export function VirtualReportList() {
  const { rows } = listed.value
  const kept = stop.value
  const { body, places, seen } = useVirtualRows<HTMLUListElement>(rows, USUAL_HEIGHT, { kept })
  const day = dayOfRow(rows[seen])
  return (
    <>
      <RowLimit count={rows.length} />
      {/* The day of the visible reports: its heading in the list may be far above. */}
      <h3 class="day day-held">{day !== null && dayWords(day)}</h3>
      <ul
        {...body}
        class="virtual"
        aria-label={list.heading()}
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
        role="list"
      >
        {places.map((place) => reportAt(place['data-row'], place))}
      </ul>
    </>
  )
}
