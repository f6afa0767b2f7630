/**
 * Every type that crosses a folder border. Nothing here runs.
 *
 * Ids are branded: a join that hands a SourceId to a map of areas does not compile.
 */
declare const brand: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

export type AreaId = Branded<string, 'AreaId'>
export type PlaceId = Branded<string, 'PlaceId'>
export type SourceId = Branded<string, 'SourceId'>
export type IncidentId = Branded<string, 'IncidentId'>

/** A local calendar day (UTC+4) as whole days since 1970-01-01. */
export type Day = Branded<number, 'Day'>
/** A local minute (UTC+4) as whole minutes since 1970-01-01T00:00. */
export type Minute = Branded<number, 'Minute'>

/** Whole local days, both ends included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** Local minutes, both ends included: a report known to the day runs from 00:00 to 23:59. */
export interface Interval {
  readonly start: Minute
  readonly end: Minute
}

export type Unit = 'day' | 'week' | 'month' | 'all'
export type TimePrecision = 'exact' | 'interval' | 'part-of-day' | 'day' | 'days'
export type Placement = 'settlement' | 'district' | 'approximate' | 'unlocated'
/** What a row's own coordinates stand for: a place itself, the district it lies in, or its wider surroundings. */
export type PositionPrecision = Exclude<Placement, 'unlocated'>
export type Certainty = 'certain' | 'possible'
export type PartyId = 'azerbaijan' | 'armenia' | 'nagorno-karabakh' | 'russia' | 'other'
export type AccusedId = 'armenia' | 'armenian-formations' | 'azerbaijan' | 'not-stated'
export type KindId = 'fire' | 'shelling' | 'uav' | 'mine' | 'engineering-works' | 'unspecified'
export type Denied = 'yes' | 'no'
/** What the two sides say about a report, taken together (pairing.ts). */
export type Agreement = 'one-side' | 'denied' | 'both-sides'
/** What colours stand for: who reports, who is accused, or what the sides say about it. */
export type Colouring = 'party' | 'accused' | 'agreement'
/** A group of reports that share a colour, of whichever colouring. */
export type GroupId = PartyId | AccusedId | Agreement
/** Which form of a place name leads; the other forms stay visible beside it. */
export type NameLanguage = 'en' | 'az' | 'hy' | 'ru'

/** WGS 84 degrees, longitude first (RFC 7946, section 3.1.1). */
export type Position = readonly [lon: number, lat: number]

export type PlaceKind = 'district' | 'province' | 'city' | 'settlement' | 'former unit'

/** One row of the gazetteer (geodata/places.csv). */
export interface Place {
  readonly id: PlaceId
  readonly kind: PlaceKind
  readonly name: string
  readonly names: Readonly<Record<Exclude<NameLanguage, 'en'>, string>>
  readonly otherNames: readonly string[]
  /** The areas the place lies in; a former unit has all that it overlaps. */
  readonly districts: readonly AreaId[]
  /** Known position, or null: a place without one is never given one. */
  readonly position: Position | null
  readonly source: string
}

/** A district or province that reports are counted on: its gazetteer row and, for joins by coordinates, its polygon. */
export interface Area {
  readonly id: AreaId
  readonly name: string
  readonly names: Place['names']
  readonly kind: PlaceKind
  /** Inner label point, where the count mark stands. */
  readonly label: Position | null
}

export interface Source {
  readonly id: SourceId
  readonly publisher: string
  /** Empty where the stored page showed no headline. */
  readonly title: string
  /** http(s) only; empty when the row had none or a refused one. */
  readonly url: string
  /** `YYYY-MM-DD`, `YYYY-MM` or empty. */
  readonly published: string
  /** BCP 47 code, or empty. */
  readonly language: string
}

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

export type Severity = 'error' | 'warning'

/** Something a reader should know about a file. `row` is the 1-based line, or null for the whole file. */
export interface Issue {
  readonly severity: Severity
  readonly file: string
  readonly row: number | null
  readonly id: string
  readonly message: string
}

/** A list whose items may be made only when they are asked for; an array is one. */
export interface Listed<T> {
  readonly length: number
  /** Undefined past the end. */
  at(index: number): T | undefined
}

/**
 * What slices and counts need of every report, one typed array a field, so that 447 rows and a million
 * take the same path. Row order is display order: latest start first, then latest end, then id.
 * What a row has several of lies in a list: those of row r are `index[offset[r] .. offset[r + 1])`.
 */
export interface Columns {
  readonly length: number
  /** Local minutes (UTC+4) since 1970-01-01T00:00, both ends included. */
  readonly startMinute: Int32Array
  readonly endMinute: Int32Array
  readonly startDay: Int32Array
  readonly endDay: Int32Array
  readonly party: Uint8Array
  readonly accused: Uint8Array
  /** Bit k set: the report is of kind k. */
  readonly kinds: Uint8Array
  readonly denied: Uint8Array
  readonly placement: Uint8Array
  readonly agreement: Uint8Array
  /** As the claimant counts them; -1: not stated. */
  readonly killed: Int32Array
  readonly wounded: Int32Array
  /** 1 where the note says that the figures are not to be added up (casualties.ts). */
  readonly notAdded: Uint8Array
  /** Indices into Dataset.areaIds. */
  readonly areaOffset: Int32Array
  readonly areaIndex: Uint16Array
  /** Parallel to areaIndex: 1 where the report is in that area only approximately (a former unit). */
  readonly areaApproximate: Uint8Array
  /** The sources cited that are on file: indices into Dataset.sourceOrder, each once a row. */
  readonly sourceOffset: Int32Array
  readonly sourceIndex: Int32Array
  /** The same for the source of a denial; -1: none on file. */
  readonly denialSource: Int32Array
  /** The points of its own that a report has: indices into Dataset.spots, each once a row. */
  readonly spotOffset: Int32Array
  readonly spotIndex: Int32Array
}

