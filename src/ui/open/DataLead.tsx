import { shown } from '../../app/state'
import { dataOpen } from './dataPanel'

const openData = () => {
  dataOpen.value = true
}

/** What the reports on the screen are: the shipped records, or a file of the reader's own. */
export function DataLead() {
  const file = shown.value
  if (!file) {
    return (
      <p class="lead">
        Reported ceasefire violations in and around Karabakh. Every report is a party’s claim.{' '}
        <button type="button" class="link-button" onClick={openData}>
          Open file
        </button>
      </p>
    )
  }
  return (
    <p class="lead lead-own">
      You see your own file <strong>{file.name}</strong>,{' '}
      {file.key === null
        ? 'in memory only'
        : file.key.startsWith('browser:')
          ? 'kept in this browser only'
          : 'from this site'}
      .{' '}
      <button type="button" class="link-button" onClick={openData}>
        Its report, and other files
      </button>
      {' · '}
      <button type="button" class="link-button" onClick={showShippedRecords}>
        Back to the shipped records
      </button>
    </p>
  )
}

async function showShippedRecords(): Promise<void> {
  const { showShipped } = await import('../../app/openFile')
  await showShipped()
}
