import { useEffect, useState } from 'preact/hooks'
import { showPane } from '../../app/actions'
import { changeColumns, rowReporter } from '../../app/openFile'
import { parts } from '../../app/state'
import type { Part } from '../../files/shownFile'
import { issueText } from '../../issues/issueText'
import { open } from '../../messages/compiled/open'
import type { OpenedFile } from '../../open/buildReading'
import type { Outcome } from '../../open/importReports'
import type { RowReporter } from '../../open/rowReport'
import { otherWords } from '../../query/groupWords'
import { countUnlocated } from '../../store/dataset'
import { bytesWords } from './bytesWords'
import { ReasonList } from './ReasonList'
import { ReportRows } from './ReportRows'
import { saveRefused, saveReport } from './reportDownloads'

const CHOICES: readonly Outcome[] = ['refused', 'noted', 'accepted']

/** Words of the file without a term of their own, a sentence for each column. */
function findOtherWords({ vocabulary }: OpenedFile): string[] {
  const { parties = [], accused = [], kinds = [] } = vocabulary ?? {}
  return [...parties, ...accused, ...kinds].map(otherWords).filter(Boolean)
}

/** Outcomes of the rows of the open file: counts, reasons and the rows, which can be saved. */
export function FileReport({ part }: { readonly part: Part }) {
  return part.opened && <OpenedFileReport part={part} opened={part.opened} />
}

interface Props {
  readonly part: Part
  readonly opened: NonNullable<Part['opened']>
}

function OpenedFileReport({ part, opened: { report, file: given } }: Props) {
  const { file, imported } = report
  const { columns } = imported
  const unlocated = countUnlocated(columns)
  const { withOutcome } = imported.rows
  const { refused, noted } = withOutcome
  const [outcome, setOutcome] = useState<Outcome>(
    refused.length > 0 ? 'refused' : noted.length > 0 ? 'noted' : 'accepted',
  )
  const [reporter, setReporter] = useState<RowReporter | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    rowReporter(report).then(setReporter, () => setSaid(open.rowsNotRead()))
  }, [report])
  const save = async (run: typeof saveReport) => {
    if (!reporter) return
    setSaid(open.writing())
    setSaid(await run(file, imported.rows, reporter))
  }
  return (
    <section aria-labelledby="report-title">
      <h3 id="report-title">{file.name}</h3>
      {unlocated > columns.length / 2 && (
        <p class="data-failed">{open.mostNotLocated({ n: unlocated, all: columns.length })}</p>
      )}
      <p class="data-choose">
        <button type="button" class="tool" onClick={() => showPane('data', false)}>
          {open.showOnMap()}
        </button>
        {file.mapping && (
          <button type="button" class="tool" onClick={() => void changeColumns(part)}>
            {open.changeColumns()}
          </button>
        )}
      </p>
      <p>
        {open.facts({
          n: imported.rows.start.length,
          numbering: file.table.numbering,
          size: bytesWords(given.bytes),
          encoding: file.table.encoding,
          format: file.format,
        })}
      </p>
      {parts.value.indexOf(part) > 0 && (
        <p class="data-note">{open.idsShown({ prefix: `${part.id}-` })}</p>
      )}
      {file.issues.map((issue, index) => (
        <p key={index} class="data-note">
          {issue.row === null
            ? open.fileIssue({ file: issue.file, issue: issueText(issue) })
            : open.fileRowIssue({
                file: issue.file,
                row: String(issue.row),
                rows: issue.rows ?? 1,
                issue: issueText(issue),
              })}
        </p>
      ))}
      {findOtherWords(file).map((words) => (
        <p key={words} class="data-note">
          {words}
        </p>
      ))}
      <ReasonList reasons={imported.reasons} />
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
