// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { useMemo, useState } from 'preact/hooks'
import { choose, showPanel } from '../../app/actions'
import { chosen, slice } from '../../app/state'
import { views } from '../../messages/views'
import { type SourceColumn, type SourceRow, sortSources } from '../../query/sourceTable'
import { LinkButton } from '../shared/LinkButton'
import { type Order, SortHead } from '../shared/SortHead'
import { type TableRowPlace, VirtualBody } from '../shared/VirtualBody'
import { RowLimit } from '../shared/virtualRows'
import { reportsWords } from '../shared/words'
import { SourceTableRow } from './SourceTableRow'

const COLUMNS: readonly SourceColumn[] = ['publisher', 'title', 'published', 'language', 'reports']
/** More rows slow down each change of the slice; a button shows all. */
const FIRST_ROWS = 100
/** Above this number of rows only the visible ones are rendered. */
const MAX_DRAWN = 1000
/** px: what most pages take. */
const USUAL_HEIGHT = 86

/** Every page that the slice cites; a click on its number shows the reports that cite it. */
export function SourceTable({ rows }: { readonly rows: readonly SourceRow[] }) {
  const [order, setOrder] = useState<Order<SourceColumn>>({
    column: 'reports',
    direction: 'descending',
  })
  const [all, setAll] = useState(false)
  const sorted = useMemo(() => sortSources(rows, order.column, order.direction), [rows, order])
  const ids = useMemo(() => sorted.map(({ source }) => source.id), [sorted])
  const isLong = all && sorted.length > MAX_DRAWN
  const rowAt = (index: number, place?: TableRowPlace) => {
    const row = sorted[index]
    return row && <SourceTableRow key={row.source.id} row={row} place={place} />
  }
  return (
    <section class="view-part" aria-labelledby="pages-title">
      <h2 id="pages-title">{views.pages({ n: rows.length })}</h2>
      <p class="quiet">
        {chosen.value.source.size === 0 ? (
          views.pagesHint()
        ) : (
          <>
            {views.shown({ reports: reportsWords(slice.value.count) })}{' '}
            <LinkButton onClick={() => showPanel('reports')}>{views.readThem()}</LinkButton>
            {' · '}
            <LinkButton onClick={() => choose('source', [])}>{views.showAllAgain()}</LinkButton>
          </>
        )}
      </p>
      <table
        class="source-table"
        role="table"
        aria-labelledby="pages-title"
        aria-rowcount={isLong ? sorted.length + 1 : undefined}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={isLong ? 1 : undefined}>
            {COLUMNS.map((column) => (
              <SortHead
                key={column}
                column={column}
                label={views.column({ column })}
                order={order}
                onSort={setOrder}
              />
            ))}
          </tr>
        </thead>
        {isLong ? (
          <VirtualBody keys={ids} estimate={USUAL_HEIGHT}>
            {rowAt}
          </VirtualBody>
        ) : (
          <tbody role="rowgroup">
            {sorted.map(({ source }, index) => {
              // A chosen source stays visible wherever it is in the order.
              const isShown = all || index < FIRST_ROWS || chosen.value.source.has(source.id)
              return isShown && rowAt(index)
            })}
          </tbody>
        )}
      </table>
      {all && <RowLimit count={rows.length} />}
      {rows.length > FIRST_ROWS && (
        <LinkButton onClick={() => setAll(!all)}>
          {all ? views.showFirst({ n: FIRST_ROWS }) : views.showAllPages({ n: rows.length })}
        </LinkButton>
      )}
    </section>
  )
}
