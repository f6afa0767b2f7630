import { slice } from '../../app/state'
import { list } from '../../messages/list'
import { RowLimit, useVirtualRows } from '../shared/virtualRows'
import { dayWords } from '../shared/words'
import { dayHeading, dayOfRow, ReportItem, selectedRow } from './ReportItem'

/** px: what most reports take. */
const USUAL_HEIGHT = 140

/** A long slice as a list: the same reports in the same order, of which only the visible ones are drawn. */
export function VirtualReportList() {
  const { rows, certain } = slice.value
  const { body, places, seen } = useVirtualRows<HTMLUListElement>(rows, USUAL_HEIGHT)
  const selected = selectedRow()
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
        {places.map((place) => {
          const index = place['data-row']
          const row = rows[index] ?? -1
          return (
            <li key={row} {...place} aria-setsize={rows.length} aria-posinset={index + 1}>
              <ReportItem
                row={row}
                certain={certain[index] === 1}
                selected={row === selected}
                heading={dayHeading(rows, index)}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}
