import { RecordReader } from '../../csv/recordReader'
import { memoize } from '../../model/memoize'
import { columnFinder } from '../cells'
import type { Hints, OpenedTable } from '../format'

/**
 * The actors of each event in ACLED's tables with a row for each actor, in the order of their rows.
 * Null for a table of any other layout.
 */
export const readActorRows = memoize((table: OpenedTable): Hints['actorsOf'] => {
  const find = columnFinder(table.header)
  const [id, actor] = [find('event_id_cnty'), find('actor')]
  if (id === -1 || actor === -1 || find('actor_type') === -1) return null
  const actors = new Map<string, string[]>()
  const reader = new RecordReader(table.bytes, table.delimiter, table.headerEnd)
  while (reader.next()) {
    const known = actors.get(reader.cell(id))
    if (known) known.push(reader.cell(actor))
    else actors.set(reader.cell(id), [reader.cell(actor)])
  }
  return (event) => actors.get(event) ?? []
})
