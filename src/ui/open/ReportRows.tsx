import { useState } from 'preact/hooks'
import { issueText } from '../../issues/issueText'
import { open } from '../../messages/open'
import type { RowReporter } from '../../open/rowReport'
import type { OpenedTable } from '../../read/format'

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
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll" tabIndex={0} aria-label={open.rowsOfFile()}>
        <table>
          <thead>
            <tr>
              <th scope="col">{open.number({ numbering })}</th>
              <th scope="col">{open.id()}</th>
              <th scope="col">{open.found()}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from(shown, (place) => reporter.at(place)).map(({ number, id, issues }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{id}</td>
                <td>
                  {issues.length === 0
                    ? open.nothingFound()
                    : issues.map((issue, index) => <p key={index}>{issueText(issue)}</p>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <p class="data-choose">
          <button
            type="button"
            class="tool"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            {open.previous()}
          </button>
          <span class="quiet" aria-live="polite">
            {open.page({ page: page + 1, pages })}
          </span>
          <button
            type="button"
            class="tool"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            {open.next()}
          </button>
        </p>
      )}
    </>
  )
}
