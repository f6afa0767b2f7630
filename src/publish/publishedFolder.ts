import type { Box, Conflict } from '../model/conflict'
import type { CalendarUnit } from '../model/day'
import type { CodedFacetKey } from '../model/facets'
import { PLACEMENTS } from '../model/vocabulary'

/** The file of reports without an area. */
export const NO_AREA_FILE = PLACEMENTS[PLACEMENTS.length - 1] ?? ''

/** A file that was written to a published folder. */
export interface WrittenFile {
  /** From the folder. */
  readonly path: string
  readonly rows: number
  /** First and last local day of its rows, `YYYY-MM-DD`; absent without rows. */
  readonly from?: string
  readonly to?: string
  /** The ids of the areas whose reports it has; absent for a table of all. */
  readonly areas?: readonly string[]
  /** The zooms whose cells it has; absent for another table. */
  readonly zooms?: readonly number[]
  /** Bytes at the end of a Parquet file that describe it. */
  readonly footer?: number
}

/** The same with its contents: an entry of `files` in dataset.json. */
export interface PublishedFile extends WrittenFile {
  readonly bytes: number
  readonly sha256: string
}

/** `published` in dataset.json. */
export interface Published {
  /** Of the layout of the folder. */
  readonly format: 1
  readonly program: string
  /** ISO 8601. */
  readonly generated: string
  /** The engine that joined the reports, if not the program itself. */
  readonly engine?: string
  readonly inputs: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
  }[]
  readonly reports: number
  readonly rejected: number
  readonly repeated: number
  readonly span?: { readonly from: string; readonly to: string }
  readonly bounds?: Box
  /** Without points: the ISO 3166-1 codes of countries among the areas. */
  readonly countries?: readonly string[]
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  /** The coded columns of counts and cells, and those that left them. */
  readonly facets: readonly CodedFacetKey[]
  readonly left: readonly CodedFacetKey[]
  readonly zooms: readonly number[]
  readonly overviewUnit: CalendarUnit
}

/** The dataset.json of a published folder: docs/published-folders.md. */
export interface PublishedConflict extends Conflict {
  readonly published: Published
  readonly files: readonly PublishedFile[]
}
