import { useShippedOutlines } from '../../app/openFile'
import { outlines } from '../../app/state'
import { issueText } from '../../issues/issueText'
import { open } from '../../messages/open'
import { LinkButton } from '../shared/LinkButton'

/** The user's district outlines that reports are joined to, and their issues. */
export function Outlines() {
  const own = outlines.value
  if (!own) return null
  const { file, polygons, issues } = own
  return (
    <section aria-labelledby="outlines-title">
      <h3 id="outlines-title">{open.outlines()}</h3>
      <p>
        {open.joinedTo({ n: polygons.features.length, file: file.name })}{' '}
        <LinkButton onClick={() => void useShippedOutlines()}>{open.useBuiltIn()}</LinkButton>
      </p>
      {issues.map((issue, index) => (
        <p key={index} class="data-note">
          {open.outlineIssue({ row: String(issue.row), issue: issueText(issue) })}
        </p>
      ))}
    </section>
  )
}
