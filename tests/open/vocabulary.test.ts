import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { withoutGuard } from '../../src/csv/formula'
import { customInfo } from '../../src/export/provenance'
import { reportsCsv } from '../../src/export/reportsCsv'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import type { CodeList } from '../../src/model/conflict'
import { FILE_COLOURS } from '../../src/model/own/ownColours'
import { WordCounter } from '../../src/model/own/wordCounter'
import type { Colouring } from '../../src/query/counts'
import { countGroups, groupsOf } from '../../src/query/groups'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { facetName, shownFacets, valueTerms } from '../../src/ui/panel/facetOptions'
import { runs } from '../propertyRuns'
import { CONFLICT } from '../support/conflict'
import { everything } from '../support/fixtures'
import { fixture, openGuessed, openReports, reportsOf, textFile } from '../support/open'

function layout(name: string) {
  const url = new URL(`../fixtures/faults/layouts/${name}`, import.meta.url)
  return { name, blob: new Blob([readFileSync(url)]) }
}

/** The terms of a list with the reports of each. */
function counted(dataset: Dataset, colouring: Colouring): Record<string, number> {
  const slice = sliceDataset(dataset, everything(dataset))
  const { certain, possible } = countGroups(dataset, slice, colouring)
  return Object.fromEntries(
    groupsOf(dataset.conflict, colouring).map(({ label }, index) => [
      label,
      (certain[index] ?? 0) + (possible[index] ?? 0),
    ]),
  )
}

describe('the words of a file of another country', () => {
  test('are the actors and event types of ACLED', async () => {
    const { dataset, rows } = await openReports([layout('acled-other-country.csv')])
    expect(counted(dataset, 'party')).toEqual({
      'Military Forces of Exampleland (2015-)': 5,
      'Northern Example Front': 2,
      'Unidentified Armed Group (Exampleland)': 2,
      'Protesters (Exampleland)': 2,
      'Example Farmers Union': 1,
    })
    expect(counted(dataset, 'accused')).toEqual({
      'Northern Example Front': 4,
      'Civilians (Exampleland)': 3,
      'Military Forces of Exampleland (2015-)': 2,
      'Unidentified Armed Group (Exampleland)': 1,
      None: 2,
    })
    expect(Object.keys(counted(dataset, 'kind'))).toHaveLength(6)
    expect(dataset.conflict.columnLabels?.reporting_party).toBe('Actor 1')
    const killed = reportsOf(dataset).reduce((sum, { record }) => sum + (record.killed ?? 0), 0)
    expect(killed).toBe(30)
    const codes = new Set(rows.flatMap(({ issues }) => issues.map(({ code }) => code)))
    expect(codes).not.toContain('notViolence')
    expect(codes).not.toContain('unknownValue')
  })

  test('are the sides and types of violence of UCDP', async () => {
    const { dataset } = await openReports([layout('ucdp-other-country.csv')])
    expect(counted(dataset, 'party')).toEqual({
      'Government of Exampleland': 4,
      'Northern Example Front': 2,
    })
    expect(counted(dataset, 'accused')).toEqual({ 'Northern Example Front': 4, Civilians: 2 })
    expect(counted(dataset, 'kind')).toEqual({
      'State-based conflict': 3,
      'One-sided violence': 2,
      'Non-state conflict': 1,
    })
  })
})

test.each([
  ['the region', ['Exampleland', 'Azerbaijan']],
  ['another country', ['Azerbaijan', 'Exampleland']],
])('the words of a file are told from all of its rows: most are of %s', async (_, sides) => {
  const [first = '', most = ''] = sides.map((name) => `Government of ${name}`)
  const rows = Array.from({ length: 2000 }, (_, row) => {
    const side = row < 800 ? first : most
    return `${row},2,${side},${side},,2022-11-29 00:00:00.000,2022-11-29 00:00:00.000,1,1`
  })
  const header = 'id,type_of_violence,side_a,side_b,side_b_new_id,date_start,date_end,date_prec'
  const { dataset, file } = await openReports([
    textFile([`${header},where_prec`, ...rows].join('\n')),
  ])
  const isHome = most.endsWith('Azerbaijan')
  expect(file.vocabulary === null).toBe(isHome)
  const known = isHome ? 'Azerbaijan' : 'Government of Exampleland'
  expect(dataset.conflict.parties.map(({ label }) => label)).toContain(known)
  expect(dataset.columns.length).toBe(rows.length)
})

