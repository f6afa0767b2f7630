import type { SourceId } from '../model/ids'
import type { Source } from '../model/source'
import type { InlineSource } from '../read/format'
import type { Dataset } from '../store/dataset'
import { TextInterner, type TextInternerTables } from '../store/textInterner'

/** The sources that the rows of a file cite, numbered for the columns. */
export type CitedSources = ListedSources | InlineSources

/** Those of a sources file, in its order. */
export class ListedSources {
  readonly inRows = false
  readonly listed: Dataset['sources']
  private readonly numbers: ReadonlyMap<SourceId, number>

  constructor(sources: readonly Source[]) {
    this.listed = new Map(sources.map((source) => [source.id, source]))
    this.numbers = new Map(sources.map(({ id }, number) => [id, number]))
  }

  /** -1 when it is not on file. */
  numberOf(id: SourceId): number {
    return this.numbers.get(id) ?? -1
  }
}

/** Of the ids that sources in rows get; their numbers follow, from 1. */
const PREFIX = 'source-'

/** Those that stand in the rows themselves: equal ones are one, whose id is made of its number. */
export class InlineSources {
  readonly inRows = true

  constructor(private readonly index: TextInterner) {}

  static from(tables: TextInternerTables): InlineSources {
    return new InlineSources(TextInterner.from(tables))
  }

  get size(): number {
    return this.index.size
  }

  /** The sources of a row with their ids, each once; new ones get the next number. */
  ofRow(inline: readonly InlineSource[]): Source[] {
    const sources: Source[] = []
    for (const { publisher, title, url, published, language } of inline) {
      const number = this.index.numberOf(publisher, title, url, published, language)
      const id = `${PREFIX}${number + 1}` as SourceId
      if (sources.some((source) => source.id === id)) continue
      sources.push({ id, publisher, title, url, published, language })
    }
    return sources
  }

  /** -1 when no row has it. */
  numberOf(id: SourceId): number {
    const number = Number(id.slice(PREFIX.length))
    const isOne = Number.isInteger(number) && number >= 1 && number <= this.size
    return isOne && id === `${PREFIX}${number}` ? number - 1 : -1
  }
}
