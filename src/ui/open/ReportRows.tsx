import { useState } from 'preact/hooks'
import { issueText } from '../../issues/issueText'
import { open } from '../../messages/compiled/open'
import { shorten } from '../../messages/message'
import type { RowReporter } from '../../open/rowReport'
import type { OpenedTable } from '../../read/format'
import { ScrollTable } from '../shared/ScrollTable'

const PAGE = 50

interface Props {
  /** Of the rows, in the order of the file. */
  readonly places: Int32Array
  readonly reporter: RowReporter
  readonly numbering: OpenedTable['numbering']
}

/** Rows of a file with their issues, a page at a time: only the rows of the page are read again. */
export function ReportRows({ places, reporter, numbering }: Props) {
  const [page, setPage] = useState(0)
  const pages = Math.ceil(places.length / PAGE)
  const shown = places.subarray(page * PAGE, (page + 1) * PAGE)
  if (places.length === 0) return null
  const pageButton = (label: string, to: number) => (
    <button type="button" class="tool" disabled={to < 0 || to >= pages} onClick={() => setPage(to)}>
      {label}
    </button>
  )
  return (
    <>
      <ScrollTable
        aria-label={open.rowsOfFile()}
        columns={[open.number({ numbering }), open.id(), open.found()]}
      >
        {Array.from(shown, (place) => reporter.at(place)).map(({ part, number, id, issues }) => (
          <tr key={`${part}:${number}`}>
            <td>{part === '' ? number : `${part}: ${number}`}</td>
            <td>{shorten(id)}</td>
            <td>
              {issues.length === 0
                ? open.nothingFound()
                : issues.map((issue, index) => <p key={index}>{issueText(issue)}</p>)}
            </td>
          </tr>
        ))}
      </ScrollTable>
      {pages > 1 && (
        <p class="data-choose">
          {pageButton(open.previous(), page - 1)}
          <span class="quiet" aria-live="polite">
            {open.page({ page: page + 1, pages })}
          </span>
          {pageButton(open.next(), page + 1)}
        </p>
      )}
    </>
  )
}
