import { RecordReader } from '../csv/recordReader'
import { IssueCollector } from '../issues/issueCollector'
import { joinIncident, placeIncident } from '../join/joinReports'
import type { Geography } from '../join/locate'
import type { SourceId } from '../model/ids'
import type { Incident, IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { noteOf } from '../read/columns/unreadNote'
import {
  type Cell,
  homeOfRow,
  type InlineSource,
  type OpenedTable,
  type Translator,
} from '../read/format'
import { isInstant } from '../read/periods'
import { parseIncidentRow } from '../read/reportRow'

export interface Reading {
  readonly table: OpenedTable
  readonly translator: Translator
  readonly geography: Geography
  /** Those of a sources file or an export; null where the rows have their own. */
  readonly listed: ReadonlyMap<SourceId, Source> | null
  readonly file: string
}

/** A row that could be read, before it is joined. */
interface ReadRow {
  readonly record: IncidentRecord
  /** The sources that the row itself has, each once. */
  readonly inline: readonly InlineSource[]
}

/** What people call a row of sums below a table. */
const TOTAL =
  /^(?:(?:grand |sub)?totals?|sum|summe|gesamt|итого|всего|cəmi|yekun|toplam|ընդամենը):?$/iu

/** The prefix of the ids that sources in rows get; their numbers follow, from 1. */
const PREFIX = 'source-'

/** The number of a source in rows, from 0, by its id; -1 for any other id. */
export function numberOfSource(id: SourceId): number {
  const number = Number(id.slice(PREFIX.length)) - 1
  return Number.isInteger(number) && number >= 0 && id === sourceId(number) ? number : -1
}

/** Whether a source is one that rows have, and not of a list. */
export function isInline(id: SourceId): boolean {
  return numberOfSource(id) >= 0 || id === sourceId(-1)
}

/** All of a source as one text: equal sources in rows are one. */
export function sourceKey(source: InlineSource): string {
  const { publisher, title, url, published, language } = source
  return [publisher, title, url, published, language].join('\0')
}

export function sourceId(number: number): SourceId {
  return `${PREFIX}${number + 1}` as SourceId
}

function eachOnce(sources: readonly InlineSource[]): readonly InlineSource[] {
  if (sources.length < 2) return sources
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()]
}

/** The records of a file, as RecordReader has them. */
export type RowRecords = Pick<
  RecordReader,
  | ('start' | 'end' | 'line' | 'flawed' | 'cellCount' | 'isBlank')
  | ('next' | 'seek' | 'cell' | 'cells')
>

function recordsOf({ bytes, delimiter, headerEnd, headerLines }: OpenedTable): RowRecords {
  return new RecordReader(bytes, delimiter, headerEnd, headerLines + 1)
}

/** The rows of a file, one after another, or any again by its byte offset; none is kept. */
export class Rows {
  readonly cell: Cell = (column) => this.reader.cell(column)
  /** Counts records without blank lines: in a GeoJSON file, its features. */
  private count = 0
  private readonly blanksCount: boolean
  /** The id of the row that was read last, a rejected one too; empty where it has none. */
  id = ''

  /** `reader` has the records, if not that of the file. */
  constructor(
    private readonly reading: Reading,
    private readonly reader: RowRecords = recordsOf(reading.table),
  ) {
    // A feature without any value still is one.
    this.blanksCount = reading.table.numbering === 'feature'
  }

  /** Goes to the next row that is not blank; false past the last. */
  next(): boolean {
    while (this.reader.next()) {
      if (!this.blanksCount && this.reader.isBlank) continue
      this.count++
      return true
    }
    return false
  }

  seek(start: number, number: number): void {
    this.reader.seek(start, number)
    this.reader.next()
    this.count = number
  }

  /** Reads the row there; null when it is rejected. */
  readAt(start: number, number: number): ReadRow | null {
    this.seek(start, number)
    return this.read(this.collector())
  }

  get start(): number {
    return this.reader.start
  }
  get end(): number {
    return this.reader.end
  }
  /** Its number for the user: its line, or the number of the feature. */
  get number(): number {
    return this.reading.table.numbering === 'row' ? this.reader.line : this.count
  }

  /** The file that the row is from, and its number there. */
  get home() {
    return homeOfRow(this.reading.table, this.reading.file, this.number)
  }

  /** The row's own text, without its line end. */
  text(): string {
    const { bytes } = this.reading.table
    return new TextDecoder().decode(bytes.subarray(this.start, this.end)).replace(/\r?\n$|\r$/, '')
  }

  /** Reads the row; null when it is rejected. Every doubt is an issue. */
  read(issues: IssueCollector): ReadRow | null {
    const { reader, reading } = this
    if (reader.flawed) issues.warning('strayQuote', '')
    const { header, rowNotes } = reading.table
    if (reader.cellCount !== header.length && !this.fits()) {
      const counts = { found: reader.cellCount, expected: header.length }
      issues.warning('cellCount', '', counts)
    }
    if (rowNotes.size > 0) {
      for (const note of rowNotes.get(this.number) ?? []) issues.add('warning', note)
    }
    this.id = ''
    if (this.isTotal()) {
      issues.warning('totalRow', '')
      return null
    }
    const translated = reading.translator.read(this.cell, issues, this.number)
    if (!translated) return null
    this.id = translated.cells.id ?? ''
    const ofRows = reading.listed ? undefined : []
    const { conflict } = reading.geography
    const { dateOrder } = reading.translator
    const record = parseIncidentRow(
      translated.cells,
      this.number,
      conflict,
      issues,
      ofRows,
      dateOrder,
    )
    if (!record) return null
    const note = noteOf(record, translated.cells, issues)
    const inline = eachOnce(translated.sources)
    return { record: note === record.note ? record : { ...record, note }, inline }
  }

  /** Whether the row is a sum of others: its first value says so, and it has no date. */
  private isTotal(): boolean {
    const { reader } = this
    let [first, value] = [0, reader.cell(0)]
    while (value === '' && first < reader.cellCount) value = reader.cell(++first)
    if (!TOTAL.test(value)) return false
    return !reader.cells().some((cell) => isInstant(cell, 'dmy') || isInstant(cell, 'mdy'))
  }

  /** Whether a row of another length lacks no named cell and has no value too many. */
  private fits(): boolean {
    const { reader } = this
    const { header } = this.reading.table
    for (let column = reader.cellCount; column < header.length; column++) {
      if (header[column] !== '') return false
    }
    for (let column = header.length; column < reader.cellCount; column++) {
      if (reader.cell(column) !== '') return false
    }
    return true
  }

  /**
   * Joins what was read to places and sources. `numbers` are those of the sources in the row;
   * without them their ids are unknown, and the record has none.
   */
  join(read: ReadRow, issues: IssueCollector, numbers?: Int32Array): Incident {
    const { geography, listed } = this.reading
    if (listed) return joinIncident(read.record, geography, listed, issues)
    const { record, cited } = this.cite(read, issues, numbers)
    return placeIncident(record, cited, geography, issues)
  }

  /** The record and the sources that are in its row. */
  cite({ record, inline }: ReadRow, issues: IssueCollector, numbers?: Int32Array) {
    if (inline.length === 0) issues.warning('noSource', 'sources')
    const cited = inline.map((source, index) => ({
      id: sourceId(numbers?.[index] ?? -1),
      ...source,
    }))
    const known = numbers ? { ...record, sources: cited.map(({ id }) => id) } : record
    return { record: known, cited }
  }

  collector(): IssueCollector {
    const { file, row } = this.home
    return new IssueCollector(file, row, '', this.reading.translator.columnOf)
  }
}
