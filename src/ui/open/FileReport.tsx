import { useEffect, useState } from 'preact/hooks'
import { rowReporter } from '../../app/openFile'
import { shown } from '../../app/state'
import { issueText } from '../../model/issueText'
import type { Outcome } from '../../open/importReports'
import type { OpenedReport } from '../../open/openFiles'
import type { RowReporter } from '../../open/rowReport'
import { grouped } from '../shared/words'
import { bytesWords } from './bytesWords'
import { ReportRows } from './ReportRows'
import { saveRefused, saveReport } from './reportDownloads'

const CHOICES: readonly { readonly id: Outcome; readonly label: string }[] = [
  { id: 'refused', label: 'refused' },
  { id: 'noted', label: 'accepted with a note' },
  { id: 'accepted', label: 'accepted' },
]

/** What became of the rows of the file that is shown: counts, reasons, the rows themselves, and both as files. */
export function FileReport({ opened }: { readonly opened: OpenedReport }) {
  const { file, imported } = opened
  const { withOutcome } = imported.rows
  const { refused, noted } = withOutcome
  const [outcome, setOutcome] = useState<Outcome>(
    refused.length > 0 ? 'refused' : noted.length > 0 ? 'noted' : 'accepted',
  )
  const [reporter, setReporter] = useState<RowReporter | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    rowReporter(opened).then(setReporter, () => setSaid('The rows could not be read again.'))
  }, [opened])
  const rows = file.table.numbering === 'feature' ? 'features' : 'rows'
  const save = async (run: typeof saveReport) => {
    if (!reporter) return
    setSaid('Writing …')
    setSaid(await run(file, imported.rows, reporter))
  }
  return (
    <section aria-labelledby="report-title">
      <h3 id="report-title">{file.name}</h3>
      <p>
        {grouped(imported.rows.start.length)} {rows}, {bytesWords(shown.value?.bytes ?? 0)},{' '}
        {file.table.encoding}, read as {formatWords(file)}.
      </p>
      {file.issues.map((issue, index) => (
        <p key={index} class="data-note">
          {issue.file}
          {issue.row !== null && `, row ${issue.row}`}: {issueText(issue)}.
        </p>
      ))}
      {imported.reasons.length > 0 && (
        <ul class="data-reasons">
          {imported.reasons.map((reason, index) => (
            <li key={index} class={reason.severity === 'error' ? 'data-error' : undefined}>
              <strong>{grouped(reason.rows)}</strong>
              <span>
                {issueText(reason)} <span class="quiet">(first in row {reason.first})</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <fieldset class="data-outcomes">
        <legend class="visually-hidden">Rows</legend>
        {CHOICES.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            class="tool"
            aria-pressed={outcome === id}
            disabled={withOutcome[id].length === 0}
            onClick={() => setOutcome(id)}
          >
            {grouped(withOutcome[id].length)} {label}
          </button>
        ))}
      </fieldset>
      {reporter && (
        <ReportRows
          key={outcome}
          places={withOutcome[outcome]}
          reporter={reporter}
          numbering={file.table.numbering}
        />
      )}
      <p class="data-choose">
        <button type="button" class="tool" onClick={() => save(saveReport)}>
          Save the report (CSV)
        </button>
        {refused.length > 0 && (
          <button type="button" class="tool" onClick={() => save(saveRefused)}>
            Save the refused rows
          </button>
        )}
        <span role="status" class="quiet">
          {said}
        </span>
      </p>
    </section>
  )
}

function formatWords({ format }: OpenedReport['file']): string {
  if (format === 'acled') return 'an ACLED export'
  if (format === 'ucdp') return 'UCDP GED'
  return format === 'contactline' ? 'Contactline reports' : 'a table with the columns you named'
}
