import type { GivenFile } from '../../src/open/openFiles'
import { textFile } from '../support/open'
import { box } from '../support/shapes'
import { workbook } from '../support/workbook'

/** Files that once took the square of their length, or more, each of about n parts. */

const SOURCES = 'id,publisher,title,url,published,language'
export const OWN = 'id,date_start,areas,reported_by,reporting_party,summary'
const ACLED =
  'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities'

interface Cells {
  readonly date?: string
  readonly area?: string
  readonly summary?: string
  readonly more?: string
}

export function row(id: string, { date, area, summary, more = '' }: Cells = {}): string {
  return `${id},${date ?? '2022-11-29'},${area ?? 'Shusha'},Office,Other,${summary ?? 'Text'}${more}`
}

function acledRow(id: string, { date = '29 November 2022', actor = 'Group', source = 'Gazette' }) {
  const place = 'Country,Province,Shusha,Shusha,39.7585,46.7489,1'
  return `${id},${date},2022,1,Battles,Armed clash,${actor},Other group,${place},${source},Text,0`
}

export function table(header: string, ...rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`
}

export function collection(features: readonly object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

export function list<T>(n: number, make: (index: number) => T): T[] {
  return Array.from({ length: n }, (_, index) => make(index))
}

function polygon(name: string, ring: readonly (readonly number[])[]) {
  const geometry = { type: 'Polygon', coordinates: [ring] }
  return { type: 'Feature', properties: { name }, geometry }
}

/** Squares side by side. */
function squares(n: number, nameOf: (index: number) => string) {
  const side = Math.ceil(Math.sqrt(n))
  const size = 4 / side
  return list(n, (index) => {
    const [x, y] = [45 + (index % side) * size, 38 + Math.floor(index / side) * size]
    return polygon(nameOf(index), box(x, y, x + size, y + size))
  })
}

/** Circles of 200 points that lie over each other. */
function circles(n: number) {
  const turn = (2 * Math.PI) / 200
  return list(n, (index) => {
    const ring = list(201, (point) => [
      46.5 + index / n / 4 + 0.8 * Math.cos(turn * (point % 200)),
      40 + 0.8 * Math.sin(turn * (point % 200)),
    ])
    return polygon(`Zone ${index}`, ring)
  })
}

interface Input {
  readonly name: string
  /** Parts that take some ten milliseconds. */
  readonly n: number
  files(n: number): GivenFile[]
}

function csv(name: string, n: number, make: (n: number) => string): Input {
  return { name, n, files: (parts) => [textFile(make(parts))] }
}

function geojson(name: string, n: number, make: (n: number) => readonly object[]): Input {
  return { name, n, files: (parts) => [textFile(collection(make(parts)), 'file.geojson')] }
}

const inAcled = (cells: Parameters<typeof acledRow>[1]) => table(ACLED, acledRow('a', cells))
const inOurs = (cells: Cells) => table(OWN, row('a', cells), row('b'))
const series = (n: number, word: string) => list(n, (index) => `${word} ${index}`).join('; ')

const SHEET = [
  ['A1', 'date'],
  ['B1', 'text'],
  ['A2', '2022-11-29'],
] as const

export const INPUTS: readonly Input[] = [
  csv('blanks in a date', 100_000, (n) => inAcled({ date: `29 November 2022${' '.repeat(n)}x` })),
  csv('blanks in our date', 100_000, (n) => inOurs({ date: `2022-11-29${' '.repeat(n)}x` })),
  csv('open brackets', 200_000, (n) => inAcled({ actor: `Group ${'('.repeat(n)}` })),
  csv('sources of a row', 20_000, (n) => inAcled({ source: series(n, 'Gazette') })),
  csv('a long name', 200_000, (n) => inOurs({ area: 'abcdefghij'.repeat(n / 10) })),
  csv('unknown areas in a cell', 10_000, (n) => inOurs({ area: series(n, 'Nowhere') })),
  csv('unknown areas', 10_000, (n) =>
    table(OWN, ...list(n, (index) => row(`r${index}`, { area: `Nowhere ${index}` }))),
  ),
  csv('columns of one name', 40_000, (n) =>
    table(OWN + ',a'.repeat(n), row('a', { more: ',1'.repeat(n) })),
  ),
  csv('columns', 40_000, (n) =>
    table(OWN + list(n, (index) => `,c${index}`).join(''), row('a', { more: ',1'.repeat(n) })),
  ),
  csv('an open quote', 1_000_000, (n) => inOurs({ summary: `"${'word '.repeat(n / 5)}` })),
  csv('line ends in a cell', 50_000, (n) => inOurs({ summary: `"${'\n'.repeat(n)}x"` })),
  csv('marks over a letter', 20_000, (n) => inOurs({ area: `a${'\u0301\u0323'.repeat(n)}` })),
  geojson('properties of a feature each', 2000, (n) =>
    list(n, (index) => {
      const properties = { date: '2022-11-29', [`p${index}`]: 1 }
      return { type: 'Feature', properties, geometry: null }
    }),
  ),
  geojson('districts', 1000, (n) => squares(n, (index) => `District ${index}`)),
  geojson('districts of one name', 2000, (n) => squares(n, () => 'Same')),
  geojson('districts over each other', 60, circles),
  {
    name: 'blanks in a cell of a workbook',
    n: 20_000,
    files: (n) => [{ name: 'file.xlsx', blob: workbook([...SHEET, ['B2', `x${' '.repeat(n)}x`]]) }],
  },
  geojson('thin districts', 500, (n) =>
    list(n, (index) => {
      const [south, north] = [39 + index / n, 39 + (index + 0.5) / n]
      return polygon(`Strip ${index}`, box(46, south, 47, north))
    }),
  ),
  {
    name: 'addresses that are none',
    n: 10_000,
    files: (n) => [
      textFile(table(`${OWN},sources`, row('a', { more: ',s1' })), 'reports.csv'),
      textFile(table(SOURCES, ...list(n, (index) => `s${index},Gazette,Title,none,,en`)), 's.csv'),
    ],
  },
]
