// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { toggle } from '../../app/actions'
import { chosen } from '../../app/state'
import { views } from '../../messages/views'
import type { SourceRow } from '../../query/sourceTable'
import { languageName, publishedWords } from '../shared/SourceLine'
import type { RowPlace } from '../shared/virtualRows'
import { countShort, reportsWords } from '../shared/words'

interface Props {
  readonly row: SourceRow
  /** Where it stands in a long table, and its number there, the head being 1. */
  readonly place?: RowPlace
  readonly number?: number
}

/** A page of the table of sources; its number shows the reports that cite it. */
export function SourceTableRow({ row: { source, reports, denials }, place, number }: Props) {
  const pressed = chosen.value.source.has(source.id)
  const denied = denials.certain + denials.possible
  return (
    // A page without an address and without reports has nothing else to take the focus.
    <tr role="row" {...place} aria-rowindex={number} tabIndex={place ? -1 : undefined}>
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
        {denied > 0 && <span class="tag">{views.carriesDenial()}</span>}
      </td>
      <td role="cell" class="source-count">
        {reports.certain + reports.possible > 0 || pressed ? (
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
