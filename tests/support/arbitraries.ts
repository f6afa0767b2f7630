import fc from 'fast-check'
import Papa from 'papaparse'
import { FORMULA_START } from '../../src/csv/formula'
import { type JoinedDataset, joinDataset } from '../../src/join/joinReports'
import type { Day, DayRange } from '../../src/model/day'
import { addDays, formatDay, parseDay } from '../../src/model/day'
import {
  type Chosen,
  CODED_FACETS,
  FACET_KEYS,
  type FacetKey,
  facetValues,
  isSingleChoice,
  NOTHING_CHOSEN,
} from '../../src/model/facets'
import { FIELD_NAMES, FILE_FIELD_NAMES } from '../../src/model/fields'
import { formatTime } from '../../src/model/interval'
import { NOT_LOCATED } from '../../src/model/vocabulary'
import { unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { NO_QUERY, readQuery } from '../../src/query/search/readQuery'
import { readDateWords } from '../../src/read/dateWords'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import type { RowCells } from '../../src/read/reportRow'
import { CONFLICT } from './conflict'
import { deepFreeze } from './freeze'

/**
 * A small world: districts, of which two share a label point and one has none, a province, two
 * former units, four villages.
 */
export const PLACES_CSV = `id,kind,name,name_az,name_hy,name_ru,other_names,districts,lon,lat,source
shusha,district,Shusha,Şuşa,Շուշի,Шуша,Shushi; Schuscha,shusha,46.654512,39.7085,made up
aghdam,district,Aghdam,Ağdam,Ակնա,Агдам,Agdam,aghdam,46.9464,40.0623,made up
twin,district,Twin,,,,,twin,46.9464,40.0623,made up
nowhere,district,Nowhere,,,,,nowhere,,,made up
kalbajar,district,Kalbajar,Kəlbəcər,Քարվաճառ,Кельбаджар,Kelbajar,kalbajar,46.04,40.1,made up
syunik,province,Syunik,,Սյունիք,Сюник,,syunik,46.2,39.3,made up
martakert,former unit,Martakert,,Մարտակերտ,Мартакерт,,aghdam; kalbajar,,,made up
askeran,former unit,Askeran,,,,,shusha; aghdam; nowhere,,,made up
charektar,settlement,Charektar,Çərəktar,Չարեքտար,Чаректар,,kalbajar,46.35,40.12,made up
istisu,settlement,Istisu,İstisu,,Истису,,kalbajar,45.95,39.95,made up
nowhere-known,settlement,Taghavard,Tağavard,Թաղավարդ,Тагавард,,shusha,,,made up
yellija,settlement,Yellija,,,,,aghdam,46.1,40.1,made up
`
const SOURCES_CSV = `id,publisher,title,url,published,language
daily-1,Daily,One,https://example.org/1,2022-12-01,en
daily-2,Daily,,https://example.org/2,2022-12,az
`

/** A row of an incidents file as a spreadsheet holds it: text by column name. */
export type RawRow = RowCells

const FIRST = day('2022-11-20')
const LAST = day('2023-01-12')

/** A day around the turn of a year, few enough that reports, windows and switched-off dates meet. */
export const someDay = fc.integer({ min: FIRST, max: LAST }).map((value): Day => value as Day)

/** A window, now and then reversed or of one day. */
export const someWindow = fc.oneof(
  { weight: 3, arbitrary: fc.constant(range(FIRST, LAST)) },
  {
    weight: 8,
    arbitrary: fc.tuple(someDay, someDay).map(([a, b]) => range(Math.min(a, b), Math.max(a, b))),
  },
  { weight: 1, arbitrary: fc.tuple(someDay, someDay).map(([a, b]) => range(a, b)) },
  { weight: 1, arbitrary: someDay.map((only) => range(only, only)) },
)

const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hours, minutes]) => formatTime(hours * 60 + minutes))
const some = (values: readonly string[]) =>
  fc.subarray([...values], { maxLength: 3 }).map((chosen) => chosen.join('; '))

/** What breaks quoting, spreadsheets, separators, layout and JSON. */
const HOSTILE = [
  ...['=1+1', "'=1+1", "''@SUM(A1)", '-5 wounded, "they said"', '+994 12', '@cmd', '\t=tab'],
  ...['＝HYPERLINK("x")', 'one; two', 'a, "b"\nc\r\nd\re', '5e3', 'null', '\\u0000\\'],
  ...['خرق وقف إطلاق النار', '\u202Eright to left', 'ə ş ğ 🕊️ 👩‍👩‍👧 \u2028'],
  ...['</script><script>alert(1)</script>', '__proto__', 'constructor'],
]
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  // NUL is left out where files are read.
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((any) => any.replaceAll('\0', '')),
  },
)
const count = fc.constantFrom('', '0', '1', '12', 'many')

