import { compare } from '../join/joinReports'
import { copied } from '../read/cells'
import { Int32Builder } from '../store/builders'
import { ColumnBuilder, type Laid } from '../store/columns'
import { indexRows, type RowIndex } from '../store/rowIndex'
import { TextInterner, type TextInternerTables } from '../store/textInterner'
import { type Reading, Rows } from './fileRows'
import { type Reason, ReasonCounter } from './reasons'

/** What became of a row. */
export const OUTCOMES = ['accepted', 'noted', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Progress {
  readonly bytes: number
  readonly total: number
  readonly rows: number
}

/** The rows of a file as they came, refused ones too: enough to read any of them again. */
export interface FileRows {
  /** Where each begins, in bytes. */
  readonly start: Uint32Array
  /** What its reader calls it (Rows.number). */
  readonly number: Int32Array
  /** Places in OUTCOMES. */
  readonly outcome: Uint8Array
  /** The places of the rows that had each, in the order of the file. */
  readonly withOutcome: Readonly<Record<Outcome, Int32Array>>
  /** Rows refused for the id of an earlier one: they read well by themselves. */
  readonly repeated: Int32Array
}

/** A file read and joined, in plain values that a worker can hand over. */
export interface ImportedReports extends Laid {
  readonly rows: FileRows
  /** For each row of the columns, its place in `rows`; and the other way round, -1 for the refused. */
  readonly fileRow: Int32Array
  readonly ids: TextInternerTables
  /** For each id, in the order of the ids, the row of the columns. */
  readonly rowOfId: Int32Array
  readonly sources: TextInternerTables
  /** For each source that stands in rows, the first file row that has it. */
  readonly sourceRow: Int32Array
  readonly reasons: readonly Reason[]
  /** What the page would work out of the columns before it shows them. */
  readonly index: RowIndex
}

const ROWS_BETWEEN_PROGRESS = 2000

/**
 * Reads all rows of a table and joins them. `reading.sources` numbers what rows cite as it goes: `numbered` is the
 * index behind it, or an empty one where sources have a table of their own.
 */
export function importReports(
  reading: Reading,
  numbered: TextInterner,
  onProgress: (progress: Progress) => void,
): ImportedReports {
  const rows = new Rows(reading)
  const builder = new ColumnBuilder([...reading.geography.areas.keys()], reading.geography.conflict)
  const ids = new TextInterner()
  const idOf: string[] = []
  const file = {
    start: new Int32Builder(),
    number: new Int32Builder(),
    outcome: new Int32Builder(),
    repeated: new Int32Builder(),
  }
  const withOutcome = {
    accepted: new Int32Builder(),
    noted: new Int32Builder(),
    refused: new Int32Builder(),
  }
  const accepted = new Int32Builder()
  const sourceRow = new Int32Builder()
  const reasons = new ReasonCounter()
  const total = reading.table.bytes.length

  while (rows.next()) {
    const place = file.start.length
    file.start.push(rows.start)
    file.number.push(rows.number)
    const issues = rows.collector()
    const read = rows.read(issues)
    let isAccepted = false
    // A new id gets the next number.
    if (read && ids.numberOf(read.record.id) < idOf.length) {
      issues.error('repeatedId', 'id')
      file.repeated.push(place)
    } else if (read) {
      isAccepted = true
      idOf.push(copied(read.record.id))
      const incident = rows.join(read, issues)
      const { citedSources, record } = incident
      const { denial_source: denialSource } = record
      builder.add(
        incident,
        citedSources.map(({ id }) => reading.sources.numberOf(id)),
        denialSource === null ? -1 : reading.sources.numberOf(denialSource),
      )
      accepted.push(place)
      while (sourceRow.length < numbered.size) sourceRow.push(place)
    }
    const outcome = !isAccepted ? 'refused' : issues.list.length > 0 ? 'noted' : 'accepted'
    file.outcome.push(OUTCOMES.indexOf(outcome))
    withOutcome[outcome].push(place)
    reasons.add(issues.list)
    if (place % ROWS_BETWEEN_PROGRESS === 0) onProgress({ bytes: rows.end, total, rows: place })
  }

  onProgress({ bytes: total, total, rows: file.start.length })
  const order = builder.displayOrder((a, b) => compare(idOf[a] ?? '', idOf[b] ?? ''))
  const rowOfId = new Int32Array(order.length)
  for (let row = 0; row < order.length; row++) rowOfId[order[row] ?? 0] = row
  const laid = builder.build(order)
  return {
    ...laid,
    index: indexRows(laid.columns),
    rows: {
      start: file.start.all(Uint32Array),
      number: file.number.all(Int32Array),
      outcome: file.outcome.all(Uint8Array),
      withOutcome: {
        accepted: withOutcome.accepted.all(Int32Array),
        noted: withOutcome.noted.all(Int32Array),
        refused: withOutcome.refused.all(Int32Array),
      },
      repeated: file.repeated.all(Int32Array),
    },
    fileRow: accepted.picked(order, Int32Array),
    ids: ids.tables,
    rowOfId,
    sources: numbered.tables,
    sourceRow: sourceRow.all(Int32Array),
    reasons: reasons.all(),
  }
}
