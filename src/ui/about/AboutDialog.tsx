import { showDialog } from '../../app/actions'
import { dialog } from '../../app/state'
import { lead } from '../../messages/lead'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadContents = () => import('./AboutContents').then((module) => module.AboutContents)

/** Opens "About the data" from anywhere on the screen. */
export function openAbout(): void {
  showDialog('about')
}

/** "About the data": a dialog whose text is loaded when it is first opened. */
export function AboutDialog() {
  if (dialog.value !== 'about') return null
  return (
    <Dialog title={lead.aboutData()} onClose={() => showDialog(null)}>
      <LazyPart load={loadContents} />
    </Dialog>
  )
}
