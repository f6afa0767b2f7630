import { folder, listed, slice } from '../../app/state'
import { list } from '../../messages/compiled/list'
import { UnreadReports } from '../folder/UnreadReports'
import { LazyPart } from '../shared/LazyPart'
import { EmptyList } from './EmptyList'
import { moveFocus } from './listKeys'
import { reportAt } from './ReportItem'

/** Of more reports only the visible ones are drawn; the code for that is loaded then. */
const MAX_DRAWN = 1000
const loadVirtual = () => import('./VirtualReportList').then((module) => module.VirtualReportList)

/**
 * The slice as a list, newest first: the same reports in the same order as map and export. One Tab
 * stop, arrows inside.
 */
export function ReportList() {
  const { rows } = listed.value
  return (
    <section class="reports" aria-labelledby="reports-title">
      <h2 id="reports-title" class="visually-hidden">
        {list.heading()}
      </h2>
      {folder.value && <UnreadReports />}
      {slice.value.rows.length === 0 && <EmptyList />}
      {rows.length > MAX_DRAWN ? (
        <LazyPart load={loadVirtual} />
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
        <ul aria-label={list.heading()} role="list" onKeyDown={moveFocus}>
          {Array.from(rows, (_, index) => reportAt(index))}
        </ul>
      )}
    </section>
  )
}
