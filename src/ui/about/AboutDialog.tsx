import { signal } from '@preact/signals'
import { lead } from '../../messages/lead'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const opened = signal(false)
const loadContents = () => import('./AboutContents').then((module) => module.AboutContents)

/** Opens "About the data" from anywhere on the screen. */
export function openAbout(): void {
  opened.value = true
}

/** "About the data": a dialog whose text is loaded when it is first opened. */
export function AboutDialog() {
  if (!opened.value) return null
  return (
    <Dialog
      title={lead.aboutData()}
      onClose={() => {
        opened.value = false
      }}
    >
      <LazyPart load={loadContents} />
    </Dialog>
  )
}
