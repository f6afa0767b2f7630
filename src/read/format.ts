import type { FeatureCollection } from 'geojson'
import type { IssueMessage } from '../issues/issue'
import type { IssueCollector } from '../issues/issueCollector'
import type { Conflict, PartyId } from '../model/conflict'
import type { Source } from '../model/source'
import type { RowCells } from './reportRow'

/** The text of a cell of the row that is being read: trimmed, NFC, without a formula guard; empty past the last. */
export type Cell = (column: number) => string

/** A source that stands in the row that cites it. */
export type InlineSource = Omit<Source, 'id'>

/** A row of any format in Contactline's own columns (incidentCells.ts); a column that is not there is empty. */
export interface TranslatedRow {
  readonly cells: RowCells
  readonly sources: readonly InlineSource[]
}

/** Knows one format's columns and codes (geodata/FORMATS.md). */
export interface Translator {
  /**
   * Null, with an error among the issues, when the row cannot be a report. `number` is what the
   * user calls the row. Dates, coordinates and words of the result are checked later, for all
   * formats alike.
   */
  read(cell: Cell, issues: IssueCollector, number: number): TranslatedRow | null
  /** The column of the file that one of Contactline's columns is read from; empty where none is. */
  columnOf(column: string): string
}

/** What reading the rows of a file takes besides their columns. */
export interface Hints {
  /** Whose parties the actors are mapped to. */
  readonly conflict: Conflict
  /** How a table of no known format is read; null for the others. */
  readonly mapping: Mapping | null
  readonly dateOrder: DateOrder
  /** Whether a name stands for an area of the gazetteer. */
  isArea(name: string): boolean
}

export type FormatId = 'contactline' | 'acled' | 'ucdp' | 'mapped'

/** A table of text in UTF-8 without a byte order mark, with its header. */
export interface OpenedTable {
  readonly bytes: Uint8Array
  /** One character: comma, semicolon, tab or bar. */
  readonly delimiter: string
  readonly header: readonly string[]
  /** Where the first record after the header begins, in bytes and as the lines before it. */
  readonly headerEnd: number
  readonly headerLines: number
  /** Whether a reader finds a record by its line or, in a GeoJSON file, by its place among the features. */
  readonly numbering: 'row' | 'feature'
  /** Name of the encoding of the file (WHATWG). */
  readonly encoding: string
  /** Issues of the file as a whole. */
  readonly notes: readonly IssueMessage[]
  /** Issues of rows that their cells do not show, by their numbers. */
  readonly rowNotes: ReadonlyMap<number, readonly IssueMessage[]>
}

/** What a column of a table of no known format can mean. */
export const MAPPED_FIELDS = [
  'date_start',
  'date_end',
  'time_start',
  'areas',
  'settlements',
  'lon',
  'lat',
  'summary',
  'kind',
  'reported_by',
  'accused_as_worded',
  'killed',
  'wounded',
  'publisher',
  'title',
  'url',
  'published',
  'id',
  'note',
] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** How a table of no known format is read. */
export interface Mapping {
  /** Names of the header. A field without one is empty. */
  readonly columns: Readonly<Partial<Record<MappedField, string>>>
  readonly dateOrder: DateOrder
  readonly decimal: '.' | ','
  /** Who reports, for the whole file. */
  readonly party: PartyId
}

/** What a file turned out to be, by its content. */
export type Recognised =
  | {
      readonly kind: 'reports'
      readonly format: Exclude<FormatId, 'mapped'>
      readonly table: OpenedTable
      /** How its dates in numbers are meant. */
      readonly dateOrder: DateOrder
      /** Those that an export of Contactline carries. */
      readonly sources?: OpenedTable
    }
  | { readonly kind: 'sources'; readonly table: OpenedTable }
  | {
      readonly kind: 'table'
      readonly table: OpenedTable
      readonly guess: Mapping
      /** The first rows, for the reader to judge the guess by. */
      readonly samples: readonly (readonly string[])[]
    }
  | {
      readonly kind: 'areas'
      readonly collection: FeatureCollection
      readonly notes: readonly IssueMessage[]
    }
