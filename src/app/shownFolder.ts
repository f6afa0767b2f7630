import type { FolderFrame } from '../folder/countedDataset'
import type { CountedRows } from '../folder/countedRows'
import type { ReadPart } from '../folder/readPart'
import type { Box } from '../model/conflict'
import type { DayRange } from '../model/day'
import type { PublishedFile } from '../publish/publishedFolder'
import type { Dataset } from '../store/dataset'

/** A published folder and what was read of it. */
export interface ShownFolder {
  readonly frame: FolderFrame
  readonly overview: Dataset
  /** Those with reports. */
  readonly files: readonly PublishedFile[]
  readonly counts: CountedRows
  /** The days whose counts were read. */
  readonly covered: readonly DayRange[]
  /** Those that were shown last. */
  readonly window: DayRange
  readonly read: ReadPart | null
  /** Counts by squares of the map, as far as they were read; null where none were. */
  readonly cells: Dataset | null
  /** Names the query that they answer. */
  readonly cellsOf: string
}

/** What is being read of a folder. */
export interface FolderReading {
  readonly kind: 'counts' | 'reports'
  readonly bytes: number
  /** About how many there are; null where that is not known. */
  readonly total: number | null
}

/** What the map counts by squares: a part of the world, and the zoom of the squares. */
export interface CellsInView {
  readonly box: Box
  readonly level: number
}
