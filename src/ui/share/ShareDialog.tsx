import { showPane } from '../../app/actions'
import { panes } from '../../app/state'
import { tools } from '../../messages/compiled/tools'
import { Dialog } from '../shared/Dialog'
import { LazyPart } from '../shared/LazyPart'

const loadForm = () => import('./ShareForm').then((module) => module.ShareForm)

/** The link, and the map as a part of another page: its form is loaded when it is first opened. */
export function ShareDialog() {
  if (!panes.value.includes('share')) return null
  return (
    <Dialog title={tools.share()} kind="picture-dialog" onClose={() => showPane('share', false)}>
      <LazyPart load={loadForm} />
    </Dialog>
  )
}
