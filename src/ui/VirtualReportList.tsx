import { groupAt } from '../data/grouping'
import { colouring, dataset, selection, slice } from '../state'
import { ReportItem } from './ReportItem'
import { VirtualList } from './VirtualList'

/** px: time and place, who reports, two lines of summary and the sources, or the doubt in place of one. */
const ROW_HEIGHT = 128

/** A long slice as a list: the same reports in the same order, of which only those in sight are read and drawn. */
export function VirtualReportList() {
  const { rows, certain } = slice.value
  const { incidents } = dataset.value
  const chosen = selection.value?.kind === 'incident' ? selection.value.id : null
  return (
    <VirtualList
      label="Reports"
      count={rows.length}
      rowHeight={ROW_HEIGHT}
      row={(index, place) => {
        const row = rows[index] ?? -1
        const incident = incidents.at(row)
        const group = groupAt(dataset.value, row, colouring.value)
        if (!incident || !group) return null
        return (
          <ReportItem
            key={incident.id}
            incident={incident}
            certain={certain[index] === 1}
            selected={incident.id === chosen}
            colouring={colouring.value}
            group={group}
            place={place}
          />
        )
      }}
    />
  )
}
