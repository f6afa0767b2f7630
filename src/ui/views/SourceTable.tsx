// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { batch } from '@preact/signals'
import { ArrowDown, ArrowUp } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import { choose, showPanel } from '../../app/actions'
import { chosen, slice } from '../../app/state'
import { views } from '../../messages/views'
import {
  type Direction,
  type SourceColumn,
  type SourceRow,
  sortSources,
} from '../../query/sourceTable'
import { Icon } from '../shared/Icon'
import { useVirtualRows } from '../shared/virtualRows'
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
  const [order, setOrder] = useState<{ column: SourceColumn; direction: Direction }>({
    column: 'reports',
    direction: 'descending',
  })
  const [all, setAll] = useState(false)
  const sorted = useMemo(() => sortSources(rows, order.column, order.direction), [rows, order])
  const isLong = all && sorted.length > MAX_DRAWN
  return (
    <section class="view-part" aria-labelledby="pages-title">
      <h2 id="pages-title">{views.pages({ n: rows.length })}</h2>
      <p class="quiet">
        {chosen.value.source.size === 0 ? (
          views.pagesHint()
        ) : (
          <>
            {views.shown({ reports: reportsWords(slice.value.count) })}{' '}
            <button type="button" class="link-button" onClick={() => showPanel('reports')}>
              {views.readThem()}
            </button>
            {' · '}
            <button type="button" class="link-button" onClick={showAllSources}>
              {views.showAllAgain()}
            </button>
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
              <Head
                key={column}
                label={views.column({ column })}
                sorted={order.column === column ? order.direction : null}
                onSort={() => setOrder(nextOrder(order, column))}
              />
            ))}
          </tr>
        </thead>
        {isLong ? <LongBody rows={sorted} /> : <Body rows={sorted} all={all} />}
      </table>
      {rows.length > FIRST_ROWS && (
        <button type="button" class="link-button" onClick={() => setAll(!all)}>
          {all ? views.showFirst({ n: FIRST_ROWS }) : views.showAllPages({ n: rows.length })}
        </button>
      )}
    </section>
  )
}

function Body({ rows, all }: { readonly rows: readonly SourceRow[]; readonly all: boolean }) {
  // A chosen source stays in sight wherever it stands in the order.
  const shown = rows.filter(
    ({ source }, index) => all || index < FIRST_ROWS || chosen.value.source.has(source.id),
  )
  return (
    <tbody role="rowgroup">
      {shown.map((row) => (
        <SourceTableRow key={row.source.id} row={row} />
      ))}
    </tbody>
  )
}

function LongBody({ rows }: { readonly rows: readonly SourceRow[] }) {
  const { body, places } = useVirtualRows<HTMLTableSectionElement>(rows.length, USUAL_HEIGHT, 0)
  return (
    <tbody role="rowgroup" class="virtual" {...body}>
      {places.map((place) => {
        const row = rows[place['data-row']]
        if (!row) return null
        const number = place['data-row'] + 2
        return <SourceTableRow key={row.source.id} row={row} place={place} number={number} />
      })}
    </tbody>
  )
}

interface HeadProps {
  readonly label: string
  readonly sorted: Direction | null
  readonly onSort: () => void
}

function Head({ label, sorted, onSort }: HeadProps) {
  return (
    <th scope="col" role="columnheader" aria-sort={sorted ?? undefined}>
      <button type="button" onClick={onSort}>
        {label}
        {sorted && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
      </button>
    </th>
  )
}

/** A chosen page need not be in the table: nothing in these dates may cite it. */
function showAllSources(): void {
  batch(() => {
    choose('source', [])
  })
}

/** The same column turns round; another begins with A, the earliest date or the most reports. */
function nextOrder(
  order: { readonly column: SourceColumn; readonly direction: Direction },
  column: SourceColumn,
): { column: SourceColumn; direction: Direction } {
  if (order.column === column) {
    return { column, direction: order.direction === 'ascending' ? 'descending' : 'ascending' }
  }
  return { column, direction: column === 'reports' ? 'descending' : 'ascending' }
}
