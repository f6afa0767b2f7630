import type { ComponentChildren } from 'preact'
import { showPane } from '../../app/actions'
import { panes } from '../../app/state'
import { timeline } from '../../messages/compiled/timeline'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadForm = () => import('./DatesForm').then((module) => module.DatesForm)

/** The dates of the window, as a button that lets the user enter others. */
export function DatesButton({ children }: { readonly children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="dates-button"
      title={timeline.chooseDates()}
      aria-haspopup="dialog"
      onClick={() => showPane('dates', true)}
    >
      {children}
    </button>
  )
}

/** Enters or chooses the dates of the window. Its form is loaded when it is first opened. */
export function DatesDialog() {
  if (!panes.value.includes('dates')) return null
  return (
    <Dialog
      title={timeline.chooseDates()}
      kind="dates-dialog"
      onClose={() => showPane('dates', false)}
    >
      <LazyPart load={loadForm} />
    </Dialog>
  )
}
