import { useSignal, useSignalEffect } from '@preact/signals'
import { setOpening, showPane } from '../../app/actions'
import { opening, panes } from '../../app/state'
import { lead } from '../../messages/compiled/lead'
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
  const isAsked = opening.value !== null && !isReadingBehind.value
  if (!panes.value.includes('data') && !isAsked) return null
  return (
    <Dialog
      title={lead.yourData()}
      kind="data-dialog"
      onClose={() => {
        showPane('data', false)
        if (opening.value?.kind === 'working') isReadingBehind.value = true
        else setOpening(null)
      }}
    >
      <LazyPart load={loadContents} />
    </Dialog>
  )
}
