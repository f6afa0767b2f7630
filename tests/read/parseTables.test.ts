import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../src/issues/issue'
import { joinDataset } from '../../src/join/joinReports'
import type { IncidentRecord } from '../../src/model/report'
import { incidentCells } from '../../src/model/reportCells'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { day, incidentsCsv, type RawRow, someRows } from '../support/arbitraries'
import { accused, CONFLICT, kind, party } from '../support/conflict'

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

function only(row: RawRow): { record: IncidentRecord | undefined; issues: readonly Issue[] } {
  const { rows, issues } = parse(row)
  return { record: rows[0], issues }
}

describe('parseIncidents', () => {
  test('reads a whole row', () => {
    const { record, issues } = only(GOOD)
    expect(issues).toEqual([])
    expect(record).toMatchObject({
      id: '20221130-01',
      date_start: day('2022-11-30'),
      time_start: '14:40',
      time_end: '15:50',
      time_precision: 'interval',
      time_approximate: true,
      areas: ['Shusha', 'Aghdam'],
      kind: ['fire', 'shelling'],
      reporting_party: 'azerbaijan',
      accused_party: 'armenian-formations',
      killed: 0,
      wounded: 2,
      denial_source: 'daily-2',
      sources: ['daily-1', 'daily-2'],
      position: null,
      row: 2,
    })
  })

  test('reads the six columns that a file must have', () => {
    const text =
      'id,date_start,areas,reported_by,reporting_party,summary\nx,2022-11-29,Aghdam,MoD,Azerbaijan,Fire.\n'
    const { rows, issues } = parseIncidents(text, 'mine.csv', CONFLICT)
    expect(issues).toEqual([])
    expect(rows[0]).toMatchObject({
      date_end: day('2022-11-29'),
      time_precision: 'day',
      time_approximate: false,
      kind: ['unspecified'],
      accused_party: 'not-stated',
      killed: null,
      wounded: null,
      denial_source: null,
      sources: [],
    })
  })

  test('names every column that is missing, on line 1, and reads what is there', () => {
    const { rows, issues } = parseIncidents(
      'id,date_start,areas\nx,2022-11-29,Aghdam\n',
      'mine.csv',
      CONFLICT,
    )
    expect(issues.filter((issue) => issue.severity === 'error')).toEqual([
      {
        severity: 'error',
        file: 'mine.csv',
        row: 1,
        id: '',
        column: '',
        code: 'missingColumns',
        params: { n: 3, names: 'reported_by, reporting_party, summary' },
      },
    ])
    expect(rows).toMatchObject([{ id: 'x', reporting_party: 'other' }])
  })

  /**
   * Each value that no vocabulary knows: the cells, the column and the code of the issue, what is
   * read instead.
   */
  test.each<[string, RawRow, string, Partial<IncidentRecord>]>([
    [
      'party',
      { reporting_party: 'Martians' },
      'reporting_party unknownValue',
      { reporting_party: party('other') },
    ],
    [
      'no party',
      { reporting_party: '' },
      'reporting_party noReportingParty',
      { reporting_party: party('other') },
    ],
    [
      'accused',
      { accused_party: 'Venus' },
      'accused_party unknownValue',
      { accused_party: accused('not-stated') },
    ],
    ['kind', { kind: 'fire; flood' }, 'kind unknownValue', { kind: [kind('fire')] }],
    ['kinds', { kind: 'flood' }, 'kind unknownValue', { kind: [kind('unspecified')] }],
    [
      'end date',
      { date_end: '30.11.2022', time_end: '' },
      'date_end endNotDate',
      { date_end: day('2022-11-30') },
    ],
    [
      'end before start',
      { date_end: '2022-11-29', time_end: '' },
      'date_end endBeforeStart',
      { date_end: day('2022-11-30') },
    ],
    ['time', { time_end: '24:00' }, 'time_end notClock', { time_start: '14:40', time_end: '' }],
    [
      'times reversed',
      { time_start: '16:00' },
      'time_end endTimeBeforeStart',
      { time_start: '', time_end: '' },
    ],
    [
      'precision',
      { time_precision: 'vague' },
      'time_precision precisionUnfit',
      { time_precision: 'interval' },
    ],
    [
      'time_approximate',
      { time_approximate: 'perhaps' },
      'time_approximate notYesNo',
      { time_approximate: false },
    ],
    [
      'end that stands for none',
      { date_end: '9999-12-31', time_end: '' },
      'date_end endOutsideYears',
      { date_end: day('2022-11-30') },
    ],
    ['killed', { killed: '2-3' }, 'killed notCount', { killed: null }],
    ['many killed', { killed: '99999999999' }, 'killed countTooLarge', { killed: null }],
    ['wounded', { wounded: '-1' }, 'wounded notCount', { wounded: null }],
  ])('an unknown %s is an issue, and the report stays', (_, cells, found, read) => {
    const { record, issues } = only({ ...GOOD, ...cells })
    expect(record).toMatchObject(read)
    expect(issues.length).toBeGreaterThan(0)
    for (const issue of issues) {
      expect(issue).toMatchObject({
        severity: 'warning',
        file: 'mine.csv',
        row: 2,
        id: '20221130-01',
      })
    }
    expect(issues.map(({ column, code }) => `${column} ${code}`)).toContain(found)
  })

  test('claims no clock time that is not in the row', () => {
    const { record } = only({ ...GOOD, time_start: '', time_end: '', time_precision: 'exact' })
    expect(record?.time_precision).toBe('day')
    const span = only({ ...GOOD, time_start: 'noon', time_end: '', date_end: '2022-12-01' })
    expect(span.record?.time_precision).toBe('days')
  })

  test.each<[string, RawRow, string]>([
    ['no id', { id: '' }, 'noId'],
    ['no date', { date_start: '' }, 'noStartDate'],
    ['a day that is none', { date_start: '2022-11-31' }, 'startNotDate'],
    ...['0001-01-01', '1899-12-31', '2100-01-01', '9999-12-31'].map(
      (date_start): [string, RawRow, string] => [date_start, { date_start }, 'startOutsideYears'],
    ),
  ])('a row with %s is left out with an error', (_, cells, code) => {
    const late = { date_end: '', time_end: '' }
    const { rows, issues } = parse({ ...GOOD, ...late, ...cells }, { ...GOOD, id: 'next' })
    expect(rows.map((row) => row.id)).toEqual(['next'])
    expect(issues).toMatchObject([{ severity: 'error', file: 'mine.csv', row: 2, code }])
  })

  test('the second row of an id is left out with an error that names its line', () => {
    const { rows, issues } = parse({ ...GOOD, summary: 'Two\nlines' }, GOOD)
    expect(rows).toHaveLength(1)
    expect(issues).toMatchObject([{ severity: 'error', row: 4, id: '20221130-01' }])
  })

  test('reads coordinates where a file has them, and refuses what is no place on earth', () => {
    const header = 'id,date_start,areas,reported_by,reporting_party,summary,lon,lat\n'
    const line = (lon: string, lat: string) =>
      `x${lon}${lat},2022-11-29,,MoD,Azerbaijan,Fire.,${lon},${lat}\n`
    const text = `${header}${line('46.75', '39.76')}${line('', '')}${line('246', '39')}${line('46.75', '')}`
    const { rows, issues } = parseIncidents(text, 'mine.csv', CONFLICT)
    expect(rows.map((row) => row.position)).toEqual([[46.75, 39.76], null, null, null])
    expect(issues.map((issue) => issue.row)).toEqual([4, 5])
  })

  test('every row comes out, and each with an id and a date whatever its other cells hold', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(parse(...rows).rows.map((record) => record.id)).toEqual(rows.map((row) => row.id))
      }),
    )
  })

  test('a record written back as a row is read as the same record, with no issue', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const once = parse(...rows).rows
        const again = parse(...once.map((record) => incidentCells(record, CONFLICT)))
        expect(again.issues).toEqual([])
        expect(again.rows.map((record) => ({ ...record, row: 0 }))).toEqual(
          once.map((record) => ({ ...record, row: 0 })),
        )
      }),
    )
  })

  test('any text at all gives rows and issues, never an exception', () => {
    const words = fc.constantFrom(
      'id',
      'date_start',
      '2022-11-29',
      ',',
      '"',
      '\n',
      '\r',
      ';',
      'x',
      '\0',
      '\uFEFF',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, (any) => {
        const { rows, issues } = parseIncidents(any, 'mine.csv', CONFLICT)
        expect(rows.length + issues.length).toBeGreaterThanOrEqual(0)
        joinDataset({
          conflict: CONFLICT,
          incidents: rows,
          sources: [],
          places: [],
          issues,
          file: 'mine.csv',
        })
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
    expect(rows.map((source) => source.url)).toEqual([
      '',
      '',
      'https://example.org/ü?q=1#x',
      'HTTP://EXAMPLE.ORG',
      '',
    ])
    expect(rows.map((source) => source.published)).toEqual(['2022-12-01', '2022-12', '', '', ''])
    expect(issues.map(({ row, id }) => [row, id])).toEqual([
      [2, 'a'],
      [3, 'b'],
      [6, 'e'],
      [6, 'e'],
    ])
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
    const text =
      'id,kind,name,name_az,name_hy,name_ru,other_names,districts,lon,lat,source\nx,former unit,X,,Խ,,Y; Z,a; b,,,s\n'
    expect(parsePlaces(text, 'places.csv', CONFLICT)).toEqual({
      issues: [],
      rows: [
        {
          id: 'x',
          kind: 'former unit',
          name: 'X',
          names: { az: '', hy: 'Խ', ru: '' },
          otherNames: ['Y', 'Z'],
          positionQuality: null,
          districts: ['a', 'b'],
          position: null,
          source: 's',
        },
      ],
    })
  })

  test('leaves out a kind of place that it does not know, with an error', () => {
    const { rows, issues } = parsePlaces('id,kind,name\nx,galaxy,X\n', 'places.csv', CONFLICT)
    expect(rows).toEqual([])
    expect(issues).toMatchObject([{ severity: 'error', row: 2, id: 'x' }])
  })
})
