import { TriangleAlert, X } from 'lucide'
import { dismissNotes } from '../../app/actions'
import { dataset, notes } from '../../app/state'
import { openAbout } from '../about/AboutDialog'
import { Icon } from '../shared/Icon'

/** What a reader should know before trusting the screen: broken links, files that failed, rows with problems. */
export function Notices() {
  const { issues } = dataset.value
  const files = new Set(issues.map((issue) => issue.file))
  return (
    <div class="notices">
      {notes.value.length > 0 && (
        <div class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <div>
            {notes.value.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={dismissNotes}>
            <Icon of={X} />
          </button>
        </div>
      )}
      {issues.length > 0 && (
        <div class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <p>
            {issues.length} {issues.length === 1 ? 'problem' : 'problems'} in{' '}
            {[...files].join(', ')}.{' '}
            <button type="button" class="link-button" onClick={openAbout}>
              List them
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
