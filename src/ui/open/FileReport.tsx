import { useEffect, useState } from 'preact/hooks'
import { rowReporter } from '../../app/openFile'
import { shown } from '../../app/state'
import { open } from '../../messages/open'
import type { Outcome } from '../../open/importReports'
import type { OpenedReport } from '../../open/openFiles'
import type { RowReporter } from '../../open/rowReport'
import { grouped } from '../shared/words'
import { bytesWords } from './bytesWords'
import { ReportRows } from './ReportRows'
import { saveRefused, saveReport } from './reportDownloads'

const CHOICES: readonly Outcome[] = ['refused', 'noted', 'accepted']

/** Outcomes of the rows of the open file: counts, reasons and the rows, which can be saved. */
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
    rowReporter(opened).then(setReporter, () => setSaid(open.rowsNotRead()))
  }, [opened])
  const save = async (run: typeof saveReport) => {
    if (!reporter) return
    setSaid(open.writing())
    setSaid(await run(file, imported.rows, reporter))
  }
  return (
    <section aria-labelledby="report-title">
      <h3 id="report-title">{file.name}</h3>
      <p>
        {open.facts({
          n: imported.rows.start.length,
          numbering: file.table.numbering,
          size: bytesWords(shown.value?.bytes ?? 0),
          encoding: file.table.encoding,
          format: file.format,
        })}
      </p>
      {file.issues.map(({ file: name, row, message }, index) => (
        <p key={index} class="data-note">
          {name}
          {row !== null && `, row ${row}`}: {message}.
        </p>
      ))}
      {imported.reasons.length > 0 && (
        <ul class="data-reasons">
          {imported.reasons.map(({ message, severity, rows: count, first }) => (
            <li key={message} class={severity === 'error' ? 'data-error' : undefined}>
              <strong>{grouped(count)}</strong>
              <span>
                {message} <span class="quiet">{open.firstInRow({ row: String(first) })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <fieldset class="data-outcomes">
        <legend class="visually-hidden">{open.rows()}</legend>
        {CHOICES.map((id) => (
          <button
            key={id}
            type="button"
            class="tool"
            aria-pressed={outcome === id}
            disabled={withOutcome[id].length === 0}
            onClick={() => setOutcome(id)}
          >
            {open.outcome({ outcome: id, n: withOutcome[id].length })}
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
          {open.saveReport()}
        </button>
        {refused.length > 0 && (
          <button type="button" class="tool" onClick={() => save(saveRefused)}>
            {open.saveRefused()}
          </button>
        )}
        <span role="status" class="quiet">
          {said}
        </span>
      </p>
    </section>
  )
}