/** Every point that a report is known to exactly (placement `settlement`), each position once. */
export interface Spots {
  readonly length: number
  /** Degrees WGS 84. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** Indices into Dataset.areaIds. */
  readonly area: Uint16Array
  /** The settlement as the gazetteer or the file names it, by spot; may be empty. */
  readonly names: Listed<string>
}

export interface Dataset {
  readonly incidents: Listed<Incident>
  readonly columns: Columns
  readonly areas: ReadonlyMap<AreaId, Area>
  /** Areas in the order of `Columns.areaIndex`. */
  readonly areaIds: readonly AreaId[]
  readonly sources: Pick<ReadonlyMap<SourceId, Source>, 'get' | 'has' | 'size'>
  /** Sources in the order of `Columns.sourceIndex`. */
  readonly sourceOrder: Listed<Source>
  readonly sourceIndexOf: Pick<ReadonlyMap<SourceId, number>, 'get'>
  readonly spots: Spots
  readonly rowOf: Pick<ReadonlyMap<IncidentId, number>, 'get'>
  /** Rows of the other side's reports of the same place and time, earliest first, by the rule of pairing.ts. */
  pairsOf(row: number): readonly number[]
  readonly issues: readonly Issue[]
  /** First to last day that any report touches; null when there is no report. */
  readonly span: DayRange | null
}

/** The one filter that map, list, timeline, counts, export and link share. Empty sets filter nothing. */
export interface Filter {
  readonly window: DayRange
  /** Days switched off, inside or outside the window. */
  readonly off: ReadonlySet<Day>
  /** Area ids, or NOT_LOCATED for the reports that name none. */
  readonly areas: ReadonlySet<AreaId>
  readonly by: ReadonlySet<PartyId>
  readonly accused: ReadonlySet<AccusedId>
  readonly kinds: ReadonlySet<KindId>
  readonly denied: Denied | null
  readonly placements: ReadonlySet<Placement>
  readonly agreements: ReadonlySet<Agreement>
  /** Reports that cite one of these. */
  readonly sources: ReadonlySet<SourceId>
  readonly query: string
  /** False leaves out the reports that only reach into the window. */
  readonly possible: boolean
}

/** `certain` reports lie wholly in the window, `possible` ones only overlap it: at least n, up to n + m. */
export interface Count {
  readonly certain: number
  readonly possible: number
}

/** The same by group of a colouring, in the order of its GROUPS (grouping.ts). */
export interface GroupCounts {
  readonly certain: readonly number[]
  readonly possible: readonly number[]
}

export interface AreaCount extends Count {
  /** Reports placed only approximately (a former unit that overlaps the area). */
  readonly approximate: number
}

/** For each filter, what each of its values would give while all the other filters hold. */
export interface Facets {
  readonly areas: ReadonlyMap<AreaId, Count>
  readonly by: ReadonlyMap<PartyId, Count>
  readonly accused: ReadonlyMap<AccusedId, Count>
  readonly kinds: ReadonlyMap<KindId, Count>
  readonly denied: ReadonlyMap<Denied, Count>
  readonly placements: ReadonlyMap<Placement, Count>
  readonly agreements: ReadonlyMap<Agreement, Count>
}

/** What is on the screen: the rows of the dataset that pass the filter, in display order. */
export interface Slice {
  readonly filter: Filter
  readonly rows: Int32Array
  /** Parallel to `rows`: 1 certain, 0 possible. */
  readonly certain: Uint8Array
  readonly count: Count
  readonly areas: ReadonlyMap<AreaId, AreaCount>
  readonly notLocated: Count
  readonly facets: Facets
}

/** One bar of the timeline: the days it covers and its reports by group of a colouring. */
export interface Bin extends GroupCounts {
  readonly range: DayRange
}

export type Selection =
  | { readonly kind: 'incident'; readonly id: IncidentId }
  | { readonly kind: 'area'; readonly id: AreaId }

export type Theme = 'light' | 'dark'

/** An opened file that is shown in place of the shipped records. */
export interface ShownFile {
  readonly name: string
  readonly bytes: number
  /** What stands for it in a link (url.ts, `data`); null while it is in memory only. */
  readonly key: string | null
}

/** Map camera: zoom level, degrees WGS 84. */
export interface View {
  readonly zoom: number
  readonly lat: number
  readonly lon: number
}

/** What the reader can switch off. `names` are the districts', `towns` the base map's own. */
export type LayerId = 'shading' | 'marks' | 'settlements' | 'names' | 'towns' | 'water' | 'borders'

/** An online base map, loaded only when the reader picks it. */
export interface BaseMap {
  readonly id: string
  readonly name: string
  /** Address of a MapLibre style document. */
  readonly style: string
  /** Plain text, shown beside what the style itself credits. */
  readonly attribution?: string
  /** The tone of the style, which our layers on it take; light when not given. */
  readonly theme?: Theme
}
