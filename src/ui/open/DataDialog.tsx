import { useSignal, useSignalEffect } from '@preact/signals'
import { setOpening, showDialog } from '../../app/actions'
import { dialog, opening } from '../../app/state'
import { lead } from '../../messages/lead'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadContents = () => import('./DataContents').then((module) => module.DataContents)

/**
 * "Your data": a dialog for the user's own files. Closing it does not stop reading: it opens again
 * by itself when there is a question or a problem.
 */
export function DataDialog() {
  const isReadingBehind = useSignal(false)
  useSignalEffect(() => {
    if (opening.value?.kind !== 'working') isReadingBehind.value = false
  })
  if (dialog.value !== 'data' && (opening.value === null || isReadingBehind.value)) return null
  return (
    <Dialog
      title={lead.yourData()}
      kind="data-dialog"
      onClose={() => {
        showDialog(null)
        if (opening.value?.kind === 'working') isReadingBehind.value = true
        else setOpening(null)
      }}
    >
      <LazyPart load={loadContents} />
    </Dialog>
  )
}
