import type { Conflict } from '../model/conflict'
import {
  CODED_FACETS,
  type CodedFacetKey,
  columnOfFacet,
  facetValues,
  hasSeveral,
  WORD_NOT_STATED,
} from '../model/facets'
import { COUNT_FIELDS } from '../model/fields'
import { fold } from '../model/fold'
import type { AreaId, PlaceId } from '../model/ids'
import { MINUTES_PER_DAY } from '../model/interval'
import { copyText } from '../model/memoize'
import { isNotAdded } from '../model/notAdded'
import type { Place } from '../model/place'
import type { Incident } from '../model/report'
import { AGREEMENTS, PLACEMENTS } from '../model/vocabulary'
import { weaponFinder } from '../model/weapons'
import { ListBuilder, pick } from './builders'
import { codesType, valueBits } from './codes'
import { type Columns, DIRECTION, NO_AREA } from './dataset'
import { findSides, indexPairs, type PairIndex, pairedRows } from './pairing'
import { SiteBuilder, type SiteColumns } from './siteBuilder'

/** The rows of a dataset as columns: plain values, so that a worker can post them. */
export interface Laid {
  readonly columns: Columns
  readonly sites: SiteColumns
  readonly origins: readonly Place[]
  readonly pairs: PairIndex
}

/** The codes of a facet while rows are added. */
interface CodeColumn {
  readonly key: CodedFacetKey
  readonly codes: number[]
  readonly encode: (incident: Incident) => number
}

const DENIED = AGREEMENTS.indexOf('denied')
const BOTH_SIDES = AGREEMENTS.indexOf('both-sides')

/**
 * Writes reports to columns one after another, so that none need be kept. Codes are indices in the
 * vocabulary's lists.
 */
export class ColumnBuilder {
  private readonly start: number[] = []
  private readonly end: number[] = []
  private readonly codes: readonly CodeColumn[]
  private readonly counts = COUNT_FIELDS.map((name) => ({ name, values: [] as number[] }))
  private readonly notAdded: number[] = []
  private readonly events: number[] = []
  private readonly some: { hasPositions?: true; hasOtherWords?: true } = {}
  private readonly areas = new ListBuilder()
  private readonly approximate = new ListBuilder()
  private readonly sources = new ListBuilder()
  private readonly denialSource: number[] = []
  private readonly siteLists = new ListBuilder()
  private readonly settlements = new ListBuilder()
  private readonly sites = new SiteBuilder()
  private readonly direction: number[] = []
  private readonly originLists = new ListBuilder()
  private readonly originIndexes = new Map<PlaceId, number>()
  private readonly origins: Place[] = []
  private readonly settlementCodes = new Map<string, number>()
  /** In the order in which reports name them. */
  private readonly areaCodes = new Map<AreaId, number>()

  constructor(private readonly conflict: Conflict) {
    this.codes = CODED_FACETS.map((key) => ({
      key,
      codes: [],
      encode: createEncoder(key, conflict),
    }))
  }

  get length(): number {
    return this.start.length
  }

  /** Adds the next row, with its sources that are on file, each once; no denial source is -1. */
  add(incident: Incident, sources: Iterable<number>, denialSource: number): void {
    this.start.push(incident.interval.start)
    this.end.push(incident.interval.end)
    for (const { codes, encode } of this.codes) codes.push(encode(incident))
    for (const { name, values } of this.counts) values.push(incident.record[name] ?? -1)
    this.events.push(incident.record.events)
    this.notAdded.push(isNotAdded(incident.record.note) ? 1 : 0)
    this.addPlaces(incident)
    this.addOrigins(incident)
    for (const source of sources) this.sources.push(source)
    this.sources.endRow()
    this.denialSource.push(denialSource)
  }

  private addPlaces({ areas, locations, record }: Incident): void {
    if (record.position || record.position_precision !== 'settlement') this.some.hasPositions = true
    if (record.reporting_party_as_worded || record.kind_as_worded) this.some.hasOtherWords = true
    for (const id of areas) {
      this.areas.push(this.codeOfArea(id))
      const isApproximate = locations.some(
        ({ area, precision }) => area === id && precision === 'approximate',
      )
      this.approximate.push(isApproximate ? 1 : 0)
    }
    this.areas.endRow()
    this.approximate.endRow()
    let last = -1
    for (const { area, isPoint, position, settlement } of locations) {
      if (!isPoint || !position) continue
      const code = area === null ? NO_AREA : this.codeOfArea(area)
      const site = this.sites.find(position, code, settlement ?? '')
      // Locations at one point follow each other: two names of one village.
      if (site !== last) this.siteLists.push(site)
      last = site
    }
    this.siteLists.endRow()
    for (const name of record.settlements) this.settlements.push(this.codeOf(name))
    this.settlements.endRow()
  }

  private addOrigins({ origins, locations, record }: Incident): void {
    // A named place without a position is one of several all the same.
    const named = Math.max(record.settlements.length, locations.length)
    const mixed = record.fired_from_places.length > 1 && named > 1
    const said = record.fired_from !== '' || record.fired_from_places.length > 0
    this.direction.push((said ? DIRECTION.said : 0) | (mixed ? DIRECTION.mixed : 0))
    for (const place of origins) {
      const index = this.originIndexes.get(place.id) ?? this.origins.push(place) - 1
      this.originIndexes.set(place.id, index)
      this.originLists.push(index)
    }
    this.originLists.endRow()
  }

