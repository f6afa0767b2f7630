import { showPane } from '../../app/actions'
import { panes } from '../../app/state'
import { lead } from '../../messages/compiled/lead'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadContents = () => import('./AboutContents').then((module) => module.AboutContents)

/** Opens "About the data" from anywhere on the screen. */
export function openAbout(): void {
  showPane('about', true)
}

/** "About the data": a dialog whose text is loaded when it is first opened. */
export function AboutDialog() {
  if (!panes.value.includes('about')) return null
  return (
    <Dialog title={lead.aboutData()} onClose={() => showPane('about', false)}>
      <LazyPart load={loadContents} />
    </Dialog>
  )
}
