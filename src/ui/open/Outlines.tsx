import { useShippedOutlines } from '../../app/openFile'
import { outlines } from '../../app/state'
import { issueText } from '../../model/issueText'

/** Which district outlines reports are joined to, and what was found in the reader's own. */
export function Outlines() {
  const own = outlines.value
  if (!own) return null
  const { file, polygons, issues } = own
  return (
    <section aria-labelledby="outlines-title">
      <h3 id="outlines-title">District outlines</h3>
      <p>
        Reports are joined to the {polygons.features.length} districts of {file.name}.{' '}
        <button type="button" class="link-button" onClick={() => void useShippedOutlines()}>
          Use the shipped outlines
        </button>
      </p>
      {issues.map((issue, index) => (
        <p key={index} class="data-note">
          Feature {issue.row} {issueText(issue)}.
        </p>
      ))}
    </section>
  )
}
