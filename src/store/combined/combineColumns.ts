import type { Conflict } from '../../model/conflict'
import { CODED_FACETS } from '../../model/facets'
import { COUNT_FIELDS } from '../../model/fields'
import type { AreaId, PlaceId } from '../../model/ids'
import type { Area, Place } from '../../model/place'
import type { Make, Numbers } from '../builders'
import { codesType } from '../codes'
import { type Columns, NO_AREA, type Sites } from '../dataset'
import { buildSites, SiteBuilder } from '../siteBuilder'
import type { NamedDataset, Renamed } from './joinVocabularies'
import type { RowOrder } from './mergeRows'
import { createRecoder } from './recodeFacet'

interface Combined {
  readonly columns: Columns
  readonly sites: Sites
  readonly origins: readonly Place[]
  readonly areas: ReadonlyMap<AreaId, Area>
}

/** The columns of several datasets as those of one. `sourceOffset`: where the sources of each begin. */
export function combineColumns(
  parts: readonly NamedDataset[],
  order: RowOrder,
  conflict: Conflict,
  renamed: readonly Renamed[],
  sourceOffset: readonly number[],
): Combined {
  const datasets = parts.map(({ dataset }) => dataset)
  const all = datasets.map(({ columns }) => columns)
  const same = (value: number) => value
  /** `recode`: what a value of a part is among all. */
  const gather = <N extends Numbers>(
    of: (columns: Columns) => Numbers | undefined,
    make: Make<N>,
    recode: (part: number) => (value: number) => number = () => same,
    missing = 0,
  ): N => {
    const own = all.map(of)
    const codes = all.map((_, part) => recode(part))
    const gathered = new make(order.row.length)
    for (let at = 0; at < gathered.length; at++) {
      const part = order.part[at] ?? 0
      const value = own[part]?.[order.row[at] ?? 0] ?? missing
      gathered[at] = codes[part]?.(value) ?? value
    }
    return gathered
  }
  const gatherLists = <N extends Numbers>(
    offsets: (columns: Columns) => Int32Array,
    indices: (columns: Columns) => Numbers,
    make: Make<N>,
    recode: (part: number) => (value: number) => number = () => same,
  ): { readonly offset: Int32Array; readonly index: N } => {
    const codes = all.map((_, part) => recode(part))
    const index = new make(all.reduce((sum, columns) => sum + indices(columns).length, 0))
    const offset = new Int32Array(order.row.length + 1)
    let length = 0
    for (let at = 0; at < order.row.length; at++) {
      const part = order.part[at] ?? 0
      const columns = all[part]
      const row = order.row[at] ?? 0
      const [values, ends] = columns ? [indices(columns), offsets(columns)] : [[], []]
      for (let from = ends[row] ?? 0; from < (ends[row + 1] ?? 0); from++) {
        const value = values[from] ?? 0
        index[length++] = codes[part]?.(value) ?? value
      }
      offset[at + 1] = length
    }
    return { offset, index }
  }

  const areas = joinAreas(datasets)
  const places = new Map([...areas.keys()].map((id, index) => [id, index]))
  const areaCodes = datasets.map(({ areaIds }) => areaIds.map((id) => places.get(id) ?? NO_AREA))
  const areaOf = (part: number) => (code: number) => areaCodes[part]?.[code] ?? NO_AREA
  const builder = new SiteBuilder()
  const siteCodes = datasets.map(({ sites }, part) =>
    Array.from(sites.lon, (lon, site) =>
      builder.find(
        [lon, sites.lat[site] ?? 0],
        areaOf(part)(sites.area[site] ?? NO_AREA),
        sites.names.at(site) ?? '',
      ),
    ),
  )
  const origins = new Map<PlaceId, Place>()
  for (const place of datasets.flatMap((each) => each.origins)) {
    if (!origins.has(place.id)) origins.set(place.id, place)
  }
  const originIndex = new Map([...origins.keys()].map((id, index) => [id, index]))
  const originCodes = datasets.map((each) => each.origins.map(({ id }) => originIndex.get(id) ?? 0))

  const area = gatherLists(
    (each) => each.areaOffset,
    (each) => each.areaIndex,
    Uint16Array,
    areaOf,
  )
  const approximate = gatherLists(
    (c) => c.areaOffset,
    (c) => c.areaApproximate,
    Uint8Array,
  )
  const moved = (part: number) => (source: number) =>
    source < 0 ? source : source + (sourceOffset[part] ?? 0)
  const sources = gatherLists(
    (c) => c.sourceOffset,
    (c) => c.sourceIndex,
    Int32Array,
    moved,
  )
  const siteOf = (part: number) => (site: number) => siteCodes[part]?.[site] ?? 0
  const sites = gatherLists(
    (c) => c.siteOffset,
    (c) => c.siteIndex,
    Int32Array,
    siteOf,
  )
  const originOf = (part: number) => (origin: number) => originCodes[part]?.[origin] ?? 0
  const origin = gatherLists(
    (c) => c.originOffset,
    (c) => c.originIndex,
    Int32Array,
    originOf,
  )
  const codes = CODED_FACETS.map((key) => {
    if (key === 'dataset') return [key, order.part]
    const recode = (part: number) => createRecoder(key, parts[part], conflict, renamed[part])
    return [key, gather((each) => each.codes[key], codesType(key, conflict), recode)]
  })
  const counts = COUNT_FIELDS.map((name) => [name, gather((c) => c.counts[name], Int32Array)])
  const columns: Columns = {
    length: order.row.length,
    startMinute: gather((each) => each.startMinute, Int32Array),
    endMinute: gather((each) => each.endMinute, Int32Array),
    startDay: gather((each) => each.startDay, Int32Array),
    endDay: gather((each) => each.endDay, Int32Array),
    codes: Object.fromEntries(codes),
    counts: Object.fromEntries(counts),
    ...(all.some(({ events }) => events) && {
      events: gather((each) => each.events, Int32Array, undefined, 1),
    }),
    ...(all.some(({ hasPositions }) => hasPositions) && { hasPositions: true }),
    ...(all.some(({ hasOtherWords }) => hasOtherWords) && { hasOtherWords: true }),
    notAdded: gather((each) => each.notAdded, Uint8Array),
    areaOffset: area.offset,
    areaIndex: area.index,
    areaApproximate: approximate.index,
    sourceOffset: sources.offset,
    sourceIndex: sources.index,
    denialSource: gather((each) => each.denialSource, Int32Array, moved),
    siteOffset: sites.offset,
    siteIndex: sites.index,
    direction: gather((each) => each.direction, Uint8Array),
    originOffset: origin.offset,
    originIndex: origin.index,
  }
  return {
    columns,
    sites: buildSites(builder.inOrderOf(sites.index, (code) => code)),
    origins: [...origins.values()],
    areas,
  }
}

function joinAreas(datasets: readonly NamedDataset['dataset'][]): Map<AreaId, Area> {
  const areas = new Map<AreaId, Area>()
  for (const [id, area] of datasets.flatMap((each) => [...each.areas])) {
    if (!areas.has(id)) areas.set(id, area)
  }
  return new Map(
    [...areas].sort(([, a], [, b]) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  )
}
