import { FolderOpen } from 'lucide'
import { useRef } from 'preact/hooks'
import { Icon } from '../shared/Icon'
import { openFilesOf } from './dataPanel'

/** The way to choose files, with what can be read and where it goes. */
export function Choose() {
  const input = useRef<HTMLInputElement>(null)
  return (
    <section aria-label="Open a file">
      <p>
        Open reports of your own in place of the shipped records, or outlines of districts in place
        of ours: choose the files, or drop them anywhere on this page. A file of sources goes with
        its reports: open both at once.
      </p>
      <p class="data-choose">
        <button type="button" class="tool" onClick={() => input.current?.click()}>
          <Icon of={FolderOpen} /> Choose files…
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to open"
          onChange={(event) => {
            void openFilesOf(event.currentTarget.files)
            // The same file can be chosen again after it was corrected.
            event.currentTarget.value = ''
          }}
        />
      </p>
      <p class="quiet">
        Contactline CSV, ACLED and UCDP GED exports, any other table with a header (CSV, TSV),
        GeoJSON, and gzip of these.{' '}
        <a href="data/FORMATS.md" target="_blank" rel="noopener">
          How each is read
        </a>
        . Files are read in this browser and kept only here. Nothing is uploaded.
      </p>
    </section>
  )
}
