// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { useMemo } from 'preact/hooks'
import { views } from '../../messages/compiled/views'
import { formatNumber } from '../../messages/intl'
import { totalOf } from '../../query/classes'
import type { PublisherRow } from '../../query/sourceTable'
import type { RowPlace } from '../shared/virtualRows'
import { countShort } from '../shared/words'
import { LongTable } from './LongTable'

const COLUMNS = ['publisher', 'pages', 'reports'] as const

/** Who published the pages: how many of them, and in how many reports; most reports first. */
export function Publishers({ rows }: { readonly rows: readonly PublisherRow[] }) {
  const names = useMemo(() => rows.map(({ publisher }) => publisher), [rows])
  const most = Math.max(1, ...rows.slice(0, 1).map(({ reports }) => totalOf(reports)))
  const rowAt = (index: number, place?: RowPlace) => {
    const row = rows[index]
    if (!row) return null
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
      <LongTable
        class="publishers"
        titleId="publishers-title"
        head={COLUMNS.map((column) => (
          <th key={column} scope="col" role="columnheader">
            {views.column({ column })}
          </th>
        ))}
        keys={names}
        first={8}
        showAll={views.showAllPublishers({ n: rows.length })}
        estimate={31}
      >
        {rowAt}
      </LongTable>
    </section>
  )
}
