import { cleanCell } from '../csv/recordReader'
import { IssueCollector } from '../issues/issueCollector'
import { placeIncident } from '../join/joinReports'
import type { Conflict } from '../model/conflict'
import { fold } from '../model/fold'
import type { AreaId } from '../model/ids'
import { intervalOf } from '../model/interval'
import type { Position } from '../model/place'
import type { Incident, IncidentRecord } from '../model/report'
import { PLACEMENTS } from '../model/vocabulary'
import type { Reading } from '../open/fileRows'
import { areasOf, codesAt, PUBLISHED_FACETS, pointsOf } from '../publish/sortedReport'
import { parseIncidentRow } from '../read/reportRow'
import { ColumnBuilder } from '../store/columns'
import { findSides } from '../store/pairing'
import type { DecidingColumns, Group } from './decidingColumns'

/** What is decided of the values of a group. */
export interface Decided {
  /** A row with them can be a report. */
  readonly fits: boolean
  readonly start: number
  readonly end: number
  /** In the order of PUBLISHED_FACETS: those of the group are right. */
  readonly codes: readonly number[]
  /** 0 for neither of the two sides. */
  readonly side: number
  /** -1: not stated. */
  readonly killed: number
  readonly wounded: number
  readonly events: number
}

/** Where rows are: values of the group `place`, and what the engine found of the point. */
export interface PlaceKey {
  readonly values: readonly string[]
  readonly point: 'none' | 'zero' | 'some'
  /** The areas at the point, and at the one with longitude and latitude swapped. */
  readonly area: AreaId | null
  readonly swapped: AreaId | null
}

/** A position that stands for the row's own, and cells for it. */
const OWN: Position = [1, 2]
const OWN_CELLS = { lon: '1', lat: '2', both: 'POINT (1 2)' }
const NOTHING: Omit<Decided, 'codes'> = {
  ...{ fits: false, start: 0, end: 0, side: 0 },
  ...{ killed: -1, wounded: -1, events: 1 },
}
const NO_CODES = PUBLISHED_FACETS.map(() => 0)

/**
 * Decides what distinct values in the rows of a file mean, by the same code that reads and joins
 * whole rows: the engine finds the values, and gives each row what was decided of its own.
 */
export class FileDecider {
  private readonly conflict: Conflict

  constructor(
    private readonly reading: Reading,
    readonly columns: DecidingColumns,
  ) {
    this.conflict = reading.geography.conflict
  }

  /** In the order of `all`. */
  decide(group: Exclude<Group, 'place'>, all: readonly (readonly string[])[]): Decided[] {
    const builder = new ColumnBuilder(this.conflict)
    const records = all.map((values) => this.recordOf(group, values))
    for (const record of records) if (record) builder.add(asIncident(record), [], -1)
    const { columns } = builder.build(
      Int32Array.from({ length: builder.length }, (_, index) => index),
      [],
    )
    const sides = findSides(this.conflict)
    let at = 0
    return records.map((record) => {
      if (!record) return { ...NOTHING, codes: NO_CODES }
      const row = at++
      return {
        fits: true,
        start: columns.startMinute[row] ?? 0,
        end: columns.endMinute[row] ?? 0,
        codes: codesAt(columns, row),
        side: sides[columns.codes.by[row] ?? -1] ?? 0,
        killed: record.killed ?? -1,
        wounded: record.wounded ?? -1,
        events: record.events,
      }
    })
  }

  /** The point that cells give, if a row with them has one. */
  pointIn(lon: string, lat: string, both: string): Position | null {
    return this.recordOf('place', null, { lon, lat, both })?.position ?? null
  }

  /** Joins rows of a place: their incident, and what is to be told of each of them. */
  locate({ values, point, area, swapped }: PlaceKey) {
    const read = this.recordOf('place', values, OWN_CELLS)
    if (!read) throw new Error('the values of a place cannot be read')
    const hasPoint = point !== 'none' && read.position !== null
    const position: Position | null = !hasPoint ? null : point === 'zero' ? [0, 0] : OWN
    const record = { ...read, position }
    const { geography } = this.reading
    const areaAt = geography.areaAt && ((at: Position) => (at === position ? area : swapped))
    const issues = new IssueCollector('', null, '', this.reading.translator.columnOf)
    const incident = placeIncident(record, [], { ...geography, areaAt }, issues)
    const ids = incident.areas.map((id) => `:${id}`)
    return {
      incident,
      issues: issues.list,
      placement: PLACEMENTS.indexOf(incident.placement),
      areas: areasOf(incident),
      /** Longitude and latitude of each point; `own` for that of the row. */
      points: pointsOf(incident).map((each) => ({ own: each === position, position: each })),
      /** The groups in which reports of two sides are paired: folded names have no colon. */
      groups: [...new Set([...ids, ...record.settlements.map((name) => fold(name))])],
    }
  }

  /** The record of a row that has only these values, and what else a report needs. */
  private recordOf(
    group: Group,
    values: readonly string[] | null,
    point = { lon: '', lat: '', both: '' },
  ): IncidentRecord | null {
    const { id, groups, sample, point: places } = this.columns
    const cells = new Map(sample)
    if (id !== -1) cells.set(id, 'x')
    for (const name of ['lon', 'lat', 'both'] as const) {
      cells.set(places[name], cleanCell(point[name]))
    }
    for (const [at, column] of groups[group].entries()) {
      if (values) cells.set(column, cleanCell(values[at] ?? ''))
    }
    const { translator } = this.reading
    const issues = new IssueCollector('', null, '')
    const cell = (column: number) => (column === -1 ? '' : (cells.get(column) ?? ''))
    const translated = translator.read(cell, issues, 1)
    if (!translated) return null
    return parseIncidentRow(translated.cells, 1, this.conflict, issues, [], translator.dateOrder)
  }
}

function asIncident(record: IncidentRecord): Incident {
  return {
    id: record.id,
    record,
    interval: intervalOf(record),
    areas: [],
    locations: [],
    origins: [],
    placement: 'unlocated',
    citedSources: [],
  }
}