/** Any row with a readable start date; its other cells may hold anything. */
const rawRow = fc
  .record({
    start: someDay,
    nights: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })),
    time_start: fc.oneof(fc.constant(''), clock, fc.constant('25:99')),
    time_end: fc.oneof(fc.constant(''), clock),
    time_precision: fc.constantFrom('exact', 'interval', 'part-of-day', 'day', 'days', '', 'maybe'),
    time_approximate: fc.constantFrom('yes', ''),
    when_as_reported: text,
    areas: some([
      ...['Shusha', 'Ağdam rayonu', 'Кельбаджарский район', 'Kəlbəcər', 'Twin', 'Nowhere'],
      ...['Syunik', 'Martakert', 'Askeran', 'Atlantis', '=1+1', 'a, "b"'],
    ]),
    areas_as_reported: text,
    settlements: some(['Charektar', 'İstisu', 'Tagavard', 'Yellija', 'Nowhere', '+994 12']),
    fired_from_places: some([
      ...['charektar', 'istisu', 'nowhere-known', 'aghdam', 'martakert'],
      'no-such-place',
    ]),
    kind: some([...CONFLICT.kinds.map((term) => term.record), 'earthquake']),
    reporting_party: fc.constantFrom(...CONFLICT.parties.map((term) => term.record), 'Martians'),
    accused_party: fc.constantFrom(...CONFLICT.accused.map((term) => term.record), '', 'Martians'),
    weapons: some([
      'small arms',
      'Sniper rifles',
      'Griphon-12 UAV',
      'large-calibre weapons',
      'stones',
    ]),
    accused_as_worded: text,
    fired_from: text,
    target: text,
    retaliation: text,
    killed: count,
    wounded: count,
    denied_by: fc.constantFrom('', '', 'Ministry of Defence'),
    denial_source: fc.constantFrom('', '', 'daily-1', 'daily-2', 'no-such-source'),
    sources: some(['daily-1', 'daily-2', 'no-such-source']),
    summary: fc.oneof(text, fc.constantFrom('Fire at a post near Şuşa.', 'Nothing, "quoted"')),
    note: text,
  })
  .map(
    ({ start, nights, ...cells }): RawRow => ({
      ...cells,
      date_start: formatDay(start),
      date_end: formatDay(addDays(start, nights)),
      reported_by: 'A ministry',
    }),
  )

const withIds = (rows: readonly RawRow[]) =>
  rows.map((row, index): RawRow => ({ id: `made-${index}`, ...row }))

/** Rows with ids of their own, in any order. */
export const someRows = fc.array(rawRow, { maxLength: 40 }).map(withIds)

/** Six decimals: one more than the geometry keeps. */
const degrees = fc.integer({ min: -80_000_000, max: 80_000_000 }).map((n) => String(n / 1_000_000))
const coordinates = fc.oneof(fc.constant({}), fc.record({ lon: degrees, lat: degrees }))
const sourceCells = fc.record({
  publisher: text,
  title: text,
  url: fc.constantFrom('', 'https://a.example/x?y=1;z', 'http://b.example/a; b', 'javascript:1'),
  published: fc.constantFrom('', '2022-12', '2022-12-01', 'soon'),
  language: fc.constantFrom('', 'en', 'hy', 'zh-Hant', 'nonsense!'),
})

/** Some rows, now and then with coordinates, and the text of a sources file of any cells. */
export const someTables = fc.record({
  rows: fc
    .array(
      fc.tuple(rawRow, coordinates).map((cells): RawRow => Object.assign({}, ...cells)),
      { maxLength: 6 },
    )
    .map(withIds),
  sources: fc
    .tuple(sourceCells, sourceCells)
    .map((sources) =>
      csvOf(sources.map((cells, index) => ({ id: `daily-${index + 1}`, ...cells }))),
    ),
})