test('sub-event types and the words for weapons are filters, through exports too', async () => {
  const acled = await openReports([layout('acled-other-country.csv')])
  const lines = ['Date,District,Actor,Weapon', '2024-03-05,Shusha,Northern Front,Fire lance']
  const own = await openGuessed(textFile([...lines, '2024-03-06,Shusha,Militia,Rifle'].join('\n')))
  const meta = { ...customInfo(CONFLICT, 'a.csv'), generated: '' }
  const slice = sliceDataset(acled.dataset, everything(acled.dataset))
  const text = geoJsonText(reportsGeoJson(acled.dataset, slice, meta))
  const again = await openReports([textFile(text, 'a.geojson')])
  for (const { dataset } of [acled, again, own]) {
    const facets = sliceDataset(dataset, everything(dataset)).facets.weapon
    const found = valueTerms('weapon', dataset.conflict).flatMap(({ id, label }) => {
      const { certain = 0, possible = 0 } = facets.get(id) ?? {}
      return certain + possible > 0 ? [label] : []
    })
    expect(new Set(found)).toEqual(
      new Set(reportsOf(dataset).flatMap(({ record }) => record.weapons)),
    )
    expect(found.length).toBeGreaterThan(1)
  }
  expect(again.dataset.conflict).toEqual(acled.dataset.conflict)
  expect(facetName('weapon', acled.dataset.conflict)).toBe('Sub-event type')
  expect(shownFacets(acled.dataset.conflict)).toContain('weapon')

  const gtd = await layout('gtd-like.csv').blob.text()
  const [bare, typed] = await Promise.all([
    openReports([textFile(gtd)]),
    openReports([
      textFile(
        gtd.replace('dbsource', 'dbsource,weaptype1_txt').replace(/(\d{12},.*)/g, '$1,Firearms'),
      ),
    ]),
  ])
  expect(shownFacets(bare.dataset.conflict)).not.toContain('weapon')
  expect(typed.dataset.conflict.weapons).toEqual(['Firearms'])
})

test.each(['geojson', 'csv'])(
  'an export as %s brings the words back, and what they are',
  async (format) => {
    const { dataset } = await openReports([layout('acled-other-country.csv')])
    const slice = sliceDataset(dataset, everything(dataset))
    const meta = { ...customInfo(CONFLICT, 'a file'), generated: '' }
    const text =
      format === 'csv'
        ? (await reportsCsv(dataset, slice, meta)).join('')
        : geoJsonText(reportsGeoJson(dataset, slice, meta))
    const again = await openReports([textFile(text)])
    expect(again.dataset.conflict).toEqual(dataset.conflict)
    for (const colouring of ['party', 'accused', 'kind'] as const) {
      expect(counted(again.dataset, colouring)).toEqual(counted(dataset, colouring))
    }
  },
)

test.each(['acled.csv', 'ucdp.csv'])(
  '%s of the region keeps the parties of the conflict',
  async (name) => {
    const { dataset, file } = await openReports([fixture(name)])
    expect(file.vocabulary).toBeNull()
    expect(dataset.conflict).toEqual(CONFLICT)
  },
)

const WORD = fc.oneof(
  fc.constantFrom(
    '',
    'Police',
    'police',
    'POLICE!',
    'Other',
    'not stated',
    '???',
    'a;b',
    'Полиция',
  ),
  fc.integer({ min: 1, max: 30 }).map((n) => `Group ${n}`),
  fc.string({ minLength: 1, maxLength: 20 }),
)

test('every row is of one term in each list, and every word is kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(WORD, WORD, WORD), { minLength: 1, maxLength: 60 }),
      async (words) => {
        const rows = words.map(([actor1, actor2, event_type], index) => ({
          event_id_cnty: `E${index}`,
          event_date: '2024-03-05',
          time_precision: '1',
          geo_precision: '3',
          actor1: `Band ${actor1}`,
          actor2,
          event_type,
        }))
        const text = Papa.unparse(rows, { quotes: true })
        const { dataset } = await openReports([textFile(text)])
        for (const colouring of ['party', 'accused', 'kind'] as const) {
          const counts = counted(dataset, colouring)
          expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(rows.length)
        }
        for (const { id, record } of reportsOf(dataset)) {
          const cells = Papa.parse<Record<string, string>>(text, { header: true }).data[
            Number(id.slice(1))
          ]
          const kept = (word = '') => word.trim().normalize('NFC')
          expect(record.accused_as_worded).toBe(withoutGuard(kept(cells?.actor2)))
          for (const word of [cells?.actor1, cells?.actor2, cells?.event_type]) {
            expect(record.note).toContain(withoutGuard(kept(word)))
          }
        }
        for (const list of ['parties', 'accused', 'kinds'] satisfies CodeList[]) {
          const terms = dataset.conflict[list]
          expect(terms.length).toBeLessThanOrEqual(FILE_COLOURS.length + 2)
          expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length)
        }
      },
    ),
    { numRuns: runs(40) },
  )
})

