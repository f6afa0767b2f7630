import { RecordReader } from '../csv/recordReader'
import { IssueCollector } from '../issues/issueCollector'
import { joinIncident, placeIncident } from '../join/joinReports'
import type { Geography } from '../join/locate'
import type { Incident, IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import type { Cell, InlineSource, OpenedTable, Translator } from '../read/format'
import { parseIncidentRow } from '../read/reportRow'
import type { CitedSources } from './citedSources'

/** What reading the rows of a file takes. */
export interface Reading {
  readonly table: OpenedTable
  readonly translator: Translator
  readonly geography: Geography
  readonly sources: CitedSources
  /** The file's name, for messages. */
  readonly file: string
}

/** A row that could be read, before it is joined. */
interface ReadRow {
  readonly record: IncidentRecord
  /** The sources that the row itself has. */
  readonly cited: readonly Source[]
  readonly inline: readonly InlineSource[]
}

/** The rows of a file, one after another or, where their place is known, any again: none is kept. */
export class Rows {
  private readonly reader: RecordReader
  private readonly cell: Cell = (column) => this.reader.cell(column)
  /** Counts records, blank lines left out: for a GeoJSON file, its features. */
  private count = 0
  private readonly blanksCount: boolean
  /** The id of the row that was read last, of a refused one too; empty where it has none. */
  id = ''

  constructor(private readonly reading: Reading) {
    const { bytes, delimiter, headerEnd, headerLines, numbering } = reading.table
    // A feature without anything is one all the same.
    this.blanksCount = numbering === 'feature'
    this.reader = new RecordReader(bytes, delimiter, headerEnd, headerLines + 1)
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

  /** Goes to the row at a place that `start` and `number` gave. */
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

  /** Where the row begins, in bytes. */
  get start(): number {
    return this.reader.start
  }
  /** Where it ends. */
  get end(): number {
    return this.reader.end
  }
  /** What the reader of the file calls it: its line, or its place among the features. */
  get number(): number {
    return this.reading.table.numbering === 'row' ? this.reader.line : this.count
  }

  /** The row's own text, without its line end. */
  text(): string {
    const { bytes } = this.reading.table
    return new TextDecoder().decode(bytes.subarray(this.start, this.end)).replace(/[\r\n]+$/, '')
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
    const translated = reading.translator.read(this.cell, issues, this.number)
    if (!translated) return null
    this.id = translated.cells.id ?? ''
    const { geography, sources } = reading
    const cited = sources.inRows ? sources.ofRow(translated.sources) : []
    const ids = sources.inRows ? cited.map(({ id }) => id) : undefined
    const { conflict } = geography
    const record = parseIncidentRow(translated.cells, this.number, conflict, issues, ids)
    return record && { record, cited, inline: translated.sources }
  }

  /** Whether a row of another length than the header lacks nothing that has a name, and has nothing beside it. */
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

  /** Joins what was read to places and sources. */
  join({ record, cited }: ReadRow, issues: IssueCollector): Incident {
    const { geography, sources } = this.reading
    if (sources.inRows) {
      if (cited.length === 0) issues.warning('noSource', 'sources')
      return placeIncident(record, cited, geography, issues)
    }
    return joinIncident(record, geography, sources.listed, issues)
  }

  /** For the issues of the row. */
  collector(): IssueCollector {
    const { file, translator } = this.reading
    return new IssueCollector(file, this.number, '', translator.columnOf)
  }
}
