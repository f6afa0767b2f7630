import type { IssueCollector } from '../issues/issueCollector'
import { compare } from '../join/listAreas'
import { mayBeExpected, nowhereKnown, Whereabouts } from '../join/whereabouts'
import { copyText } from '../model/memoize'
import type { Area } from '../model/place'
import type { Cell, InlineSource } from '../read/format'
import { pick } from '../store/builders'
import { ColumnBuilder, type Laid } from '../store/columns'
import { findCountries } from './fileCountries'
import { type Reading, Rows, sourceKey } from './fileRows'
import { type IdIndex, indexIds } from './idIndex'
import { type Reason, ReasonCounter } from './reasons'

export const OUTCOMES = ['accepted', 'noted', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Progress {
  readonly bytes: number
  readonly total: number
  readonly rows: number
}

/** The rows of a file in its order, rejected ones too: enough to read any of them again. */
export interface FileRows {
  /** Where each begins, in bytes. */
  readonly start: Uint32Array
  /** Its number for the user (Rows.number). */
  readonly number: Int32Array
  readonly outcome: Uint8Array
  /** The indices of the rows that had each, in the order of the file. */
  readonly withOutcome: Readonly<Record<Outcome, Int32Array>>
  /** Rows with the id of an earlier one: by themselves they are valid. */
  readonly repeated: Int32Array
}

/** A file read and joined, as plain values that a worker can post. */
export interface ImportedReports extends Laid {
  readonly rows: FileRows
  /** For each row of the columns, its index in `rows`. */
  readonly fileRow: Int32Array
  readonly ids: IdIndex
  /** For each source that is in rows, the first row of the columns that has it. */
  readonly sourceRow: Int32Array
  /** No report is in a known area: the file is of another part of the world. */
  readonly isElsewhere: boolean
  /** The areas that only the file names. */
  readonly groups: readonly Area[]
  /** Of a file of another part of the world without points: the codes of its countries. */
  readonly countries: readonly string[]
  readonly reasons: readonly Reason[]
}

const ROWS_BETWEEN_PROGRESS = 2000

/** `onRow` gets the cells of each row as it is read, of rejected ones too. */
export function importReports(
  reading: Reading,
  onProgress: (progress: Progress) => void,
  onRow: (cell: Cell) => void = () => {},
): ImportedReports {
  const rows = new Rows(reading)
  const { conflict, groups } = reading.geography
  const builder = new ColumnBuilder(conflict)
  const whereabouts = new Whereabouts(reading.geography)
  const { listed } = reading
  const listedNumbers = new Map(Array.from(listed?.keys() ?? [], (id, number) => [id, number]))
  const inline = new InlineSources()
  const ids = new Set<string | number>()
  const starts: number[] = []
  const numbers: number[] = []
  const outcomes: Outcome[] = []
  /** Rows with nothing but issues that a file of another part of the world may have. */
  const expected: number[] = []
  const repeated: number[] = []
  const accepted: number[] = []
  const reasons = new ReasonCounter()
  const total = reading.table.bytes.length

  while (rows.next()) {
    const place = starts.length
    starts.push(rows.start)
    numbers.push(rows.number)
    const issues = rows.collector()
    const read = rows.read(issues)
    onRow(rows.cell)
    let isAccepted = false
    const isNew = read !== null && ids.size < ids.add(idKey(read.record.id)).size
    if (read && !isNew) {
      isAccepted = addRepeated(reading, issues)
      // It names areas too: where files are read in parts, ids are compared later.
      if (!isAccepted) rows.join(read, rows.collector())
      repeated.push(place)
    } else if (read) {
      isAccepted = true
      const incident = rows.join(read, issues)
      const { denial_source: denial } = read.record
      whereabouts.add(incident, issues.list)
      builder.add(
        incident,
        listed
          ? incident.citedSources.map(({ id }) => listedNumbers.get(id) ?? -1)
          : read.inline.map((source) => inline.numberOf(source, accepted.length)),
        denial === null ? -1 : (listedNumbers.get(denial) ?? -1),
      )
      accepted.push(place)
    }
    const outcome = !isAccepted ? 'refused' : issues.list.length > 0 ? 'noted' : 'accepted'
    if (outcome === 'noted' && issues.list.every(mayBeExpected)) expected.push(place)
    outcomes.push(outcome)
    reasons.add(issues.list)
    if (place % ROWS_BETWEEN_PROGRESS === 0) onProgress({ bytes: rows.end, total, rows: place })
  }

  onProgress({ bytes: total, total, rows: starts.length })
  if (whereabouts.isMistaken) {
    return importReports({ ...reading, geography: nowhereKnown(conflict) }, onProgress)
  }
  const idOf = Array.from(ids, String)
  const compareIds = (a: number, b: number) => compare(idOf[a] ?? '', idOf[b] ?? '')
  const order = builder.displayOrder(compareIds)
  const rowOf = new Int32Array(order.length)
  order.forEach((index, row) => {
    rowOf[index] = row
  })
  if (whereabouts.isElsewhere) for (const place of expected) outcomes[place] = 'accepted'
  const laid = builder.build(order, [...whereabouts.areas.keys()])
  return {
    ...laid,
    rows: {
      start: Uint32Array.from(starts),
      number: Int32Array.from(numbers),
      outcome: Uint8Array.from(outcomes, (outcome) => OUTCOMES.indexOf(outcome)),
      withOutcome: {
        accepted: findAll(outcomes, 'accepted'),
        noted: findAll(outcomes, 'noted'),
        refused: findAll(outcomes, 'refused'),
      },
      repeated: Int32Array.from(repeated),
    },
    fileRow: pick(accepted, order, Int32Array),
    ids: indexIds(idOf, rowOf),
    sourceRow: Int32Array.from(inline.firstIndex, (index) => rowOf[index] ?? 0),
    isElsewhere: whereabouts.isElsewhere,
    groups: groups.list,
    countries:
      whereabouts.isElsewhere && laid.columns.siteIndex.length === 0
        ? findCountries(
            reading.table,
            groups.list.map(({ name }) => name),
          )
        : [],
    reasons: reasons.all().filter((reason) => !whereabouts.isExpected(reason)),
  }
}

/** A number as one: V8 finds texts slowly among very many that are numbers one after another. */
function idKey(id: string): string | number {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : copyText(id)
}

/** Reports the id of an earlier row. Returns whether the row is accepted as a part of that one. */
export function addRepeated({ translator }: Reading, issues: IssueCollector): boolean {
  if (translator.joinsRows) issues.warning('sameEvent', 'id')
  else issues.error('repeatedId', 'id')
  return translator.joinsRows === true
}

function findAll(outcomes: readonly Outcome[], wanted: Outcome): Int32Array {
  return Int32Array.from(outcomes.flatMap((each, index) => (each === wanted ? index : [])))
}

/** Numbers the sources that are in rows: equal ones are one. */
class InlineSources {
  /** For each source, the index of the first accepted row that has it. */
  readonly firstIndex: number[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(source: InlineSource, index: number): number {
    const key = sourceKey(source)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.firstIndex.push(index)
    this.numbers.set(key, this.numbers.size)
    return this.numbers.size - 1
  }
}