  private codeOfArea(id: AreaId): number {
    const code = this.areaCodes.get(id) ?? this.areaCodes.size
    this.areaCodes.set(id, code)
    return code
  }

  private codeOf(settlement: string): number {
    const known = this.settlementCodes.get(settlement)
    if (known !== undefined) return known
    const key = `\u0000${fold(settlement)}`
    const code = this.settlementCodes.get(key) ?? this.settlementCodes.size
    this.settlementCodes.set(key, code).set(copyText(settlement), code)
    return code
  }

  /** Rows in display order: latest start first, then latest end, then id by `compareIds`. */
  displayOrder(compareIds: (a: number, b: number) => number): Int32Array {
    const { start, end, length } = this
    const compareRows = (a: number, b: number) =>
      (start[b] ?? 0) - (start[a] ?? 0) || (end[b] ?? 0) - (end[a] ?? 0) || compareIds(a, b)
    // Sorting numbers is far faster than comparing rows: by day first, then within each day.
    const days = daysAt(Int32Array.from(start))
    const keys = Float64Array.from(days, (day, row) => row - day * length).sort()
    const order = Int32Array.from(keys, (key) => key - Math.floor(key / length) * length)
    for (let from = 0, to = 1; from < length; from = to++) {
      while (to < length && days[order[to] ?? 0] === days[order[from] ?? 0]) to++
      order.subarray(from, to).sort(compareRows)
    }
    return order
  }

  /** The columns, with row `order[0]` first. Throws unless the list has all areas of the rows. */
  build(order: Int32Array, areaIds: readonly AreaId[]): Laid {
    const places = new Map(areaIds.map((id, index) => [id, index]))
    const indices = Array.from(this.areaCodes.keys(), (id) => places.get(id) ?? NO_AREA)
    if (indices.includes(NO_AREA)) throw new Error('an area is not in the list of areas')
    const areaOf = (code: number) => indices[code] ?? NO_AREA
    const areas = this.areas.picked(order, Uint16Array)
    const sources = this.sources.picked(order, Int32Array)
    const sites = this.siteLists.picked(order, Int32Array)
    const settlements = this.settlements.picked(order, Int32Array)
    const origins = this.originLists.picked(order, Int32Array)
    // Numbered in the order of the rows, whatever the order in which they came.
    const originOrder = [...new Set(origins.index)]
    const originNumbers = new Map(originOrder.map((origin, index) => [origin, index]))
    const startMinute = pick(this.start, order, Int32Array)
    const endMinute = pick(this.end, order, Int32Array)
    const codes = Object.fromEntries(
      this.codes.map(({ key, codes }) => [key, pick(codes, order, codesType(key, this.conflict))]),
    ) as Columns['codes']
    const counts = Object.fromEntries(
      this.counts.map(({ name, values }) => [name, pick(values, order, Int32Array)]),
    ) as Columns['counts']
    const columns = {
      length: order.length,
      startMinute,
      endMinute,
      startDay: daysAt(startMinute),
      endDay: daysAt(endMinute),
      codes,
      counts,
      ...(this.events.some((n) => n !== 1) && { events: pick(this.events, order, Int32Array) }),
      ...this.some,
      notAdded: pick(this.notAdded, order, Uint8Array),
      areaOffset: areas.offset,
      areaIndex: areas.index.map(areaOf),
      areaApproximate: this.approximate.picked(order, Uint8Array).index,
      sourceOffset: sources.offset,
      sourceIndex: sources.index,
      denialSource: pick(this.denialSource, order, Int32Array),
      siteOffset: sites.offset,
      siteIndex: sites.index,
      direction: pick(this.direction, order, Uint8Array),
      originOffset: origins.offset,
      originIndex: origins.index.map((origin) => originNumbers.get(origin) ?? 0),
    }
    const pairs = indexPairs(columns, settlements, findSides(this.conflict))
    const paired = pairedRows(columns, pairs)
    for (let row = 0; row < columns.length; row++) {
      if (codes.denied[row] === 1) codes.agreement[row] = DENIED
      else if (paired[row] === 1) codes.agreement[row] = BOTH_SIDES
    }
    return {
      columns,
      sites: this.sites.inOrderOf(sites.index, areaOf),
      origins: originOrder.flatMap((origin) => this.origins[origin] ?? []),
      pairs,
    }
  }
}

const daysAt = (minutes: Int32Array) => minutes.map((each) => Math.floor(each / MINUTES_PER_DAY))

/** Codes a report in a facet: the index of its value, or the bit set of several. */
function createEncoder(key: CodedFacetKey, conflict: Conflict): CodeColumn['encode'] {
  if (key === 'denied') return ({ record }) => (record.denied_by === '' ? 0 : 1)
  if (key === 'placement') return ({ placement }) => PLACEMENTS.indexOf(placement)
  // Known only when all rows, and all datasets, are there.
  if (key === 'agreement' || key === 'dataset') return () => 0
  const values = facetValues(key, conflict)
  if (key === 'weapon') {
    const find = weaponFinder(conflict)
    return ({ record: { weapons } }) =>
      valueBits(values, weapons.length > 0 ? weapons.flatMap(find) : [WORD_NOT_STATED])
  }
  const name = columnOfFacet(key)
  const places = new Map(values.map((id, place) => [id, place]))
  if (hasSeveral(key)) {
    return ({ record }) => valueBits(values, name ? (record[name] as readonly string[]) : [])
  }
  return ({ record }) => places.get((name && String(record[name])) || WORD_NOT_STATED) ?? 0
}
