import type { EngineSession } from './session'
import { type Statement, WORK } from './statements'

/** Engines that each have a part of the rows, and the one that adds up what they find. */
export class Shards {
  /** `main` may be the only shard itself. */
  constructor(
    readonly shards: readonly EngineSession[],
    readonly main: EngineSession,
  ) {}

  get isAlone(): boolean {
    return this.shards.length === 1 && this.shards[0] === this.main
  }

  /** Runs statements on each shard. */
  async onShards(...statements: readonly Statement[]): Promise<void> {
    for (const statement of statements) {
      await Promise.all(this.shards.map((shard) => shard.run(statement)))
    }
  }

  /** Runs a statement on each engine. */
  async onAll(statement: Statement): Promise<void> {
    await this.onShards(statement)
    if (!this.isAlone) await this.main.run(statement)
  }

  /** Gives the main engine the rows that a table has on all shards. */
  async gather(table: string): Promise<void> {
    if (this.isAlone) return
    for (const [at, shard] of this.shards.entries()) {
      if (at === 0) await this.copyTable(shard, this.main, table)
      await this.copy(shard, this.main, table)
    }
  }

  /** Gives each shard a table of the main engine. */
  async spread(table: string): Promise<void> {
    if (this.isAlone) return
    for (const shard of this.shards) {
      await this.copyTable(this.main, shard, table)
      await this.copy(this.main, shard, table)
    }
  }

  private async copyTable(from: EngineSession, to: EngineSession, table: string): Promise<void> {
    const pieces: Uint8Array[] = []
    for await (const piece of from.stream(columnsOfTable(table), 'TabSeparated')) pieces.push(piece)
    const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('')
    await to.run({
      title: `Make a copy of the table ${table}.`,
      sql: `CREATE TABLE ${WORK}.${table} (${text.trimEnd()}) ENGINE = MergeTree ORDER BY tuple()`,
    })
  }

  private copy(from: EngineSession, to: EngineSession, table: string): Promise<void> {
    const rows = { title: `Copy ${table}.`, sql: `SELECT * FROM ${WORK}.${table}` }
    return to.insert(`${WORK}.${table}`, from.stream(rows, 'TabSeparated'))
  }
}

function columnsOfTable(table: string): Statement {
  return {
    title: `List the columns of ${table}.`,
    sql: `SELECT arrayStringConcat(groupArray(concat(name, ' ', type)), ', ') FROM (
  SELECT name, type FROM system.columns
  WHERE database = '${WORK}' AND table = '${table}' ORDER BY position
)`,
  }
}

/** The database of the main engine where it is one of several shards itself. */
const SUMS = 'contactline_sums'

/** The same engine with tables in another database. */
export function inOwnDatabase(session: EngineSession): EngineSession {
  const moved = (text: string) => text.replaceAll(WORK, SUMS)
  const inSums = ({ title, sql }: Statement) => ({ title, sql: moved(sql) })
  return {
    ...session,
    run: (statement) => session.run(inSums(statement)),
    stream: (query, format) => session.stream(inSums(query), format),
    insert: (table, rows) => session.insert(moved(table), rows),
    close: async () => {},
  }
}
