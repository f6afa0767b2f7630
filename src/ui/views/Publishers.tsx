// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { useState } from 'preact/hooks'
import { views } from '../../messages/views'
import type { PublisherRow } from '../../query/sourceTable'
import { useVirtualRows } from '../shared/virtualRows'
import { countShort, grouped } from '../shared/words'

const COLUMNS = ['publisher', 'pages', 'reports'] as const
const FIRST_ROWS = 8
/** Above this number of rows only the visible ones are rendered. */
const MAX_DRAWN = 1000
/** px: a name of one line. */
const USUAL_HEIGHT = 31

interface Props {
  /** Those with the most reports first. */
  readonly rows: readonly PublisherRow[]
}

/** Who published the pages: how many of them, and in how many reports. */
export function Publishers({ rows }: Props) {
  const [all, setAll] = useState(false)
  const isLong = all && rows.length > MAX_DRAWN
  return (
    <section class="view-part" aria-labelledby="publishers-title">
      <h2 id="publishers-title">{views.publishers({ n: rows.length })}</h2>
      <table
        class={isLong ? 'publishers publishers-long' : 'publishers'}
        role="table"
        aria-rowcount={isLong ? rows.length + 1 : undefined}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={isLong ? 1 : undefined}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {views.column({ column })}
              </th>
            ))}
          </tr>
        </thead>
        {isLong ? <LongBody rows={rows} /> : <Body rows={all ? rows : rows.slice(0, FIRST_ROWS)} />}
      </table>
      {rows.length > FIRST_ROWS && (
        <button type="button" class="link-button" onClick={() => setAll(!all)}>
          {all ? views.showFirst({ n: FIRST_ROWS }) : views.showAllPublishers({ n: rows.length })}
        </button>
      )}
    </section>
  )
}

function Body({ rows }: Props) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={row.publisher} role="row" style={{ '--share': shareOf(row, rows) }}>
          <Cells row={row} />
        </tr>
      ))}
    </tbody>
  )
}

function LongBody({ rows }: Props) {
  const { body, places } = useVirtualRows<HTMLTableSectionElement>(rows.length, USUAL_HEIGHT, 0)
  return (
    <tbody role="rowgroup" class="virtual" {...body}>
      {places.map((place) => {
        const row = rows[place['data-row']]
        return row ? (
          <tr
            key={row.publisher}
            role="row"
            {...place}
            aria-rowindex={place['data-row'] + 2}
            tabIndex={-1}
            style={{ '--share': shareOf(row, rows), ...place.style }}
          >
            <Cells row={row} />
          </tr>
        ) : null
      })}
    </tbody>
  )
}

function Cells({ row: { publisher, pages, reports } }: { readonly row: PublisherRow }) {
  return (
    <>
      <th scope="row" role="rowheader">
        {publisher}
      </th>
      <td role="cell">{grouped(pages)}</td>
      <td role="cell">{countShort(reports)}</td>
    </>
  )
}

/** Of the longest bar, which is the first. */
function shareOf(row: PublisherRow, rows: readonly PublisherRow[]): string {
  const most = rows[0] ? reportsOf(rows[0]) : 0
  return `${(100 * reportsOf(row)) / Math.max(1, most)}%`
}

function reportsOf({ reports }: PublisherRow): number {
  return reports.certain + reports.possible
}
