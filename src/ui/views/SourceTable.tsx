// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { useMemo, useState } from 'preact/hooks'
import { choose, showPanel, toggle } from '../../app/actions'
import { chosen, slice } from '../../app/state'
import { views } from '../../messages/compiled/views'
import { totalOf } from '../../query/classes'
import { type SourceColumn, type SourceRow, sortSources } from '../../query/sourceTable'
import { LinkButton } from '../shared/LinkButton'
import { languageName, publishedWords } from '../shared/SourceLine'
import type { RowPlace } from '../shared/virtualRows'
import { countShort, reportsWords } from '../shared/words'
import { LongTable } from './LongTable'
import { type Order, SortHeads } from './SortHeads'

const COLUMNS: readonly SourceColumn[] = ['publisher', 'title', 'published', 'language', 'reports']

/** Every page that the slice cites; a click on its number shows the reports that cite it. */
export function SourceTable({ rows }: { readonly rows: readonly SourceRow[] }) {
  const [order, setOrder] = useState<Order<SourceColumn>>({
    column: 'reports',
    direction: 'descending',
  })
  const sorted = useMemo(() => sortSources(rows, order.column, order.direction), [rows, order])
  const ids = useMemo(() => sorted.map(({ source }) => source.id), [sorted])
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
      <LongTable
        class="source-table"
        titleId="pages-title"
        head={<SortHeads columns={COLUMNS} order={order} onSort={setOrder} />}
        keys={ids}
        first={100}
        showAll={views.showAllPages({ n: rows.length })}
        kept={chosen.value.source}
        estimate={86}
      >
        {(index, place) => {
          const row = sorted[index]
          return row && <Row key={row.source.id} row={row} place={place} />
        }}
      </LongTable>
    </section>
  )
}

function Row({ row, place }: { readonly row: SourceRow; readonly place: RowPlace | undefined }) {
  const { source, reports, denials } = row
  const pressed = chosen.value.source.has(source.id)
  return (
    <tr role="row" {...place}>
      <td role="cell" class="source-publisher">
        {source.publisher}
      </td>
      <td role="cell" class="source-title">
        <Title of={source} />
      </td>
      <td role="cell" class="source-date">
        {publishedWords(source.published)}
      </td>
      <td role="cell" class="source-language">
        {source.language === '' ? views.noLanguage() : languageName(source.language)}
        {totalOf(denials) > 0 && <span class="tag">{views.carriesDenial()}</span>}
      </td>
      <td role="cell" class="source-count">
        {totalOf(reports) > 0 || pressed ? (
          <button
            type="button"
            aria-pressed={pressed}
            aria-label={views.citing({
              reports: reportsWords(reports),
              publisher: source.publisher,
              page: source.title || views.noHeadline(),
            })}
            onClick={() => toggle('source', source.id)}
          >
            {countShort(reports)}
          </button>
        ) : (
          views.denialOnly()
        )}
      </td>
    </tr>
  )
}

function Title({ of: { title, url, language } }: { readonly of: SourceRow['source'] }) {
  const words =
    title === '' ? (
      <span class="quiet">{views.noHeadline()}</span>
    ) : (
      <span lang={language || undefined}>{title}</span>
    )
  if (url === '') return words
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}
