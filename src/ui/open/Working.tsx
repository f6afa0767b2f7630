import { cancelOpening } from '../../app/openFile'
import { open } from '../../messages/compiled/open'
import type { Progress } from '../../open/importReports'
import { bytesWords } from './bytesWords'

interface Props {
  readonly names: string
  readonly progress: Progress | null
}

/** Progress of reading, and a button to stop it. */
export function Working({ names, progress }: Props) {
  return (
    <section aria-label={open.reading()}>
      <p role="status">{open.readingFiles({ names })}</p>
      <progress
        class="data-progress"
        aria-label={open.progressOf({ names })}
        {...(progress && { max: progress.total, value: progress.bytes })}
      />
      <p class="quiet">
        {progress
          ? open.progress({
              rows: progress.rows,
              read: bytesWords(progress.bytes),
              total: bytesWords(progress.total),
            })
          : open.detectingFormat()}
      </p>
      <p class="data-choose">
        <button type="button" class="tool" onClick={cancelOpening}>
          {open.cancel()}
        </button>
      </p>
    </section>
  )
}
