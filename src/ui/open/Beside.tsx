import { answerBeside } from '../../app/openFile'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { showBesideRecords } from '../../app/shownParts'
import { folder, withShipped } from '../../app/state'
import { open } from '../../messages/compiled/open'

/** Asks whether a file that was read is shown beside those that are open. */
export function AskBeside({ names }: { readonly names: string }) {
  return (
    <section aria-label={open.openAFile()}>
      <p role="status">{open.askBeside({ names })}</p>
      <p class="data-choose">
        <button type="button" class="tool" onClick={() => void answerBeside(true)}>
          {open.openBeside()}
        </button>{' '}
        <button type="button" class="tool" onClick={() => void answerBeside(false)}>
          {open.openInstead()}
        </button>
      </p>
    </section>
  )
}

/** Shows opened files beside the shipped records, those that are open and those to come. */
export function BesideRecords() {
  // Parts of a published folder are not combined with other datasets.
  if (folder.value) return null
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={withShipped.value}
        onChange={({ currentTarget }) => void showBesideRecords(currentTarget.checked)}
      />
      {open.besideRecords({ title: SHIPPED_CONFLICT.shortTitle })}
    </label>
  )
}
