import type { Issue } from '../../issues/issue'
import { issueText } from '../../issues/issueText'

/** Every issue found in the data files, with its file and row. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <section class="issues" aria-labelledby="issues-title">
      <h3 id="issues-title">Problems in the files ({issues.length})</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll" tabIndex={0} aria-labelledby="issues-title">
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Row</th>
              <th scope="col">Id</th>
              <th scope="col">Problem</th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue, index) => (
              <tr key={index}>
                <td>{issue.file}</td>
                <td>{issue.row ?? ''}</td>
                <td>{issue.id}</td>
                <td>{issueText(issue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
