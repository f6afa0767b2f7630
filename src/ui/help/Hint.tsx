import { X } from 'lucide'
import { useState } from 'preact/hooks'
import { embed, selection } from '../../app/state'
import { help } from '../../messages/compiled/help'
import { panel } from '../../messages/compiled/panel'
import { focusPart } from '../panel/SkipLinks'
import { IconButton } from '../shared/IconButton'
import { LinkButton } from '../shared/LinkButton'
import { mapCovered } from '../shared/phone'
import { rich } from '../shared/rich'
import { openHowToRead } from './openHowToRead'
import { remember } from './remember'

const dismissed = remember('hint-dismissed')

/** What to do first, in a line over the map; not for those who follow a link to something. */
export function Hint() {
  const [hasSubject] = useState(selection.peek() !== null)
  if (embed.value || hasSubject || dismissed.is.value) return null
  const dismiss = () => {
    dismissed.set(true)
    focusPart('map')
  }
  return (
    <section
      class="hint"
      aria-label={help.hint()}
      inert={mapCovered.value}
      onKeyDown={({ key }) => {
        if (key === 'Escape') dismiss()
      }}
    >
      <p>
        {rich(help.hintText(), {
          how: (text) => <LinkButton onClick={openHowToRead}>{text}</LinkButton>,
        })}
      </p>
      <IconButton label={panel.dismiss()} icon={X} onClick={dismiss} />
    </section>
  )
}
