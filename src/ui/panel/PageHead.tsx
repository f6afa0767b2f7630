import { Info } from 'lucide'
import { conflict } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { openAbout } from '../about/openAbout'
import { LeadWords } from '../open/DataLead'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { ThemeSwitch } from './ThemeSwitch'

/** The name of the page; on a phone also what all reports are, in one line over the map. */
export function PageHead({ withLead = false }: { readonly withLead?: boolean }) {
  return (
    <div class="title-row">
      <h1>{conflict.value.shortTitle}</h1>
      {withLead && (
        <p class="lead">
          <LeadWords />
        </p>
      )}
      <LinkButton onClick={openAbout}>
        <Icon of={Info} size={14} />{' '}
        <span class={withLead ? 'visually-hidden' : undefined}>{panel.about()}</span>
      </LinkButton>
      <ThemeSwitch />
    </div>
  )
}
