import { FolderOpen } from 'lucide'
import { useRef } from 'preact/hooks'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { open } from '../../messages/open'
import { Icon } from '../shared/Icon'
import { rich } from '../shared/rich'
import { openFilesOf } from './dataPanel'

/** Chooses files; says which can be read and that they stay in this browser. */
export function Choose() {
  const input = useRef<HTMLInputElement>(null)
  return (
    <section aria-label={open.openAFile()}>
      <p>{open.howToOpen({ title: SHIPPED_CONFLICT.shortTitle })}</p>
      <p class="data-choose">
        <button type="button" class="tool" onClick={() => input.current?.click()}>
          <Icon of={FolderOpen} /> {open.chooseFiles()}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={open.filesToOpen()}
          onChange={(event) => {
            void openFilesOf(event.currentTarget.files)
            // Allows choosing the same file again after correcting it.
            event.currentTarget.value = ''
          }}
        />
      </p>
      <p class="quiet">
        {rich(open.formats(), {
          formats: (text) => (
            <a href="data/FORMATS.md" target="_blank" rel="noopener">
              {text}
            </a>
          ),
        })}
      </p>
    </section>
  )
}
