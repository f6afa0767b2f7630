import type { FileSource, Statement } from './statements'

/** A database engine that speaks ClickHouse's SQL: in this process, or a server. */
export interface EngineSession {
  run(statement: Statement): Promise<void>
  /** The result of a query, as RowBinary if not another format; pieces may end anywhere. */
  stream(query: Statement, format?: EngineFormat): AsyncIterable<Uint8Array>
  /** Adds rows of tab-separated text, in the order of the columns of a table. */
  insert(table: string, rows: AsyncIterable<Uint8Array>): Promise<void>
  /** Adds a file to a table by a statement that reads it `FROM` its source (`fileSource`). */
  load(statement: Statement, path: string): Promise<void>
  fileSource(path: string, structure: string): FileSource
  close(): Promise<void>
}

export type EngineFormat = 'RowBinary' | 'TabSeparated'
