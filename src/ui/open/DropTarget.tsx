import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { lead } from '../../messages/compiled/lead'
import { openFilesOf } from './dataPanel'

/** Opens files that are dropped anywhere on the page, and says so while they are over it. */
export function DropTarget() {
  const over = useSignal(false)
  useEffect(() => {
    const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files')
    addEventListener('dragover', (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      over.value = true
    })
    addEventListener('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) over.value = false
    })
    addEventListener('drop', (event) => {
      over.value = false
      if (!carriesFiles(event)) return
      event.preventDefault()
      void openFilesOf(event.dataTransfer?.files)
    })
  }, [])
  return over.value ? (
    <div class="drop-hint" aria-hidden="true">
      <p>{lead.dropHere()}</p>
    </div>
  ) : null
}
