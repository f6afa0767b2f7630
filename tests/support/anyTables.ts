import fc from 'fast-check'
import { readTable } from '../../src/csv/table'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { IncidentRecord } from '../../src/model/report'
import { CONFLICT } from './conflict'
import { csvOf, datasetOf, recordsOf, SOURCES_HEADER } from './fixtures'

/** What breaks quoting, spreadsheets, separators, layout and JSON. */
const HOSTILE = [
  ...['=1+1', "'=1+1", "''@SUM(A1)", '-5 wounded, "they said"', '+994 12', '@cmd', '\t=tab'],
  ...['＝HYPERLINK("x")', 'one; two', 'a, "b"\nc\r\nd\re', '5e3', 'null', '\\u0000\\', '\u0000'],
  ...['خرق وقف إطلاق النار', '\u202Eright to left', 'ə ş ğ 🕊️ 👩‍👩‍👧 \u2028'],
  ...['</script><script>alert(1)</script>', '__proto__', 'constructor'],
]
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)
const several = (values: fc.Arbitrary<string>) =>
  fc.array(values, { maxLength: 3 }).map((list) => list.join(';'))
const oneOf = (terms: readonly { readonly record: string }[]) =>
  fc.constantFrom(...terms.map((term) => term.record))

/** Ten days around a month's end, so that windows cut reports. */
const date = fc
  .integer({ min: 24, max: 33 })
  .map((day) => (day <= 30 ? `2022-11-${day}` : `2022-12-0${day - 30}`))
const time = fc.oneof(fc.constant(''), fc.constantFrom('00:00', '14:40', '15:50', '23:59', '25:00'))
const count = fc.constantFrom('', '0', '1', '12', 'many')
const sourceId = fc.constantFrom('daily-1', 'daily-2', 'daily-3', 'unknown-1')
/** Six decimals: one more than the geometry keeps. */
const degrees = fc.integer({ min: -80_000_000, max: 80_000_000 }).map((n) => String(n / 1_000_000))
const coordinates = fc.option(fc.record({ lon: degrees, lat: degrees }), {
  freq: 4,
  nil: { lon: '', lat: '' },
})

const cells = fc
  .record({
    date_start: date,
    time_start: time,
    date_end: fc.oneof(fc.constant(''), date),
    time_end: time,
    time_precision: fc.constantFrom('exact', 'interval', 'part-of-day', 'day', 'days', ''),
    time_approximate: fc.constantFrom('yes', ''),
    when_as_reported: text,
    areas: several(
      fc.oneof(fc.constantFrom('Shusha', 'Şuşa', 'Aghdam', 'Twin', 'Nowhere', 'Askeran'), text),
    ),
    areas_as_reported: several(text),
    settlements: several(fc.oneof(fc.constant('Yellija'), text)),
    kind: several(oneOf(CONFLICT.kinds)),
    weapons: several(text),
    reported_by: text,
    reporting_party: oneOf(CONFLICT.parties),
    accused_party: oneOf(CONFLICT.accused),
    accused_as_worded: text,
    fired_from: text,
    fired_from_places: several(fc.constantFrom('shusha', 'yellija', 'nowhere')),
    target: text,
    retaliation: text,
    killed: count,
    wounded: count,
    denied_by: text,
    denial_source: fc.oneof(fc.constant(''), sourceId),
    summary: text,
    sources: several(sourceId),
    note: text,
    coordinates,
  })
  .map(({ coordinates, ...rest }) => ({ ...rest, ...coordinates }))

const sourceCells = fc.record({
  publisher: text,
  title: text,
  url: fc.constantFrom('', 'https://a.example/x?y=1;z', 'http://b.example/a; b', 'javascript:1'),
  published: fc.constantFrom('', '2022-12', '2022-12-01', 'soon'),
  language: fc.constantFrom('', 'en', 'hy', 'zh-Hant', 'nonsense!'),
})

/** The rows of a small dataset, of any cells. */
export const anyTables = fc.record({
  reports: fc.array(cells, { maxLength: 6 }),
  sources: fc.array(sourceCells, { minLength: 3, maxLength: 3 }),
})

/** Arbitrary tables, read by the real parser (which trims, composes and splits) and joined. */
export function joinAny(tables: typeof anyTables extends fc.Arbitrary<infer T> ? T : never): {
  dataset: JoinedDataset
  records: readonly IncidentRecord[]
  sources: string
} {
  const csv = (columns: string[], prefix: string, rows: readonly Record<string, string>[]) => {
    const withIds = rows.map((row, index) => ({ id: `${prefix}-${index + 1}`, ...row }))
    return csvOf({ columns, rows: withIds.map((cells, index) => ({ line: index + 2, cells })) })
  }
  const columns = ['id', ...Object.keys(tables.reports[0] ?? {})]
  const sources = csv(SOURCES_HEADER.split(','), 'daily', tables.sources)
  const { records } = recordsOf(readTable(csv(columns, 'r', tables.reports), 'any').rows)
  return { dataset: datasetOf(records, sources), records, sources }
}
