import type { IncidentId, SourceId } from '../model/ids'
import type { Incident } from '../model/report'
import type { Source } from '../model/source'
import type { InlineSource } from '../read/format'
import type { Dataset, Listed } from '../store/dataset'
import { spanOf } from '../store/daysOnFile'
import { findPartners } from '../store/pairing'
import { keepRowIndex } from '../store/rowIndex'
import { buildSites } from '../store/siteBuilder'
import { TextInterner } from '../store/textInterner'
import type { InlineSources } from './citedSources'
import { type Reading, Rows } from './fileRows'
import type { ImportedReports } from './importReports'
import type { OpenedFile } from './openFiles'

/** Reports kept after they were read: what a screen of the list and an open popup show, many times over. */
const MAX_KEPT = 2000

/** The dataset of an opened file: its columns, and its reports read from its bytes when they are asked for. */
export function openedDataset(
  imported: ImportedReports,
  reading: Reading,
  { sources: listed, issues }: OpenedFile,
): Dataset {
  const { columns, pairs, rowOfId, fileRow, rows: file } = imported
  const rows = new Rows(reading)
  const { areas, conflict } = reading.geography
  const readAt = (place: number) => {
    rows.seek(file.start[place] ?? 0, file.number[place] ?? 0)
    return rows.read(rows.collector())
  }
  const incidents = kept(columns.length, (row): Incident | undefined => {
    const read = readAt(fileRow[row] ?? 0)
    return read ? rows.join(read, rows.collector()) : undefined
  })
  const ids = TextInterner.from(imported.ids)
  const sites = buildSites(imported.sites)
  keepRowIndex(columns, imported.index)
  return {
    conflict,
    incidents,
    columns,
    areas,
    areaIds: [...areas.keys()],
    ...(reading.sources.inRows
      ? inlineSources(imported.sourceRow, reading.sources, (place) => readAt(place)?.inline ?? [])
      : listedSources(listed ?? [])),
    sites,
    rowOf: {
      get(id: IncidentId) {
        const row = rowOfId[ids.find(id)]
        return row !== undefined && incidents.at(row)?.id === id ? row : undefined
      },
    },
    pairsOf: (row) => findPartners(columns, pairs, row),
    issues,
    span: spanOf(columns),
  }
}

type SourcesOfDataset = Pick<Dataset, 'sources' | 'sourceOrder' | 'sourceIndexOf'>

function listedSources(sources: readonly Source[]): SourcesOfDataset {
  return {
    sourceOrder: sources,
    sourceIndexOf: new Map(sources.map(({ id }, index) => [id, index])),
    sources: new Map(sources.map((source) => [source.id, source])),
  }
}

/** Sources that stand in rows are read with the first row that has them. */
function inlineSources(
  sourceRow: Int32Array,
  cited: InlineSources,
  inlineAt: (place: number) => readonly InlineSource[],
): SourcesOfDataset {
  const list = kept(sourceRow.length, (number): Source | undefined =>
    cited.ofRow(inlineAt(sourceRow[number] ?? 0)).find(({ id }) => cited.numberOf(id) === number),
  )
  const indexOf = (id: SourceId) => {
    const number = cited.numberOf(id)
    return number === -1 ? undefined : number
  }
  const get = (id: SourceId) => {
    const number = indexOf(id)
    return number === undefined ? undefined : list.at(number)
  }
  return {
    sourceOrder: list,
    sourceIndexOf: { get: indexOf },
    sources: { size: list.length, has: (id) => indexOf(id) !== undefined, get },
  }
}

/** A list whose items are made when they are asked for; those asked for last are kept. */
function kept<T>(length: number, make: (index: number) => T | undefined): Listed<T> {
  const known = new Map<number, T>()
  return {
    length,
    at(index) {
      if (index < 0 || index >= length) return undefined
      const found = known.get(index) ?? make(index)
      if (found === undefined) return undefined
      // The order of a Map is that of insertion: the first is the one asked for longest ago.
      known.delete(index)
      known.set(index, found)
      const [oldest] = known.size > MAX_KEPT ? known.keys() : []
      if (oldest !== undefined) known.delete(oldest)
      return found
    },
  }
}
