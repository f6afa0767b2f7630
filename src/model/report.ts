import type { Day } from './day'
import type { AreaId, IncidentId, SourceId } from './ids'
import type { Interval } from './interval'
import type { Position } from './place'
import type { Source } from './source'

export type TimePrecision = 'exact' | 'interval' | 'part-of-day' | 'day' | 'days'

export type Placement = 'settlement' | 'district' | 'approximate' | 'unlocated'

/** What a row's own coordinates stand for: a place itself, the district it lies in, or its wider surroundings. */
export type PositionPrecision = Exclude<Placement, 'unlocated'>

export type PartyId = 'azerbaijan' | 'armenia' | 'nagorno-karabakh' | 'russia' | 'other'

export type AccusedId = 'armenia' | 'armenian-formations' | 'azerbaijan' | 'not-stated'

export type KindId = 'fire' | 'shelling' | 'uav' | 'mine' | 'engineering-works' | 'unspecified'

export type Denied = 'yes' | 'no'

/** What the two sides say about a report, taken together (pairing.ts). */
export type Agreement = 'one-side' | 'denied' | 'both-sides'

/** A row of geodata/incidents.csv, read and checked but not yet joined to places and sources. */
export interface IncidentRecord {
  readonly id: IncidentId
  readonly dateStart: Day
  /** `HH:MM` local, or empty. */
  readonly timeStart: string
  readonly dateEnd: Day
  readonly timeEnd: string
  readonly timePrecision: TimePrecision
  readonly timeApproximate: boolean
  readonly whenAsReported: string
  readonly areaNames: readonly string[]
  readonly areasAsReported: readonly string[]
  readonly settlements: readonly string[]
  readonly kinds: readonly KindId[]
  readonly weapons: readonly string[]
  readonly reportedBy: string
  readonly reportingParty: PartyId
  readonly accusedParty: AccusedId
  readonly accusedAsWorded: string
  readonly firedFrom: string
  readonly target: string
  readonly retaliation: string
  /** As the claimant counts them; null: not stated. */
  readonly killed: number | null
  readonly wounded: number | null
  readonly deniedBy: string
  readonly denialSource: SourceId | null
  readonly summary: string
  readonly sources: readonly SourceId[]
  readonly note: string
  /** Where the row itself gives coordinates (user files); null for the built-in records. */
  readonly position: Position | null
  /** How exactly those coordinates are meant. */
  readonly positionPrecision: PositionPrecision
  /** 1-based line of the record in its file, header included, for messages. */
  readonly row: number
}

/** One place where a report is drawn and counted. Several for a report that names several areas. */
export interface Location {
  readonly area: AreaId
  readonly precision: PositionPrecision
  /** The settlement's own point, else the area's label point; null when neither is known. */
  readonly position: Position | null
  /** The settlement as the gazetteer names it, when that is where the mark stands. */
  readonly settlement: string | null
}

/** A joined report: a claim by a party, with its interval, its places and its sources. */
export interface Incident extends IncidentRecord {
  readonly interval: Interval
  /** In the order the report names them, each once. */
  readonly areas: readonly AreaId[]
  readonly locations: readonly Location[]
  /** The least precise of its locations: never more exact than the report. */
  readonly placement: Placement
  /** The sources that were found; unknown ids are issues. */
  readonly citedSources: readonly Source[]
}
