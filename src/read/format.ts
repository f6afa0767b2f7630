import type { FeatureCollection } from 'geojson'
import type { IssueMessage } from '../issues/issue'
import type { IssueCollector } from '../issues/issueCollector'
import type { Conflict, PartyId } from '../model/conflict'
import type { Source } from '../model/source'
import type { RowCells } from './reportRow'

/** Reads a cell of the current row: trimmed, NFC, without a formula guard; empty past the last. */
export type Cell = (column: number) => string

/** A source that is in the row that cites it. */
export type InlineSource = Omit<Source, 'id'>

/** A row of any format in Contactline's own columns; a missing column is empty. */
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

/** What reading the rows of a file needs besides their columns. */
export interface Hints {
  /** Whose parties the actors are mapped to. */
  readonly conflict: Conflict
  /** How a table of no known format is read; null for the others. */
  readonly mapping: Mapping | null
  readonly dateOrder: DateOrder
  /** Whether a name is that of an area in the gazetteer. */
  isArea(name: string): boolean
}

export type FormatId = 'contactline' | 'acled' | 'ucdp' | 'mapped'

/** A table of text in UTF-8 without a byte order mark, with its header. */
export interface OpenedTable {
  readonly bytes: Uint8Array
  /** One character: comma, semicolon, tab or bar. */
  readonly delimiter: string
  readonly header: readonly string[]
  /** The byte offset of the first record after the header, and the number of lines before it. */
  readonly headerEnd: number
  readonly headerLines: number
  /** Whether records are numbered by their lines or, in GeoJSON, by their features. */
  readonly numbering: 'row' | 'feature'
  /** Name of the encoding of the file (WHATWG). */
  readonly encoding: string
  /** Issues of the file as a whole. */
  readonly notes: readonly IssueMessage[]
  /** Issues of rows that are not in their cells, by row number. */
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

/** What a file is, by its content. */
export type Recognised =
  | {
      readonly kind: 'reports'
      readonly format: Exclude<FormatId, 'mapped'>
      readonly table: OpenedTable
      /** The order of numbers in its dates. */
      readonly dateOrder: DateOrder
      /** Those that an export of Contactline includes. */
      readonly sources?: OpenedTable
    }
  | { readonly kind: 'sources'; readonly table: OpenedTable }
  | {
      readonly kind: 'table'
      readonly table: OpenedTable
      readonly guess: Mapping
      /** The first rows, to check the guess by. */
      readonly samples: readonly (readonly string[])[]
    }
  | {
      readonly kind: 'areas'
      readonly collection: FeatureCollection
      readonly notes: readonly IssueMessage[]
    }
