import type { Issue } from '../../issues/issue'
import { issueText } from '../../issues/issueText'
import { about } from '../../messages/compiled/about'
import { shorten } from '../../messages/message'
import { gatherIssues } from '../../open/reasons'
import { ScrollTable } from '../shared/ScrollTable'

const COLUMNS = ['file', 'row', 'id', 'problem'] as const

/** Every issue found in the data files, with its file and row. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <section aria-labelledby="issues-title">
      <h3 id="issues-title">{about.issues({ n: issues.length })}</h3>
      <ScrollTable
        aria-labelledby="issues-title"
        columns={COLUMNS.map((column) => about.issueColumn({ column }))}
      >
        {gatherIssues(issues).map((issue, index) => (
          <tr key={index}>
            <td>{issue.file}</td>
            <td>{issue.rows ? about.issueRows({ n: issue.rows }) : (issue.row ?? '')}</td>
            <td>{shorten(issue.id)}</td>
            <td>{issueText(issue)}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  )
}
