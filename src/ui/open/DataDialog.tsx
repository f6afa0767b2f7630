import { useSignal, useSignalEffect } from '@preact/signals'
import { setOpening } from '../../app/actions'
import { opening } from '../../app/state'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'
import { dataOpen } from './dataPanel'

const loadContents = () => import('./DataContents').then((module) => module.DataContents)

/**
 * "Your data": a dialog for files of the reader's own. Closing it stops no reading: it comes back by itself when there is
 * something to answer or to tell.
 */
export function DataDialog() {
  const isReadingBehind = useSignal(false)
  useSignalEffect(() => {
    if (opening.value?.kind !== 'working') isReadingBehind.value = false
  })
  if (!dataOpen.value && (opening.value === null || isReadingBehind.value)) return null
  return (
    <Dialog
      title="Your data"
      kind="data-dialog"
      onClose={() => {
        dataOpen.value = false
        if (opening.value?.kind === 'working') isReadingBehind.value = true
        else setOpening(null)
      }}
    >
      <LazyPart load={loadContents} />
    </Dialog>
  )
}
