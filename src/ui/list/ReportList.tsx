import { clearFilters, showAllDates, switchAllDatesOn } from '../../app/actions'
import { list } from '../../messages/list'
import type { Slice } from '../../query/slice'
import { LazyPart } from '../shared/LazyPart'
import { dayHeading, ReportItem, selectedRow } from './ReportItem'

interface Props {
  readonly slice: Slice
}

/** Of more reports only the visible ones are drawn; the code for that is loaded then. */
const MAX_DRAWN = 1000
const loadVirtual = () => import('./VirtualReportList').then((module) => module.VirtualReportList)

/** The slice as a list, newest first: the same reports in the same order as map and export. */
export function ReportList({ slice }: Props) {
  return (
    <section class="reports" aria-labelledby="reports-title">
      <h2 id="reports-title" class="visually-hidden">
        {list.heading()}
      </h2>
      {slice.rows.length === 0 && <EmptyList slice={slice} />}
      {slice.rows.length > MAX_DRAWN ? (
        <LazyPart load={loadVirtual} />
      ) : (
        <WholeList slice={slice} />
      )}
    </section>
  )
}

function WholeList({ slice: { rows, certain } }: Props) {
  const selected = selectedRow()
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
    <ul aria-label={list.heading()} role="list">
      {Array.from(rows, (row, index) => (
        <li key={row}>
          <ReportItem
            row={row}
            certain={certain[index] === 1}
            selected={row === selected}
            heading={dayHeading(rows, index)}
          />
        </li>
      ))}
    </ul>
  )
}

function EmptyList({ slice }: Props) {
  const { filter } = slice
  const filtered = Object.values(filter.chosen).some((ids) => ids.size > 0) || filter.query !== ''
  return (
    <div class="empty">
      <p>{list.empty()}</p>
      <p class="empty-actions">
        {filter.off.size > 0 && (
          <button type="button" onClick={switchAllDatesOn}>
            {list.switchAllOn()}
          </button>
        )}
        {filtered && (
          <button type="button" onClick={clearFilters}>
            {list.clearFilters()}
          </button>
        )}
        <button type="button" onClick={showAllDates}>
          {list.showAll()}
        </button>
      </p>
    </div>
  )
}
