import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { lead } from '../../messages/lead'
import { openFilesOf } from './dataPanel'

/** Opens files that are dropped anywhere on the page, and says so while they are over it. */
export function DropTarget() {
  const over = useSignal(false)
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      over.value = true
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false
    }
    const drop = (event: DragEvent) => {
      over.value = false
      if (!carriesFiles(event)) return
      event.preventDefault()
      void openFilesOf(event.dataTransfer?.files)
    }
    addEventListener('dragover', enter)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [over])
  return over.value ? (
    <div class="drop-hint" aria-hidden="true">
      <p>{lead.dropHere()}</p>
    </div>
  ) : null
}
