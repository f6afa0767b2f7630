import type { CodedFacetKey } from '../model/facets'
import type { IncidentId } from '../model/ids'
import { combineColumns } from '../store/combined/combineColumns'
import { mergeRows } from '../store/combined/mergeRows'
import type { Dataset } from '../store/dataset'
import { countedDataset, type FolderFrame } from './countedDataset'
import type { CountedRows } from './countedRows'
import type { ReadPart } from './readPart'
import { withoutRead } from './withoutRead'

const SAME = { parties: new Map(), accused: new Map(), kinds: new Map() }

/**
 * Counts and those of the counted reports that were read, as one dataset: each report is in it once.
 * Rows of counts have no reports (`Dataset.unread`). `left` are the columns of codes that the counts
 * do not have.
 */
export function mixDataset(
  frame: FolderFrame,
  counts: CountedRows,
  read: ReadPart | null,
  left: readonly CodedFacetKey[],
): Dataset {
  if (!read) {
    const dataset = countedDataset(counts, frame)
    return { ...dataset, unread: new Uint8Array(counts.length).fill(1) }
  }
  const rest = countedDataset(withoutRead(counts, read.rows, left), frame)
  const own = read.dataset
  const parts = [own, rest].map((dataset) => ({ id: '', name: '', dataset }))
  const order = mergeRows(parts.map(({ dataset }) => dataset.columns))
  const combined = combineColumns(parts, order, frame.conflict, [SAME, SAME], [0, own.sources.size])
  const { columns, sites, origins } = combined
  const rowsOf = new Int32Array(own.columns.length)
  order.part.forEach((part, row) => {
    if (part === 0) rowsOf[order.row[row] ?? 0] = row
  })
  const ownRow = (row: number) => (order.part[row] === 0 ? (order.row[row] ?? -1) : -1)
  return {
    ...own,
    conflict: frame.conflict,
    areas: combined.areas,
    areaIds: [...combined.areas.keys()],
    columns: {
      ...columns,
      codes: { ...columns.codes, dataset: new Uint8Array(columns.length) },
    },
    sites,
    origins,
    incidents: { length: columns.length, at: (row) => own.incidents.at(ownRow(row)) },
    rowOf: {
      get(id: IncidentId) {
        const row = own.rowOf.get(id)
        return row === undefined ? undefined : rowsOf[row]
      },
    },
    pairsOf(row) {
      const known = ownRow(row)
      return known < 0 ? [] : own.pairsOf(known).flatMap((pair) => rowsOf[pair] ?? [])
    },
    span: frame.span,
    unread: Uint8Array.from(order.part),
  }
}
