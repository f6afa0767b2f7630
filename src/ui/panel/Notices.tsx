import { RefreshCw, TriangleAlert, X } from 'lucide'
import { dismissNotes } from '../../app/actions'
import { dataset, embed, notes, update } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { formatList } from '../../messages/intl'
import { openAbout } from '../about/openAbout'
import { Icon } from '../shared/Icon'
import { IconButton } from '../shared/IconButton'
import { LinkButton } from '../shared/LinkButton'
import { isStacked } from '../shared/phone'
import { rich } from '../shared/rich'
import { SliceSentence } from './SliceSentence'

/**
 * Over the map: what it shows, and what to know before trusting it, such as broken links, failed
 * files, faulty rows.
 */
export function Notices() {
  const { issues } = dataset.value
  const files = new Set(issues.map((issue) => issue.file))
  return (
    <div class="notices">
      {/* An embedded map has its own line, a phone the folded sheet. */}
      {!embed.value && !isStacked.value && <SliceSentence />}
      {update.value && (
        <div class="notice" role="status">
          <Icon of={RefreshCw} />
          <p>
            {rich(panel.update(), {
              load: (text) => <LinkButton onClick={() => update.value?.()}>{text}</LinkButton>,
            })}
          </p>
        </div>
      )}
      {notes.value.length > 0 && (
        <div class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <div>
            {notes.value.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <IconButton label={panel.dismiss()} icon={X} onClick={dismissNotes} />
        </div>
      )}
      {issues.length > 0 && (
        <div class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <p>
            {rich(panel.problems({ n: issues.length, files: formatList([...files]) }), {
              list: (text) => <LinkButton onClick={openAbout}>{text}</LinkButton>,
            })}
          </p>
        </div>
      )}
    </div>
  )
}
