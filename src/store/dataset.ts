import type { Issue } from '../issues/issue'
import type { Box, Conflict } from '../model/conflict'
import type { DayRange } from '../model/day'
import type { CodedFacetKey } from '../model/facets'
import type { FieldNameOf } from '../model/fields'
import type { AreaId, IncidentId, SourceId } from '../model/ids'
import type { Area, Place } from '../model/place'
import type { Incident } from '../model/report'
import type { Source } from '../model/source'
import { PLACEMENTS } from '../model/vocabulary'
import type { Codes } from './codes'

/** A list whose items may be created on demand. An array is one. */
export interface Listed<T> {
  readonly length: number
  /** Undefined beyond the end. */
  at(index: number): T | undefined
}

/**
 * What slices and counts need of every report, one typed array per field; the same for small and
 * large files. Rows are in display order: latest start first, then latest end, then id. If a row
 * can have several values, those of row r are `index[offset[r] .. offset[r + 1])`.
 */
export interface Columns {
  readonly length: number
  /** Local minutes since 1970-01-01T00:00, both ends included. */
  readonly startMinute: Int32Array
  readonly endMinute: Int32Array
  readonly startDay: Int32Array
  readonly endDay: Int32Array
  /**
   * The values of each coded facet: indices into its list of values (facets.ts). If a report can
   * have several, bit k is set for value k.
   */
  readonly codes: Readonly<Record<CodedFacetKey, Codes>>
  /** Where two of several datasets were compared: what became of each report (Conflict.compared). */
  readonly overlap?: Uint8Array
  /** As the claimant counts them; -1: not stated. */
  readonly counts: Readonly<Record<FieldNameOf<'count'>, Int32Array>>
  /** How many events each row counts; absent where every row is one. */
  readonly events?: Int32Array
  /** Whether a row has coordinates of its own, or says how exact its place is. */
  readonly hasPositions?: boolean
  /** Some rows have words whose codes say less. */
  readonly hasOtherWords?: boolean
  /** 1 if the note says that the figures must not be added up (casualties.ts). */
  readonly notAdded: Uint8Array
  /** Indices into Dataset.areaIds. */
  readonly areaOffset: Int32Array
  readonly areaIndex: Uint16Array
  /** Parallel to areaIndex: 1 where the report is in that area only approximately (Location). */
  readonly areaApproximate: Uint8Array
  /** The cited sources that are on file: indices into Dataset.sourceOrder, each once per row. */
  readonly sourceOffset: Int32Array
  readonly sourceIndex: Int32Array
  /** The same for the source of a denial; -1: none on file. */
  readonly denialSource: Int32Array
  /** The settlements of known position: indices into Dataset.sites, each once per row. */
  readonly siteOffset: Int32Array
  readonly siteIndex: Int32Array
  /** What a report says of the direction of fire: bits of DIRECTION. */
  readonly direction: Uint8Array
  /** The places it names as origins of fire: indices into Dataset.origins, each once per row. */
  readonly originOffset: Int32Array
  readonly originIndex: Int32Array
}

/** `said`: it has words for an origin. `mixed`: several origins and targets, not which for which. */
export const DIRECTION = { said: 1, mixed: 2 } as const

/** The area of a point that is in none: an index past the end of all lists. */
export const NO_AREA = 0xffff

/** The distinct points of named settlements and of rows, which reports are near to or towards. */
export interface Sites {
  readonly length: number
  /** Degrees WGS 84. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** Indices into Dataset.areaIds, or NO_AREA. */
  readonly area: Uint16Array
  /** The settlement's name in the gazetteer or the file, by site; may be empty. */
  readonly names: Listed<string>
  /** They are means of the points in squares of the map, of whose reports nothing else is known. */
  readonly areSquares?: boolean
}

export interface Dataset {
  /** The vocabulary of the codes in `columns`. */
  readonly conflict: Conflict
  readonly incidents: Listed<Incident>
  readonly columns: Columns
  /** The gazetteer that reports were joined to. */
  readonly places: readonly Place[]
  readonly areas: ReadonlyMap<AreaId, Area>
  /** Areas in the order of `Columns.areaIndex`. */
  readonly areaIds: readonly AreaId[]
  readonly sources: Pick<ReadonlyMap<SourceId, Source>, 'get' | 'has' | 'size'>
  /** Sources in the order of `Columns.sourceIndex`. */
  readonly sourceOrder: Listed<Source>
  readonly sourceIndexOf: Pick<ReadonlyMap<SourceId, number>, 'get'>
  readonly sites: Sites
  /** The rows of the gazetteer that reports name as origins of fire. */
  readonly origins: readonly Place[]
  readonly rowOf: Pick<ReadonlyMap<IncidentId, number>, 'get'>
  /**
   * Rows of the other side's reports of the same place and time, earliest first, by the rule in
   * pairing.ts.
   */
  pairsOf(row: number): readonly number[]
  /** Where several datasets are shown together: for each, its rows among all. */
  readonly rowsOf?: readonly Int32Array[]
  /** Of a published folder: 1 for rows that count reports which were not read. */
  readonly unread?: Uint8Array
  /** Of a published folder, whose rows are those of some days: what is known of all. */
  readonly whole?: Whole
  readonly issues: readonly Issue[]
  /** Without points, of another part of the world: the ISO 3166-1 codes of its countries. */
  readonly countries?: readonly string[]
  /** First to last day that any report touches; null without reports. */
  readonly span: DayRange | null
}

interface Whole {
  /** All reports by day and party. */
  readonly overview: Dataset
  /** Those with reports. */
  readonly areas: ReadonlySet<AreaId>
  /** Of their points; null without any. */
  readonly bounds: Box | null
  /** The codes that are not known of unread rows. */
  readonly left: readonly CodedFacetKey[]
}

/** The columns of all reports on file. */
export function columnsOnFile({ columns, whole }: Pick<Dataset, 'columns' | 'whole'>): Columns {
  return whole?.overview.columns ?? columns
}

/** How many reports are not located. */
export function countUnlocated({ codes }: Pick<Columns, 'codes'>): number {
  return codes.placement.filter((code) => PLACEMENTS[code] === 'unlocated').length
}
