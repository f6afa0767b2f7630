// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { useMemo, useState } from 'preact/hooks'
import { formatNumber } from '../../messages/intl'
import { views } from '../../messages/views'
import { totalOf } from '../../query/classes'
import type { PublisherRow } from '../../query/sourceTable'
import { LinkButton } from '../shared/LinkButton'
import { type TableRowPlace, VirtualBody } from '../shared/VirtualBody'
import { RowLimit } from '../shared/virtualRows'
import { countShort } from '../shared/words'

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
  const names = useMemo(() => rows.map(({ publisher }) => publisher), [rows])
  const isLong = all && rows.length > MAX_DRAWN
  const most = Math.max(1, ...rows.slice(0, 1).map(({ reports }) => totalOf(reports)))
  const rowAt = (index: number, place?: TableRowPlace) => {
    const row = rows[index]
    if (!row) return null
    // Of the longest bar, which is the first.
    const share = `${(100 * totalOf(row.reports)) / most}%`
    return (
      <tr key={row.publisher} role="row" {...place} style={{ ...place?.style, '--share': share }}>
        <th scope="row" role="rowheader">
          {row.publisher}
        </th>
        <td role="cell">{formatNumber(row.pages)}</td>
        <td role="cell">{countShort(row.reports)}</td>
      </tr>
    )
  }
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
        {isLong ? (
          <VirtualBody keys={names} estimate={USUAL_HEIGHT}>
            {rowAt}
          </VirtualBody>
        ) : (
          <tbody role="rowgroup">
            {rows.slice(0, all ? undefined : FIRST_ROWS).map((_, index) => rowAt(index))}
          </tbody>
        )}
      </table>
      {all && <RowLimit count={rows.length} />}
      {rows.length > FIRST_ROWS && (
        <LinkButton onClick={() => setAll(!all)}>
          {all ? views.showFirst({ n: FIRST_ROWS }) : views.showAllPublishers({ n: rows.length })}
        </LinkButton>
      )}
    </section>
  )
}