/** A filter with any number of conditions set: most let little through. */
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  window: someWindow,
  off: fc.uniqueArray(someDay, { maxLength: 12 }).map((days): ReadonlySet<Day> => new Set(days)),
  chosen: fc.record({
    area: setOf(['shusha', 'aghdam', 'kalbajar', 'syunik', NOT_LOCATED]),
    ...chosenCodes(),
    source: setOf(['daily-1', 'no-such-source']),
  }) as unknown as fc.Arbitrary<Chosen>,
  possible: fc.boolean(),
  query: fc
    .constantFrom('', '', 'susa', 'quoted daily', 'no such word', 'dec', '1 dec 2022 fire')
    .map((text) => readQuery(text, range(FIRST, LAST), readDateWords)),
})

/** Any values of each facet with codes; of one with a single choice, one or none. */
function chosenCodes(): Record<string, fc.Arbitrary<ReadonlySet<string>>> {
  const entries = CODED_FACETS.map((key) => {
    const values = facetValues(key, CONFLICT)
    const one = fc.constantFrom([], [], ...values.map((id) => [id])).map((ids) => new Set(ids))
    return [key, isSingleChoice(key) ? one : setOf(values)]
  })
  return Object.fromEntries(entries)
}

/** What a filter can set besides time. */
export const CONDITIONS: readonly (FacetKey | 'query')[] = [...FACET_KEYS, 'query']

/** The same time with these conditions of a filter only. */
export function withOnly(filter: Filter, kept: readonly (FacetKey | 'query')[]): Filter {
  const facets = kept.filter((name) => name !== 'query').map((key) => [key, filter.chosen[key]])
  return {
    ...unfiltered(filter.window),
    off: filter.off,
    chosen: { ...NOTHING_CHOSEN, ...Object.fromEntries(facets) },
    possible: filter.possible,
    query: kept.includes('query') ? filter.query : NO_QUERY,
  }
}

/** A filter with other values of some facets. */
export function choosing(
  filter: Filter,
  chosen: Partial<Record<FacetKey, Iterable<string>>>,
): Filter {
  const sets = Object.entries(chosen).map(([key, ids]) => [key, new Set(ids)])
  return { ...filter, chosen: { ...filter.chosen, ...Object.fromEntries(sets) } }
}

/** A filter, half of the time with at most two conditions, so that something is left to count. */
export const someFilter: fc.Arbitrary<Filter> = fc.oneof(
  anyFilter,
  fc
    .tuple(anyFilter, fc.subarray([...CONDITIONS], { maxLength: 2 }))
    .map(([filter, kept]) => withOnly(filter, kept)),
)

/** Writes rows as CSV text, formula-like cells guarded as an export does. */
export function csvOf<Row extends object>(rows: readonly Row[], columns?: string[]): string {
  return `${Papa.unparse([...rows], { columns, escapeFormulae: FORMULA_START })}\n`
}

/** Writes rows as the CSV text of an incidents file. */
export function incidentsCsv(rows: readonly RawRow[]): string {
  return csvOf(rows, [...FIELD_NAMES, ...FILE_FIELD_NAMES])
}

/** The whole way from raw rows to a joined, frozen dataset of the small world. */
export function datasetOf(
  rows: readonly RawRow[],
  sourcesCsv = SOURCES_CSV,
  placesCsv = PLACES_CSV,
): JoinedDataset {
  const incidents = parseIncidents(incidentsCsv(rows), 'incidents.csv', CONFLICT)
  const sources = parseSources(sourcesCsv, 'sources.csv')
  const places = parsePlaces(placesCsv, 'places.csv', CONFLICT)
  const tables = {
    conflict: CONFLICT,
    incidents: incidents.rows,
    sources: sources.rows,
    places: places.rows,
    issues: [...incidents.issues, ...sources.issues, ...places.issues],
    file: 'incidents.csv',
  }
  return deepFreeze(joinDataset(deepFreeze(tables)))
}

/** A joined dataset made of any rows. */
export const someDataset = someRows.map((rows) => datasetOf(rows))

/** The day of a date known to be one. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`"${text}" is not a date`)
  return parsed
}

/** Whole days from one date or number to another. */
export function range(from: string | number, to: string | number): DayRange {
  const end = (value: string | number) => (typeof value === 'string' ? day(value) : (value as Day))
  return { from: end(from), to: end(to) }
}

function setOf<T>(values: readonly T[]): fc.Arbitrary<ReadonlySet<T>> {
  // Often empty: an empty set filters nothing, and three sets that each cut leave little to count.
  return fc.oneof(fc.constant([]), fc.subarray([...values])).map((chosen) => new Set<T>(chosen))
}
