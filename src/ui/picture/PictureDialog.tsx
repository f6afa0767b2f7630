import { showDialog } from '../../app/actions'
import { dialog } from '../../app/state'
import { exporting } from '../../messages/exporting'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadForm = () => import('./PictureForm').then((module) => module.PictureForm)

/** A picture of the map to publish: its form is loaded when it is first opened. */
export function PictureDialog() {
  if (dialog.value !== 'picture') return null
  return (
    <Dialog title={exporting.picture()} kind="picture-dialog" onClose={() => showDialog(null)}>
      <LazyPart load={loadForm} />
    </Dialog>
  )
}
