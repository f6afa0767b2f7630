import { showPane } from '../../app/actions'
import { panes } from '../../app/state'
import { exporting } from '../../messages/compiled/exporting'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadForm = () => import('./PictureForm').then((module) => module.PictureForm)

/** A picture of the map to publish: its form is loaded when it is first opened. */
export function PictureDialog() {
  if (!panes.value.includes('picture')) return null
  return (
    <Dialog
      title={exporting.picture()}
      kind="picture-dialog"
      onClose={() => showPane('picture', false)}
    >
      <LazyPart load={loadForm} />
    </Dialog>
  )
}
