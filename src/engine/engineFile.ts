import type { OpenedFile } from '../open/buildReading'
import type { Reading } from '../open/fileRows'
import type { DecidingColumns } from './decidingColumns'
import type { EngineSession } from './session'
import type { FileTable } from './statements'

/** A file that an engine joins. */
export interface EngineFile {
  readonly table: FileTable
  /** Its table has the first rows only. */
  readonly opened: OpenedFile
  /** Where the engine reads it. */
  readonly path: string
  /** The engine that has its rows. */
  readonly session: EngineSession
  /** What decides if its words are those of the conflict. */
  readonly columns: DecidingColumns
}

/** The same once its vocabulary is known. */
export interface ReadFile extends EngineFile {
  readonly reading: Reading
}
