// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { batch } from '@preact/signals'
import { ArrowDown, ArrowUp } from 'lucide'
import { useState } from 'preact/hooks'
import { showPanel, toggleSource } from '../actions'
import { type Direction, type SourceColumn, type SourceRow, sortSources } from '../data/sourceTable'
import { slice, sources } from '../state'
import { Icon } from './Icon'
import { languageName, publishedWords } from './SourceLine'
import { countShort, reportsWords } from './words'

const COLUMNS: readonly { readonly id: SourceColumn; readonly label: string }[] = [
  { id: 'publisher', label: 'Publisher' },
  { id: 'title', label: 'Title' },
  { id: 'published', label: 'Date' },
  { id: 'language', label: 'Language' },
  { id: 'reports', label: 'Reports' },
]
/** More rows make each change of the slice slow to draw; the reader can ask for them. */
const FIRST_ROWS = 100

/** Every page that the slice cites; a click on its number shows the reports that cite it. */
export function SourceTable({ rows }: { readonly rows: readonly SourceRow[] }) {
  const [order, setOrder] = useState<{ column: SourceColumn; direction: Direction }>({
    column: 'reports',
    direction: 'descending',
  })
  const [all, setAll] = useState(false)
  const sorted = sortSources(rows, order.column, order.direction)
  // A chosen source stays in sight wherever it stands in the order.
  const shown = sorted.filter(
    ({ source }, index) => all || index < FIRST_ROWS || sources.value.has(source.id),
  )
  return (
    <section class="view-part" aria-labelledby="pages-title">
      <h2 id="pages-title">Pages ({rows.length})</h2>
      <p class="quiet">
        {sources.value.size === 0 ? (
          'Press a number to see the reports that cite the page.'
        ) : (
          <>
            {reportsWords(slice.value.count)} shown.{' '}
            <button type="button" class="link-button" onClick={() => showPanel('reports')}>
              Read them
            </button>
            {' · '}
            <button type="button" class="link-button" onClick={showAllSources}>
              Show all again
            </button>
          </>
        )}
      </p>
      <table class="source-table" role="table" aria-labelledby="pages-title">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map(({ id, label }) => (
              <Head
                key={id}
                label={label}
                sorted={order.column === id ? order.direction : null}
                onSort={() => setOrder(nextOrder(order, id))}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <Row key={row.source.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > FIRST_ROWS && (
        <button type="button" class="link-button" onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST_ROWS}` : `Show all ${rows.length} pages`}
        </button>
      )}
    </section>
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

function Row({ row: { source, reports, denials } }: { readonly row: SourceRow }) {
  const pressed = sources.value.has(source.id)
  const denied = denials.certain + denials.possible
  return (
    <tr role="row">
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
        {source.language === '' ? 'language not on file' : languageName(source.language)}
        {denied > 0 && <span class="tag">carries a denial</span>}
      </td>
      <td role="cell" class="source-count">
        {reports.certain + reports.possible > 0 || pressed ? (
          <button
            type="button"
            aria-pressed={pressed}
            aria-label={`${reportsWords(reports)} citing ${source.publisher}, ${source.title || 'page without a headline on file'}`}
            onClick={() => toggleSource(source.id)}
          >
            {countShort(reports)}
          </button>
        ) : (
          'denial only'
        )}
      </td>
    </tr>
  )
}

function Title({ of: { title, url, language } }: { readonly of: SourceRow['source'] }) {
  const words =
    title === '' ? (
      <span class="quiet">page without a headline on file</span>
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

/** A chosen page need not be in the table: nothing in these dates may cite it. */
function showAllSources(): void {
  batch(() => {
    for (const id of sources.value) toggleSource(id)
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
