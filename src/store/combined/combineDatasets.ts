import type { IncidentId, SourceId } from '../../model/ids'
import type { Incident, IncidentRecord } from '../../model/report'
import type { Source } from '../../model/source'
import type { Dataset } from '../dataset'
import { spanOf } from '../daysOnFile'
import { combineColumns } from './combineColumns'
import { IdSpace } from './idSpace'
import { joinVocabularies, type NamedDataset, type Renamed } from './joinVocabularies'
import { mergeRows } from './mergeRows'

/**
 * Shows several datasets as one, whose rows say which dataset they are from. Reports are never
 * merged, and pairs of two sides stay within their dataset.
 */
export function combineDatasets(parts: readonly NamedDataset[]): Dataset {
  const datasets = parts.map(({ dataset }) => dataset)
  const owners = parts.map(({ id }) => id)
  const { conflict, renamed } = joinVocabularies(parts)
  const order = mergeRows(datasets.map(({ columns }) => columns))
  let sourceCount = 0
  const firstSource = datasets.map(({ sources }) => {
    sourceCount += sources.size
    return sourceCount - sources.size
  })
  const { columns, sites, origins, areas } = combineColumns(
    ...([parts, order, conflict, renamed, firstSource] as const),
  )
  const rowsOf = datasets.map((each) => new Int32Array(each.columns.length))
  order.part.forEach((part, row) => {
    const rows = rowsOf[part]
    if (rows) rows[order.row[row] ?? 0] = row
  })
  const ids = new IdSpace<IncidentId>(
    owners,
    (part, id) => datasets[part]?.rowOf.get(id) !== undefined,
  )
  const sourceIds = new IdSpace<SourceId>(
    owners,
    (part, id) => datasets[part]?.sources.has(id) === true,
  )
  const sourceOf = (part: number, source: Source): Source => {
    const id = sourceIds.shared(part, source.id)
    return id === source.id ? source : { ...source, id }
  }
  const sourceAt = (index: number) => {
    const part = firstSource.findLastIndex((first) => first <= index)
    const source = datasets[part]?.sourceOrder.at(index - (firstSource[part] ?? 0))
    return source && sourceOf(part, source)
  }
  const sourceIndex = (id: SourceId) => {
    const found = sourceIds.find(id)
    const own = found && datasets[found.owner]?.sourceIndexOf.get(found.id)
    return found && own !== undefined ? own + (firstSource[found.owner] ?? 0) : undefined
  }
  const recordOf = (part: number, record: IncidentRecord): IncidentRecord => ({
    ...renameCodes(record, renamed[part]),
    id: ids.shared(part, record.id),
    sources: record.sources.map((id) => sourceIds.shared(part, id)),
    denial_source: record.denial_source && sourceIds.shared(part, record.denial_source),
  })
  const incidentAt = (row: number): Incident | undefined => {
    const part = order.part[row] ?? -1
    const incident = datasets[part]?.incidents.at(order.row[row] ?? -1)
    const dataset = conflict.datasets?.[part]
    if (!incident || !dataset) return undefined
    const record = recordOf(part, incident.record)
    const citedSources = incident.citedSources.map((source) => sourceOf(part, source))
    return { ...incident, id: record.id, record, citedSources, dataset }
  }
  return {
    rowsOf,
    conflict,
    columns,
    sites,
    origins,
    areas,
    areaIds: [...areas.keys()],
    incidents: { length: columns.length, at: incidentAt },
    places: datasets.find(({ places }) => places.length > 0)?.places ?? [],
    sources: {
      size: sourceCount,
      has: (id) => sourceIds.find(id) !== undefined,
      get: (id) => sourceAt(sourceIndex(id) ?? -1),
    },
    sourceOrder: { length: sourceCount, at: sourceAt },
    sourceIndexOf: { get: sourceIndex },
    rowOf: {
      get(id) {
        const found = ids.find(id)
        const own = found && datasets[found.owner]?.rowOf.get(found.id)
        return found && own !== undefined ? rowsOf[found.owner]?.[own] : undefined
      },
    },
    pairsOf(row) {
      const part = order.part[row] ?? -1
      const pairs = datasets[part]?.pairsOf(order.row[row] ?? -1) ?? []
      return pairs.flatMap((pair) => rowsOf[part]?.[pair] ?? [])
    },
    issues: datasets.flatMap(({ issues }) => issues),
    countries: datasets.flatMap(({ countries = [] }) => countries),
    span: spanOf(columns),
  }
}

function renameCodes(record: IncidentRecord, renamed: Renamed | undefined): IncidentRecord {
  const { parties, accused, kinds } = renamed ?? {}
  const { reporting_party: party, accused_party: against, kind } = record
  return {
    ...record,
    reporting_party: (parties?.get(party) ?? party) as typeof party,
    accused_party: (accused?.get(against) ?? against) as typeof against,
    kind: kind.map((id) => (kinds?.get(id) ?? id) as typeof id),
  }
}
