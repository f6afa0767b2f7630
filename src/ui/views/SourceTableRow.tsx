// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { toggle } from '../../app/actions'
import { chosen } from '../../app/state'
import { views } from '../../messages/views'
import { totalOf } from '../../query/classes'
import type { SourceRow } from '../../query/sourceTable'
import { languageName, publishedWords } from '../shared/SourceLine'
import type { TableRowPlace } from '../shared/VirtualBody'
import { countShort, reportsWords } from '../shared/words'

interface Props {
  readonly row: SourceRow
  /** In a long table. */
  readonly place?: TableRowPlace
}

/** A page of the table of sources; its number shows the reports that cite it. */
export function SourceTableRow({ row: { source, reports, denials }, place }: Props) {
  const pressed = chosen.value.source.has(source.id)
  return (
    // A page without an address and without reports has nothing else to take the focus.
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
