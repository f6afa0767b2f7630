import { cancelOpening } from '../../app/openFile'
import type { Progress } from '../../open/importReports'
import { grouped } from '../shared/words'
import { bytesWords } from './bytesWords'

interface Props {
  readonly names: string
  readonly progress: Progress | null
}

/** How far the reading has come, and the way to stop it. */
export function Working({ names, progress }: Props) {
  return (
    <section aria-label="Reading">
      <p role="status">Reading {names} …</p>
      <progress
        class="data-progress"
        aria-label={`Reading ${names}`}
        {...(progress && { max: progress.total, value: progress.bytes })}
      />
      <p class="quiet">
        {progress
          ? `${grouped(progress.rows)} rows, ${bytesWords(progress.bytes)} of ${bytesWords(progress.total)}`
          : 'Looking at what it is'}
      </p>
      <p class="data-choose">
        <button type="button" class="tool" onClick={cancelOpening}>
          Cancel
        </button>
      </p>
    </section>
  )
}
