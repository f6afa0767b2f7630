import type { Source, SourceId } from '../../types'
import type { InlineSource } from './contract'
import { TextIndex, type TextIndexTables } from './textIndex'

/** The sources that the rows of a file cite, numbered for the columns. */
export interface CitedSources {
  /** Every source that a row of these ids, or with these sources in it, cites and that is on file. */
  ofRow(ids: readonly SourceId[], inline: readonly InlineSource[]): readonly Source[]
  /** -1 when it is not on file. */
  numberOf(id: SourceId): number
}

/** Those of a sources file, in its order. */
export function tableSources(sources: readonly Source[]): CitedSources {
  const byId = new Map(sources.map((source, number) => [source.id, { source, number }]))
  return {
    ofRow: (ids) => ids.flatMap((id) => byId.get(id)?.source ?? []),
    numberOf: (id) => byId.get(id)?.number ?? -1,
  }
}

const ID = /^source-([1-9]\d*)$/

/** Those that stand in the rows themselves: equal ones are one, whose id is made of its number. */
export class InlineSources implements CitedSources {
  constructor(private readonly index: TextIndex) {}

  static from(tables: TextIndexTables): InlineSources {
    return new InlineSources(TextIndex.from(tables))
  }

  get size(): number {
    return this.index.size
  }

  ofRow(_ids: readonly SourceId[], inline: readonly InlineSource[]): Source[] {
    const numbers = new Set<number>()
    return inline.flatMap((source) => {
      const number = this.index.numberOf(keyOf(source))
      if (numbers.has(number)) return []
      numbers.add(number)
      return { ...source, id: `source-${number + 1}` as SourceId }
    })
  }

  numberOf(id: SourceId): number {
    const number = Number(ID.exec(id)?.[1] ?? 0) - 1
    return number < this.size ? number : -1
  }
}

function keyOf({ publisher, title, url, published, language }: InlineSource): string {
  return `${publisher}\n${title}\n${url}\n${published}\n${language}`
}
