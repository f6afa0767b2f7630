import type { FeatureCollection } from 'geojson'
import type { IssueMessage } from '../issues/issue'
import type { IssueCollector } from '../issues/issueCollector'
import type { ColumnLabels, Conflict, PartyId } from '../model/conflict'
import type { ByList, IdentifyWord } from '../model/own/ownVocabulary'
import type { Source } from '../model/source'
import type { DateOrder } from './dates'
import type { RowCells } from './reportRow'

/**
 * The text of a cell of the current row: trimmed, NFC, without a formula guard; empty beyond the
 * last.
 */
export type Cell = (column: number) => string

/** A source given in the row that cites it. */
export type InlineSource = Omit<Source, 'id'>

/** A row of any format in Contactline's own columns (reportCells.ts); a missing column is empty. */
export interface TranslatedRow {
  readonly cells: RowCells
  readonly sources: readonly InlineSource[]
}

/** Knows one format's columns and codes (geodata/FORMATS.md). */
export interface Translator {
  /**
   * Null, with an error among the issues, if the row cannot be a report. `number` is the user's
   * name for the row. Dates, coordinates and words of the result are checked later, for all formats
   * alike.
   */
  read(cell: Cell, issues: IssueCollector, number: number): TranslatedRow | null
  /** The column of the file that one of Contactline's columns is read from; empty if none. */
  columnOf(column: string): string
  /** The order of numbers in its dates, for messages about them; year first without it. */
  readonly dateOrder?: DateOrder
  /** Rows with the id of an earlier one are about the same event, and are read with it. */
  readonly joinsRows?: boolean
  /** Where a file's own vocabulary comes from; without it, only words of the conflict are known. */
  readonly own?: OwnWords
}

/** The words of one row. */
export interface FileWords extends ByList<readonly string[]> {
  readonly weapons: readonly string[]
}

/** The words of a format's rows. */
export interface OwnWords {
  /** They are never those of a conflict. */
  readonly isAlwaysOwn?: boolean
  /** What coded events call their columns, by any row; without them, rows are claims. */
  labelsOf?(cell: Cell): ColumnLabels | null
  /** Several of a row only where the format separates them. */
  wordsOf(cell: Cell): FileWords
  readonly identify: IdentifyWord
}

/** What reading the rows of a file needs besides their columns. */
export interface Hints {
  /** The conflict to whose parties actors are mapped. */
  readonly conflict: Conflict
  /** The same with the file's own vocabulary, if it has one: its words are coded by that. */
  readonly own: Conflict | null
  /** How a table of unknown format is read; null for other formats. */
  readonly mapping: Mapping | null
  readonly dateOrder: DateOrder
  /** The actors of an event by its id, where each has a row of its own (actorRows.ts). */
  readonly actorsOf: ((id: string) => readonly string[]) | null
  /** Whether a name means an area of the gazetteer. */
  isArea(name: string): boolean
  /** Whether a name means a settlement, and not an area first. */
  isSettlement(name: string): boolean
  /** Whether a code is exactly that of an area. */
  isAreaCode(code: string): boolean
}

export type FormatId =
  | 'contactline'
  | 'acled'
  | 'ucdp'
  | 'aggregated'
  | 'viina'
  | 'gdelt'
  | 'gtd'
  | 'mapped'

/** A table of UTF-8 text without a byte order mark, with its header. */
export interface OpenedTable {
  readonly bytes: Uint8Array
  /** One character: comma, semicolon, tab or vertical bar. */
  readonly delimiter: string
  readonly header: readonly string[]
  /** The tag of each column (hxl.ts), where it has any. */
  readonly tags?: readonly string[]
  /** Where the first record after the header begins: byte offset and number of lines before it. */
  readonly headerEnd: number
  readonly headerLines: number
  /**
   * Whether the user finds a record by its line or, in a GeoJSON file, by its index among the
   * features.
   */
  readonly numbering: 'row' | 'feature'
  /** Encoding of the file (WHATWG name). */
  readonly encoding: string
  /** Issues of the file as a whole. */
  readonly notes: readonly IssueMessage[]
  /** Issues of rows that cannot be found from their cells, by row number. */
  readonly rowNotes: ReadonlyMap<number, readonly IssueMessage[]>
  /** The files that its rows are from, in their order; absent for a single one. */
  readonly parts?: readonly TablePart[]
}

/** Rows of a table that are from one file of several. */
export interface TablePart {
  readonly file: string
  /** The number of its first row among all rows, and in the file. */
  readonly first: number
  readonly own: number
}

/** The file and the number in it of a row; `file` is the table's own. */
export function homeOfRow(
  { parts }: Pick<OpenedTable, 'parts'>,
  file: string,
  number: number,
): { readonly file: string; readonly row: number } {
  const part = parts?.findLast(({ first }) => first <= number)
  return part ? { file: part.file, row: number - part.first + part.own } : { file, row: number }
}

/** A table of reports, and how its rows are read. */
export interface ReportsTable {
  readonly table: OpenedTable
  readonly format: FormatId
  readonly mapping: Mapping | null
  readonly dateOrder: DateOrder
}

/** The possible meanings of a column in a table of unknown format. */
export const MAPPED_FIELDS = [
  'date_start',
  'date_end',
  'year',
  'month',
  'day',
  'time_start',
  'place',
  'areas',
  'area_code',
  'settlements',
  'lon',
  'lat',
  'position',
  'summary',
  'kind',
  'weapons',
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

/** The fields whose words are matched to terms of the dataset. */
export const VALUE_FIELDS = ['reported_by', 'accused_as_worded', 'kind', 'weapons'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]
/** The term's id by the word of the file; empty for a word that is kept as it is. */
export type ValueTerms = Readonly<Record<string, string>>

/** How a table of unknown format is read. */
export interface Mapping {
  /** Names in the header. A field without a column is empty. */
  readonly columns: Readonly<Partial<Record<MappedField, string>>>
  readonly dateOrder: DateOrder
  /** Who reports where no word of the file says. */
  readonly party: PartyId
  /** What the user said of words. Any other is matched by its name (valueTerms.ts). */
  readonly values?: Readonly<Partial<Record<ValueField, ValueTerms>>>
}

/** What a file is, by its content. */
export type Recognised =
  | {
      readonly kind: 'reports'
      readonly format: Exclude<FormatId, 'mapped'>
      readonly table: OpenedTable
      /** The order of numbers in its dates. */
      readonly dateOrder: DateOrder
      /** Sources included in a Contactline export. */
      readonly sources?: OpenedTable
    }
  | { readonly kind: 'sources'; readonly table: OpenedTable }
  | { readonly kind: 'table'; readonly table: OpenedTable }
  | {
      readonly kind: 'areas'
      readonly collection: FeatureCollection
      readonly notes: readonly IssueMessage[]
    }
