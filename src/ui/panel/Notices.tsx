import { TriangleAlert, X } from 'lucide'
import { dismissNotes } from '../../app/actions'
import { dataset, notes } from '../../app/state'
import { formatList } from '../../messages/intl'
import { panel } from '../../messages/panel'
import { openAbout } from '../about/AboutDialog'
import { Icon } from '../shared/Icon'
import { rich } from '../shared/rich'

/**
 * What the user should know before trusting the screen: broken links, files that failed, rows with
 * problems.
 */
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
          <button
            type="button"
            class="icon-button"
            aria-label={panel.dismiss()}
            onClick={dismissNotes}
          >
            <Icon of={X} />
          </button>
        </div>
      )}
      {issues.length > 0 && (
        <div class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <p>
            {rich(panel.problems({ n: issues.length, files: formatList([...files]) }), {
              list: (text) => (
                <button type="button" class="link-button" onClick={openAbout}>
                  {text}
                </button>
              ),
            })}
          </p>
        </div>
      )}
    </div>
  )
}
