import type { ComponentChildren } from 'preact'
import { showPane } from '../../app/actions'
import { timeline } from '../../messages/compiled/timeline'

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
