import type { ComponentChildren } from 'preact'
import { timeline } from '../../messages/timeline'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'
import { areDatesOpen, closeDates, openDates } from './datesOpen'

const loadForm = () => import('./DatesForm').then((module) => module.DatesForm)

/** The dates of the window, as a button that lets the user enter others. */
export function DatesButton({ children }: { readonly children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="dates-button"
      title={timeline.chooseDates()}
      aria-haspopup="dialog"
      onClick={openDates}
    >
      {children}
    </button>
  )
}

/** Enters or chooses the dates of the window. Its form is loaded when it is first opened. */
export function DatesDialog() {
  if (!areDatesOpen.value) return null
  return (
    <Dialog title={timeline.chooseDates()} kind="dates-dialog" onClose={closeDates}>
      <LazyPart load={loadForm} />
    </Dialog>
  )
}
