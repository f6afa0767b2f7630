import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELD_NAMES } from '../../src/model/fields'
import type { IncidentRecord } from '../../src/model/report'
import { formatCell } from '../../src/model/reportCells'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { day, incidentsCsv, type RawRow, someRows } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const GOOD: RawRow = {
  id: '20221130-01',
  date_start: '2022-11-30',
  time_start: '14:40',
  date_end: '2022-11-30',
  time_end: '15:50',
  time_precision: 'interval',
  time_approximate: 'yes',
  areas: 'Shusha; Aghdam',
  kind: 'fire; shelling',
  reported_by: 'Ministry of Defence of Azerbaijan',
  reporting_party: 'Azerbaijan',
  accused_party: 'Armenian formations in Karabakh',
  killed: '0',
  wounded: '2',
  denied_by: 'Ministry of Defence of Armenia',
  denial_source: 'daily-2',
  summary: 'Fire at positions, "again".',
  sources: 'daily-1; daily-2',
}

function parse(...rows: RawRow[]) {
  return parseIncidents(incidentsCsv(rows), 'mine.csv', CONFLICT)
}

const SIX = 'id,date_start,areas,reported_by,reporting_party,summary'

describe('parseIncidents', () => {
  test('reads a whole row', () => {
    const { rows, issues } = parse(GOOD)
    expect(issues).toEqual([])
    expect(rows[0]).toMatchObject({
      ...GOOD,
      date_start: day('2022-11-30'),
      date_end: day('2022-11-30'),
      time_approximate: true,
      areas: ['Shusha', 'Aghdam'],
      kind: ['fire', 'shelling'],
      reporting_party: 'azerbaijan',
      accused_party: 'armenian-formations',
      killed: 0,
      wounded: 2,
      sources: ['daily-1', 'daily-2'],
      position: null,
      row: 2,
    })
  })

  test('reads the six columns that a file must have', () => {
    const text = `${SIX}\nx,2022-11-29,Aghdam,MoD,Azerbaijan,Fire.\n`
    const { rows, issues } = parseIncidents(text, 'mine.csv', CONFLICT)
    expect(issues).toEqual([])
    const empty = { killed: null, wounded: null, denial_source: null, sources: [] }
    expect(rows[0]).toMatchObject({
      ...empty,
      date_end: day('2022-11-29'),
      time_precision: 'day',
      time_approximate: false,
      kind: ['unspecified'],
      accused_party: 'not-stated',
    })
  })

  test('names every column that is missing, on line 1, and reads what is there', () => {
    const text = 'id,date_start,areas\nx,2022-11-29,Aghdam\n'
    const { rows, issues } = parseIncidents(text, 'mine.csv', CONFLICT)
    const params = { n: 3, names: 'reported_by, reporting_party, summary' }
    const errors = issues.filter((issue) => issue.severity === 'error')
    expect(errors).toMatchObject([{ file: 'mine.csv', row: 1, code: 'missingColumns', params }])
    expect(rows).toMatchObject([{ id: 'x', reporting_party: 'other' }])
  })

  /** A column, what is in it, the code of the issue and what is read instead. */
  test.each<[keyof RawRow, string, string, unknown]>([
    ['reporting_party', 'Martians', 'unknownValue', 'other'],
    ['reporting_party', '', 'noReportingParty', 'other'],
    ['accused_party', 'Venus', 'unknownValue', 'not-stated'],
    ['kind', 'fire; flood', 'unknownValue', ['fire']],
    ['kind', 'flood', 'unknownValue', ['unspecified']],
    ['date_end', '30.11.2022', 'endNotDate', day('2022-11-30')],
    ['date_end', '2022-11-29', 'endBeforeStart', day('2022-11-30')],
    ['date_end', '9999-12-31', 'endOutsideYears', day('2022-11-30')],
    ['time_end', '24:00', 'notClock', ''],
    ['time_end', '14:39', 'endTimeBeforeStart', ''],
    ['time_precision', 'vague', 'precisionUnfit', 'interval'],
    ['time_approximate', 'perhaps', 'notYesNo', false],
    ['killed', '2-3', 'notCount', null],
    ['killed', '99999999999', 'countTooLarge', null],
    ['wounded', '-1', 'notCount', null],
    ['position_precision', 'vague', 'unknownValue', 'approximate'],
  ])('%s "%s" is an issue (%s), and the report stays', (column, cell, code, read) => {
    const { rows, issues } = parse({ ...GOOD, [column]: cell })
    expect(rows[0]?.[column as keyof IncidentRecord]).toEqual(read)
    const place = { severity: 'warning', file: 'mine.csv', row: 2, id: GOOD.id }
    for (const issue of issues) expect(issue).toMatchObject(place)
    expect(issues).toContainEqual(expect.objectContaining({ column, code }))
  })

  test('of times in the wrong order neither is read', () => {
    const { rows } = parse({ ...GOOD, time_start: '16:00' })
    expect(rows[0]).toMatchObject({ time_start: '', time_end: '' })
  })

  test('claims no clock time that is not in the row', () => {
    const untimed = { ...GOOD, time_start: '', time_end: '', time_precision: 'exact' }
    const span = { ...untimed, id: 'b', time_start: 'noon', date_end: '2022-12-01' }
    const precisions = parse(untimed, span).rows.map(({ time_precision }) => time_precision)
    expect(precisions).toEqual(['day', 'days'])
  })

  test.each<[keyof RawRow, string, string]>([
    ['id', '', 'noId'],
    ['date_start', '', 'noStartDate'],
    ['date_start', '2022-11-31', 'startNotDate'],
    ['date_start', '0001-01-01', 'startOutsideYears'],
    ['date_start', '1899-12-31', 'startOutsideYears'],
    ['date_start', '2100-01-01', 'startOutsideYears'],
    ['date_start', '9999-12-31', 'startOutsideYears'],
  ])('a row with %s "%s" is rejected with an error: %s', (column, cell, code) => {
    const bad = { ...GOOD, date_end: '', time_end: '', [column]: cell }
    const { rows, issues } = parse(bad, { ...GOOD, id: 'next' })
    expect(rows.map((row) => row.id)).toEqual(['next'])
    expect(issues).toMatchObject([{ severity: 'error', file: 'mine.csv', row: 2, code }])
  })

  test('the second row of an id is left out with an error that names its line', () => {
    const { rows, issues } = parse({ ...GOOD, summary: 'Two\nlines' }, GOOD)
    expect(rows).toHaveLength(1)
    expect(issues).toMatchObject([{ severity: 'error', row: 4, id: '20221130-01' }])
  })

  test('reads coordinates where a file has them, and refuses what is no place on earth', () => {
    const lines = ['46.75,39.76', ',', '246,39', '46.75,'].map(
      (position, index) => `x${index},2022-11-29,,MoD,Azerbaijan,Fire.,${position}`,
    )
    const text = [`${SIX},lon,lat`, ...lines].join('\n')
    const { rows, issues } = parseIncidents(text, 'mine.csv', CONFLICT)
    expect(rows.map((row) => row.position)).toEqual([[46.75, 39.76], null, null, null])
    expect(issues.map((issue) => issue.row)).toEqual([4, 5])
  })

  test('a record written back as a row is read as the same record, with no issue', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const once = parse(...rows).rows
        const again = parse(
          ...once.map((record) =>
            Object.fromEntries([
              ...Object.entries(record).filter(([name]) => name.endsWith('_as_worded')),
              ...FIELD_NAMES.map((name) => [name, formatCell(record, name, CONFLICT)]),
            ]),
          ),
        )
        expect(again.issues).toEqual([])
        expect(again.rows.map((record) => ({ ...record, row: 0 }))).toEqual(
          once.map((record) => ({ ...record, row: 0 })),
        )
      }),
    )
  })
})