test('of a million different words the frequent ones are counted, in bounded memory', () => {
  const counter = new WordCounter()
  for (let index = 0; index < 1_000_000; index++) {
    counter.add(`Rare ${index}`)
    if (index % 10 === 0) counter.add('Frequent')
  }
  expect(counter.isCut).toBe(true)
  expect(counter.counts.size).toBeLessThanOrEqual(20_000)
  expect(counter.counts.get('Frequent')).toBe(100_000)
})

/** Tables of each format: what all rows have, and the columns whose words are coded. */
const CODED: Readonly<Record<string, readonly [fixed: string, coded: readonly string[]]>> = {
  acled: [
    'event_date=2024-03-05,time_precision=1,source=Gazette',
    ['event_id_cnty', 'actor1', 'actor2', 'event_type', 'sub_event_type'],
  ],
  ucdp: [
    'date_start=2024-03-05,date_end=2024-03-05,where_prec=1',
    ['id', 'side_a', 'side_b', 'type_of_violence'],
  ],
  gdelt: [
    'sqldate=20240305,actiongeo_type=1',
    ['globaleventid', 'actor1name', 'actor2name', 'eventrootcode'],
  ],
  gtd: [
    'iyear=2024,imonth=3,iday=5',
    ['eventid', 'gname', 'targtype1_txt', 'attacktype1_txt', 'weaptype1_txt'],
  ],
  viina: ['viinaversion=2,date=20240305', ['event_id', 'source']],
  aggregated: ['events=2,week=2024-03-04', ['note', 'country', 'event_type']],
  contactline: [
    'date_start=2024-03-05,areas=Shusha,reported_by=Gazette,summary=Fire',
    ['id', 'reporting_party', 'accused_party', 'kind', 'weapons'],
  ],
  mapped: ['date=2024-03-05', ['title', 'reported by', 'accused', 'kind', 'weapon']],
}
const SIDES = { acled: 'actor', ucdp: 'side_', gdelt: 'actor', gtd: 'gname' }
const someWord = fc.stringMatching(/^Zz[a-z]{4,8}( [a-z]{5})?$/)

test.each(Object.keys(CODED))('no word of a coded column of %s is lost', async (format) => {
  const [fixed, columns] = CODED[format] ?? ['', []]
  const pairs = fixed.split(',').map((each) => each.split('='))
  const rows = fc.array(fc.tuple(...columns.map(() => someWord)), { minLength: 1, maxLength: 30 })
  await fc.assert(fc.asyncProperty(rows, fc.boolean(), check), { numRuns: runs(20) })
  /** `isOurs`: one actor of each row is a side of the conflict, whose words the file then has. */
  async function check(words: readonly (readonly string[])[], isOurs: boolean) {
    const side = SIDES[format as keyof typeof SIDES] ?? 'none'
    const lines = words.map((row, number) =>
      row.map((word, at) => {
        if (at === 0) return `${number}-${word}`
        const isSide = isOurs && columns[at]?.startsWith(side) && at === 1
        return isSide ? 'Military Forces of Azerbaijan' : word
      }),
    )
    const fields = [...pairs.map(([name]) => name ?? ''), ...columns]
    const data = lines.map((row) => [...pairs.map(([, value]) => value ?? ''), ...row])
    const file = textFile(Papa.unparse({ fields, data }))
    const { dataset } = await (format === 'mapped' ? openGuessed(file) : openReports([file]))
    const meta = { ...customInfo(CONFLICT, 'a.csv'), generated: '' }
    const text = await reportsCsv(dataset, sliceDataset(dataset, everything(dataset)), meta)
    const exported = Papa.parse<string[]>(text.join('')).data.map((row) => row.join(' | '))
    for (const row of lines) {
      const kept = exported.filter((each) => row.slice(1).every((word) => each.includes(word)))
      expect(kept, row.join()).not.toEqual([])
    }
  }
})
