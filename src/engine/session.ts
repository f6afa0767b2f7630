/** A database engine that speaks ClickHouse's SQL: in this process, or a server. */
export interface EngineSession {
  run(sql: string): Promise<void>
  /** The result of a query in a format of ClickHouse, in pieces that may end anywhere. */
  stream(sql: string, format: EngineFormat): AsyncIterable<Uint8Array>
  /** Adds rows of tab-separated text, in the order of the columns of a table. */
  insert(table: string, rows: AsyncIterable<Uint8Array>): Promise<void>
  /** Adds a file to a table by a statement that reads it `FROM` its source (`fileSource`). */
  load(statement: string, path: string): Promise<void>
  /** Where a statement reads a file from: a table function, and the number of a row in it, from 0. */
  fileSource(path: string, structure: string): { readonly from: string; readonly row: string }
  close(): Promise<void>
}

export type EngineFormat = 'RowBinary' | 'TabSeparated'
