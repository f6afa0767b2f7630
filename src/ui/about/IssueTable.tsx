import type { Issue } from '../../issues/issue'
import { issueText } from '../../issues/issueText'
import { ScrollTable } from '../shared/ScrollTable'

/** Every issue found in the data files, with its file and row. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <section aria-labelledby="issues-title">
      <h3 id="issues-title">Problems in the files ({issues.length})</h3>
      <ScrollTable aria-labelledby="issues-title" columns={['File', 'Row', 'Id', 'Problem']}>
        {issues.map((issue, index) => (
          <tr key={index}>
            <td>{issue.file}</td>
            <td>{issue.row ?? ''}</td>
            <td>{issue.id}</td>
            <td>{issueText(issue)}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  )
}
