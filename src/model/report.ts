import type { DatasetTerm } from './conflict'
import type { FieldName, FieldValue, PositionPrecision } from './fields'
import type { PointRole } from './geometryRole'
import type { AreaId, IncidentId } from './ids'
import type { Interval } from './interval'
import type { Place, Position } from './place'
import type { Source } from './source'

export type Placement = PositionPrecision | 'unlocated'

/** What the two sides say about a report, taken together (pairing.ts). */
export type Agreement = 'one-side' | 'denied' | 'both-sides'

/** A row of a reports file, read and checked but not yet joined to places and sources. */
export type IncidentRecord = { readonly [Name in FieldName]: FieldValue<Name> } & {
  /** Coordinates given by the row itself (user files); null for the built-in records. */
  readonly position: Position | null
  /** How exact those coordinates are. */
  readonly position_precision: PositionPrecision
  /** Words of the file whose codes say less; empty without any, several separated by `;`. */
  readonly reporting_party_as_worded: string
  readonly kind_as_worded: string
  /** How many events it counts: 1 for a report of its own. */
  readonly events: number
  /** 1-based line of the record in its file, header included. */
  readonly row: number
}

/** One place where a report is drawn and counted. Several for a report that names several areas. */
export interface Location {
  /** Null for a point outside all outlines of a report that names no area. */
  readonly area: AreaId | null
  readonly precision: PositionPrecision
  /** A point of the report's, else the area's label point; null when neither is known. */
  readonly position: Position | null
  /** Whether the position is where the report is, or near it: a label point is not. */
  readonly isPoint: boolean
  /** What the position is of. */
  readonly role: PointRole
  /** The gazetteer's name of the settlement, if the position is the settlement's. */
  readonly settlement: string | null
}

/** A joined report: a claim by a party, with its interval, its places and its sources. */
export interface Incident {
  readonly id: IncidentId
  readonly record: IncidentRecord
  readonly interval: Interval
  /** In the order the report names them, each once. */
  readonly areas: readonly AreaId[]
  readonly locations: readonly Location[]
  /** The places that its words name as the origin of the fire, each once. */
  readonly origins: readonly Place[]
  /** The least exact of its locations: never more exact than the report. */
  readonly placement: Placement
  /** The sources that were found; unknown ids are issues. */
  readonly citedSources: readonly Source[]
  /** Its dataset, where several are shown together. */
  readonly dataset?: DatasetTerm
}
