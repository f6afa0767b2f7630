import type { EngineSession } from './session'
import { type Statement, WORK } from './statements'

/** Engines that each have a part of the rows, and the one that adds up what they find. */
export class Shards {
  /** `main` may be the only shard itself. */
  constructor(
    readonly shards: readonly EngineSession[],
    readonly main: EngineSession,
    private readonly onStatement: (title: string) => void,
  ) {}

  get isAlone(): boolean {
    return this.shards.length === 1 && this.shards[0] === this.main
  }

  private get all(): readonly EngineSession[] {
    return this.isAlone ? this.shards : [...this.shards, this.main]
  }

  /** Runs statements on each shard. */
  async onShards(...statements: readonly Statement[]): Promise<void> {
    for (const { title, sql } of statements) {
      this.onStatement(title)
      await Promise.all(this.shards.map((shard) => shard.run(sql)))
    }
  }

  async onMain({ title, sql }: Statement): Promise<void> {
    this.onStatement(title)
    await this.main.run(sql)
  }

  async onAll(sql: string): Promise<void> {
    for (const session of this.all) await session.run(sql)
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
    const query = `SELECT name, type FROM system.columns WHERE database = '${WORK}' AND table = '${table}' ORDER BY position`
    for await (const piece of from.stream(query, 'TabSeparated')) pieces.push(piece)
    const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('')
    const columns = text.trimEnd().replaceAll('\t', ' ').replaceAll('\n', ', ')
    await to.run(`CREATE TABLE ${WORK}.${table} (${columns}) ENGINE = MergeTree ORDER BY tuple()`)
  }

  private copy(from: EngineSession, to: EngineSession, table: string): Promise<void> {
    return to.insert(
      `${WORK}.${table}`,
      from.stream(`SELECT * FROM ${WORK}.${table}`, 'TabSeparated'),
    )
  }
}

/** The database of the main engine where it is one of several shards itself. */
const SUMS = 'contactline_sums'

/** The same engine with tables in another database. */
export function inOwnDatabase(session: EngineSession): EngineSession {
  const moved = (sql: string) => sql.replaceAll(WORK, SUMS)
  return {
    ...session,
    run: (sql) => session.run(moved(sql)),
    stream: (sql, format) => session.stream(moved(sql), format),
    insert: (table, rows) => session.insert(moved(table), rows),
    close: async () => {},
  }
}