describe('parseSources', () => {
  test('refuses links that are not http(s), and keeps the source', () => {
    const text = [
      'id,publisher,title,url,published,language',
      'a,A,,javascript:alert(1),2022-12-01,en',
      'b,B,,"data:text/html,x",2022-12,en',
      'c,C,,https://example.org/ü?q=1#x,,',
      'd,D,,HTTP://EXAMPLE.ORG,,',
      'e,E,,example.org,1 Dec 2022,en',
    ].join('\n')
    const { rows, issues } = parseSources(text, 'sources.csv')
    const urls = ['', '', 'https://example.org/ü?q=1#x', 'HTTP://EXAMPLE.ORG', '']
    expect(rows.map((source) => source.url)).toEqual(urls)
    expect(rows.map((source) => source.published)).toEqual(['2022-12-01', '2022-12', '', '', ''])
    expect(issues.map(({ row, id }) => `${row} ${id}`)).toEqual(['2 a', '3 b', '6 e', '6 e'])
  })

  test('leaves out rows without an id, or with one that is taken, with an error', () => {
    const { rows, issues } = parseSources('id,publisher\na,A\n,B\na,C\n', 'sources.csv')
    expect(rows.map((source) => source.publisher)).toEqual(['A'])
    expect(issues).toMatchObject([
      { severity: 'error', row: 3 },
      { severity: 'error', row: 4, id: 'a' },
    ])
  })
})

describe('parsePlaces', () => {
  test('reads a row, without a position where none is known', () => {
    const text = `id,kind,name,name_az,name_hy,name_ru,other_names,districts,lon,lat,source
x,former unit,X,,Խ,,Y; Z,a; b,,,s
`
    const names = { name: 'X', names: { az: '', hy: 'Խ', ru: '' }, otherNames: ['Y', 'Z'] }
    const place = { id: 'x', kind: 'former unit', districts: ['a', 'b'], position: null }
    const { rows, issues } = parsePlaces(text, 'places.csv', CONFLICT)
    expect(rows).toEqual([{ ...place, ...names, source: 's', positionQuality: null }])
    expect(issues).toEqual([])
  })

  test('leaves out a kind of place that it does not know, with an error', () => {
    const { rows, issues } = parsePlaces('id,kind,name\nx,galaxy,X\n', 'places.csv', CONFLICT)
    expect(rows).toEqual([])
    expect(issues).toMatchObject([{ severity: 'error', row: 2, id: 'x' }])
  })
})
