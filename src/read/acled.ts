import type { IssueCollector } from '../issues/issueCollector'
import { addDays, formatDay, parseDay, sliceAround } from '../model/day'
import { actorReader } from './actors'
import {
  columnFinder,
  columnNamer,
  createReportCells,
  dateReader,
  decimal,
  nameArea,
  oneValue,
  type ReportCells,
  remembered,
  sourceOf,
  wholeNumber,
} from './cells'
import type { Cell, Hints, Translator } from './format'

/**
 * Events as the Armed Conflict Location & Event Data Project exports them. What each column and code comes to, and
 * where the codes are defined: geodata/FORMATS.md.
 */

/** An attack on civilians may be any violence: it is no fire by itself. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['armed clash', 'fire'],
  ['shelling/artillery/missile attack', 'shelling'],
  ['air/drone strike', 'UAV'],
  ['remote explosive/landmine/ied', 'mine'],
])
/** Types in which actor1 acts on its own by the codebook; in battles nobody is said to have begun. */
const ONE_SIDED = new Set(['explosions/remote violence', 'violence against civilians'])
const NOT_VIOLENCE = new Set(['protests', 'riots', 'strategic developments'])
/** The columns that Contactline's are read from. */
const COLUMNS = {
  id: ['event_id_cnty'],
  date_start: ['event_date'],
  areas: ['admin1', 'admin2'],
  kind: ['sub_event_type'],
  killed: ['fatalities'],
  lon: ['longitude', 'lon'],
  sources: ['source'],
}
/** Days before and after the middle of a week. */
const HALF_WEEK = 3

export function acledTranslator(
  header: readonly string[],
  { dateOrder, isArea, conflict }: Hints,
): Translator {
  const at = columnFinder(header)
  const column = {
    id: at('event_id_cnty'),
    date: at('event_date'),
    timePrecision: at('time_precision'),
    type: at('event_type'),
    subType: at('sub_event_type'),
    actor1: at('actor1'),
    actor2: at('actor2'),
    admin1: at('admin1'),
    admin2: at('admin2'),
    location: at('location'),
    latitude: at('latitude', 'lat'),
    longitude: at('longitude', 'lon'),
    geoPrecision: at('geo_precision'),
    source: at('source'),
    notes: at('notes'),
    fatalities: at('fatalities'),
  }
  const readDate = dateReader(dateOrder)
  const actors = actorReader(conflict)
  const readSourceRows = remembered((text) =>
    text
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  const partyOf = remembered((text) => actors.party(readSourceRows(text)))
  const accusedOf = remembered(actors.accused)

  return {
    columnOf: columnNamer(header, COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      const [type, subType] = [cell(column.type), cell(column.subType)]
      const [actor1, actor2] = [cell(column.actor1), cell(column.actor2)]
      const source = cell(column.source)
      const names = readSourceRows(source)
      cells.id = cell(column.id)
      setTime(cells, readDate(cell(column.date)).date, cell(column.timePrecision), issues)
      place(cells, cell, column, isArea, issues)
      if (NOT_VIOLENCE.has(type.toLowerCase())) {
        issues.warning('notViolence', 'event_type', { value: type, readAs: 'unspecified' })
      }
      cells.kind = KINDS.get(subType.toLowerCase()) ?? 'unspecified'
      cells.reported_by = names.length > 0 ? `ACLED, from: ${names.join('; ')}` : 'ACLED'
      cells.reporting_party = partyOf(source)
      if (ONE_SIDED.has(type.toLowerCase())) {
        cells.accused_party = accusedOf(actor1)
        cells.accused_as_worded = actor1
      }
      // ACLED writes 0 where none died and where nothing is known.
      const fatalities = wholeNumber(cell(column.fatalities))
      cells.killed = fatalities === '0' ? '' : fatalities
      cells.summary = cell(column.notes) || subType || type
      cells.note = codedAs([type, subType], [actor1, actor2])
      return { cells, sources: names.map((name) => sourceOf(name)) }
    },
  }
}

function codedAs(types: readonly string[], actors: readonly string[]): string {
  const named = actors.filter(Boolean).join('; ')
  const type = [...new Set(types.filter(Boolean))].join(', ')
  return `Coded by ACLED as: ${type || 'no type'}.${named === '' ? '' : ` Actors as coded: ${named}.`}`
}

/** Time precision 1 is the day, 2 the week around it, 3 its month: the codebook writes their middle. */
function setTime(
  cells: ReportCells,
  date: string,
  precision: string,
  issues: IssueCollector,
): void {
  const day = parseDay(date)
  cells.date_start = date
  if (precision === '1' || day === null) return
  cells.time_precision = 'days'
  if (precision === '2') {
    cells.date_start = formatDay(addDays(day, -HALF_WEEK))
    cells.date_end = formatDay(addDays(day, HALF_WEEK))
    cells.when_as_reported = `some day of the week around ${date}`
    return
  }
  const { from, to } = sliceAround(day, 'month')
  cells.date_start = formatDay(from)
  cells.date_end = formatDay(to)
  cells.when_as_reported = `some day of ${date.slice(0, 7)}`
  if (precision !== '3') {
    issues.warning('notTimePrecision', 'time_precision', { value: precision })
  }
}

/** Geo-precision 1 is the place itself, 2 its surroundings, 3 a larger region, which has no point. */
function place(
  cells: ReportCells,
  cell: Cell,
  column: Readonly<Record<string, number>>,
  isArea: Hints['isArea'],
  issues: IssueCollector,
): void {
  const precision = cell(column.geoPrecision ?? -1)
  const location = oneValue(cell(column.location ?? -1))
  if (precision === '1') cells.settlements = location
  else cells.areas_as_reported = location
  // Of a larger region, the second level is only that of the place that stands for it.
  const isNear = precision === '1' || precision === '2'
  const admin2 = isNear ? cell(column.admin2 ?? -1) : ''
  nameArea(cells, admin2, cell(column.admin1 ?? -1), isArea)
  if (isNear) {
    cells.lon = decimal(cell(column.longitude ?? -1))
    cells.lat = decimal(cell(column.latitude ?? -1))
    if (precision === '2') cells.position_precision = 'district'
    return
  }
  if (precision === '3') issues.warning('knownToRegion', 'geo_precision')
  else issues.warning('notGeoPrecision', 'geo_precision', { value: precision })
}
