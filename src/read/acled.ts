import { splitList } from '../csv/table'
import type { IssueCollector } from '../issues/issueCollector'
import { addDays, formatDay, parseDay, sliceAround } from '../model/day'
import { actorReader } from './actors'
import {
  columnNamer,
  createReportCells,
  dateReader,
  findColumns,
  type ReportCells,
  sourceOf,
  wholeNumber,
} from './cells'
import { type PlaceCode, setPlace } from './eventPlace'
import { eventWords } from './events/eventWords'
import type { Cell, Hints, Translator } from './format'

/**
 * Events as the Armed Conflict Location & Event Data Project exports them. Columns, codes and where
 * they are defined: geodata/FORMATS.md.
 */

/** An attack on civilians may be any violence: not fire by itself. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['armed clash', 'fire'],
  ['shelling/artillery/missile attack', 'shelling'],
  ['air/drone strike', 'UAV'],
  ['remote explosive/landmine/ied', 'mine'],
])
/** Types in which actor1 acts on its own by the codebook; it does not say who began a battle. */
const ONE_SIDED = new Set(['explosions/remote violence', 'violence against civilians'])
const NOT_VIOLENCE = new Set(['protests', 'riots', 'strategic developments'])
/** Geo-precision: the place itself, or its surroundings. */
const WHERE: ReadonlyMap<string, PlaceCode> = new Map([
  ['1', { areas: 'both', precision: '' }],
  ['2', { areas: 'both', precision: 'approximate' }],
])
/** Geo-precision 3. The second level is then only that of the place that represents the region. */
const REGION: PlaceCode = { areas: 'coarser', precision: null }
/** Contactline's names for what is read from a single column. */
const COLUMNS = {
  id: 'event_id_cnty',
  date_start: 'event_date',
  timePrecision: 'time_precision',
  type: 'event_type',
  kind: 'sub_event_type',
  actor1: 'actor1',
  actor2: 'actor2',
  areas: 'admin1|admin2',
  country: 'country',
  coarser: 'admin1',
  finer: 'admin2',
  place: 'location',
  lat: 'latitude|lat',
  lon: 'longitude|lon',
  geoPrecision: 'geo_precision',
  sources: 'source',
  notes: 'notes',
  killed: 'fatalities',
}
const LABELS = {
  reporting_party: 'Actor 1',
  accused_party: 'Actor 2',
  kind: 'Event type',
  weapons: 'Sub-event type',
}
/** Days before and after the middle of a week. */
const HALF_WEEK = 3

export function acledTranslator(
  header: readonly string[],
  { dateOrder, isArea, conflict, own, actorsOf }: Hints,
): Translator {
  const column = findColumns(header, COLUMNS)
  const readDate = dateReader(dateOrder, conflict)
  const actors = actorReader(conflict)
  const actorsIn = (cell: Cell) =>
    actorsOf?.(cell(column.id)) ?? [cell(column.actor1), cell(column.actor2)]
  const { words, code } = eventWords(own, LABELS, (cell) => {
    const [actor1 = '', actor2 = ''] = actorsIn(cell)
    const [type, subType] = [cell(column.type), cell(column.kind)]
    return {
      parties: [actor1],
      accused: [actor2],
      kinds: [type],
      weapons: subType === '' ? [] : [subType],
    }
  })
  return {
    own: words,
    columnOf: columnNamer(header, COLUMNS),
    joinsRows: actorsOf !== null,
    read(cell, issues) {
      const cells = createReportCells()
      const [type, subType] = [cell(column.type), cell(column.kind)]
      const [actor1 = '', actor2 = '', ...others] = actorsIn(cell)
      const source = cell(column.sources)
      const names = splitList(source)
      cells.id = cell(column.id)
      setTime(cells, readDate(cell(column.date_start)).date, cell(column.timePrecision), issues)
      const precision = cell(column.geoPrecision)
      const where = WHERE.get(precision) ?? REGION
      setPlace(cells, where, (name) => cell(column[name]), isArea, cell(column.country))
      if (precision === '3') issues.warning('knownToRegion', 'geo_precision')
      else if (!WHERE.has(precision)) {
        issues.warning('notGeoPrecision', 'geo_precision', { value: precision })
      }
      cells.reported_by = names.length > 0 ? `ACLED, from: ${names.join('; ')}` : 'ACLED'
      if (!code(cells, cell)) {
        if (NOT_VIOLENCE.has(type.toLowerCase())) {
          issues.warning('notViolence', 'event_type', { value: type, readAs: 'unspecified' })
        }
        cells.kind = KINDS.get(subType.toLowerCase()) ?? 'unspecified'
        cells.reporting_party = actors.party(source)
        if (ONE_SIDED.has(type.toLowerCase())) {
          cells.accused_party = actors.accused(actor1)
          cells.accused_as_worded = actor1
        }
      }
      // ACLED writes 0 where nobody died and where nothing is known.
      const fatalities = wholeNumber(cell(column.killed))
      cells.killed = fatalities === '0' ? '' : fatalities
      cells.summary = cell(column.notes) || subType || type
      cells.note = codedAs([type, subType], [actor1, actor2, ...others])
      return { cells, sources: names.map((name) => sourceOf(name)) }
    },
  }
}

function codedAs(types: readonly string[], actors: readonly string[]): string {
  const named = actors.filter(Boolean).join('; ')
  const type = [...new Set(types.filter(Boolean))].join(', ')
  return `Coded by ACLED as: ${type || 'no type'}.${named === '' ? '' : ` Actors as coded: ${named}.`}`
}

/** Time precision 1 is the day, 2 the week around it, 3 its month: dates are their middle. */
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
