import { showPane } from '../../app/actions'
import { loadOpenFile } from '../../app/loadOpenFile'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { conflict, missing, parts, shown } from '../../app/state'
import type { ShownFile } from '../../files/shownFile'
import { lead } from '../../messages/compiled/lead'
import { formatList } from '../../messages/intl'
import type { RichText } from '../../messages/tagged'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'

const openData = () => {
  showPane('data', true)
}

/** Which reports are shown: the dataset's records, or the user's own file. */
export function DataLead() {
  const file = shown.value
  if (missing.value !== null) {
    return (
      <p class="lead lead-own">
        <LeadWords /> <LinkButton onClick={openData}>{lead.openFile()}</LinkButton>
        {' · '}
        <BackToRecords />
      </p>
    )
  }
  if (!file) {
    return (
      <p class="lead">
        {lead.records({ subject: conflict.value.subject })} <LeadWords />{' '}
        <LinkButton onClick={openData}>{lead.openFile()}</LinkButton>
      </p>
    )
  }
  return (
    <p class="lead lead-own">
      <LeadWords /> <LinkButton onClick={openData}>{lead.otherFiles()}</LinkButton>
      {' · '}
      <BackToRecords />
    </p>
  )
}

function BackToRecords() {
  return (
    <LinkButton onClick={showShippedRecords}>
      {lead.backToRecords({ title: SHIPPED_CONFLICT.shortTitle })}
    </LinkButton>
  )
}

/** What every record is, or whose file is shown. */
export function LeadWords() {
  const file = shown.value
  if (missing.value !== null) return <>{lead.missing()}</>
  if (!file) return <>{lead.claim()}</>
  return (
    <>
      {rich(parts.value.length > 1 ? several() : ownFile(file), {
        name: (text) => <strong>{text}</strong>,
      })}
    </>
  )
}

function several(): RichText<'name'> {
  return lead.several({ names: formatList(parts.value.map(({ name }) => name)) })
}

function ownFile({ name, key }: ShownFile): RichText<'name'> {
  if (key === null) return lead.fileInMemory({ name })
  return key.startsWith('browser:') ? lead.fileInBrowser({ name }) : lead.fileOfSite({ name })
}

async function showShippedRecords(): Promise<void> {
  const { showShipped } = await loadOpenFile()
  await showShipped()
}
