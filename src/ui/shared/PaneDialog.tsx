import type { ComponentProps } from 'preact'
import { showPane } from '../../app/actions'
import { panes } from '../../app/state'
import type { Pane } from '../../model/view'
import { Dialog } from './Dialog'
import { LazyPart } from './LazyPart'

interface Props extends ComponentProps<typeof LazyPart> {
  readonly pane: Pane
  readonly title: string
  /** An additional class. */
  readonly kind?: string
}

/** A dialog that Back closes. What is in it is loaded when it is first opened. */
export function PaneDialog({ pane, title, kind, load }: Props) {
  if (!panes.value.includes(pane)) return null
  return (
    <Dialog title={title} kind={kind} onClose={() => showPane(pane, false)}>
      <LazyPart load={load} />
    </Dialog>
  )
}
