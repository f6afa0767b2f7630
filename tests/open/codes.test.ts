import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { recordWordOf } from '../../src/model/conflict'
import { formatDay } from '../../src/model/day'
import { dayOf } from '../../src/model/interval'
import { actorReader } from '../../src/read/actors'
import { day } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { codesOf, flat, openGuessed, openReports, reportsOf, textFile } from '../support/open'

const actors = actorReader(CONFLICT)

type Cells = Readonly<Record<string, string>>

/** The first row of a file of tests/fixtures/opened/: known to the day and to the place. */
function firstRow(name: string): Cells {
  const text = readFileSync(new URL(`../fixtures/opened/${name}`, import.meta.url), 'utf8')
  return Papa.parse<Cells>(text, { header: true }).data[0] ?? {}
}
const ACLED = firstRow('acled.csv')
const UCDP = firstRow('ucdp.csv')
const DAY = { date_start: '2022-09-13', date_end: '2022-09-13' }

/** Opens one row for each change of the plain one; what each became, in the order of the file. */
async function openRows(plain: Cells, changes: readonly Cells[], delimiter = ',') {
  const [idColumn = ''] = Object.keys(plain)
  const rows = changes.map((change, index) => ({ ...plain, [idColumn]: `r${index}`, ...change }))
  const opened = await openReports([textFile(Papa.unparse(rows, { delimiter, quotes: true }))])
  const reports = reportsOf(opened.dataset)
  return changes.map((_, index) => {
    const report = reports.find(({ id }) => id === `r${index}`)
    const days = report && [report.interval.start, report.interval.end]
    return {
      report: flat(report),
      days: days?.map((minute) => formatDay(dayOf(minute))).join(' '),
      issues: opened.rows[index]?.issues ?? [],
      file: opened.file,
    }
  })
}

describe('ACLED', () => {
  test('a type without a kind of its own is unspecified, whatever it is called', async () => {
    const attack = { event_type: 'Violence against civilians', sub_event_type: 'Attack' }
    const rows = await openRows(ACLED, [{ sub_event_type: 'constructor' }, attack])
    for (const { report } of rows) expect(report.kind).toEqual(['unspecified'])
  })

  test('an economic region gives way to the district that is named besides', async () => {
    const region = { admin1: 'Yukhari Garabakh', admin2: 'Shusha', location: 'Shusha' }
    const shusha = { latitude: '39.7585', longitude: '46.7489' }
    const rows = ['1', '2', '3'].map((geo_precision) => ({ ...region, ...shusha, geo_precision }))
    const [exact, near, wide] = await openRows(ACLED, rows)
    expect(exact).toMatchObject({ issues: [], report: { areas: ['shusha'] } })
    expect(near).toMatchObject({
      issues: [],
      report: { areas: ['shusha'], placement: 'approximate' },
    })
    expect(wide?.report).toMatchObject({ areas: ['yukhari-garabakh'], placement: 'district' })
    const unknown = { code: 'unknownArea', column: 'admin1', params: { name: region.admin1 } }
    expect(wide?.issues).toContainEqual(expect.objectContaining(unknown))
  })

  test('dates as a spreadsheet saves them again', async () => {
    const dates = ['11/5/2022', '11/29/2022', '29-Nov-22'].map((event_date) => ({ event_date }))
    const american = await openRows(ACLED, dates)
    const days = american.map((row) => row.days?.slice(0, 10))
    expect(days).toEqual(['2022-11-05', '2022-11-29', '2022-11-29'])
    const [open] = await openRows(ACLED, [{ event_date: '5/11/2022' }])
    expect(open?.days).toBe('2022-11-05 2022-11-05')
    expect(open?.file.issues).toMatchObject([{ code: 'ambiguousDates', params: { order: 'dmy' } }])
  })

  test('numbers of a data frame are numbers', async () => {
    const deaths = ['3.0', '0.0', '1.000', '1e3', '-1']
    const changes = deaths.map((fatalities) => ({ fatalities }))
    const rows = await openRows(ACLED, changes)
    expect(rows.map(({ report }) => report.killed)).toEqual([3, null, null, null, null])
    expect(rows.map(({ issues }) => issues.length > 0)).toEqual([false, false, true, true, true])
  })

  test('semicolons between cells, and in them', async () => {
    const [row] = await openRows(ACLED, [{ source: 'APA; Armenpress', notes: 'a, b; "c"' }], ';')
    expect(row?.report.citedSources).toHaveLength(2)
    expect(row?.report.summary).toBe('a, b; "c"')
  })
})

describe('UCDP GED', () => {
  test.each([
    ['1', '2022-09-13 2022-09-13', 'day', []],
    ['2', '2022-09-13 2022-09-13', 'days', ['oneDayOfSeveral']],
    ['3', '2022-09-12 2022-09-18', 'days', ['oneDayOfUnit']],
    ['4', '2022-09-01 2022-09-30', 'days', ['oneDayOfUnit']],
    ['5', '2022-09-01 2022-09-30', 'days', ['oneDayOfUnit']],
    ['9', '2022-09-13 2022-09-13', 'day', ['notDatePrecision']],
    ['constructor', '2022-09-13 2022-09-13', 'day', ['notDatePrecision']],
  ])('one day with date precision %s is %s', async (date_prec, days, time_precision, codes) => {
    const [row] = await openRows(UCDP, [{ ...DAY, date_prec }])
    expect(row).toMatchObject({ days, report: { time_precision } })
    expect(codesOf(row?.issues)).toEqual(codes)
  })

  test('a municipality that is not known does not hide its district', async () => {
    const adm_2 = 'Shusha municipality no. 3'
    const [row] = await openRows(UCDP, [{ adm_2 }])
    const report = { areas: ['shusha'], areas_as_reported: [adm_2] }
    expect(row).toMatchObject({ issues: [], report })
  })

  test('each office and each article is a source, also with quotes and semicolons in it', async () => {
    const source_article =
      '"Reuters News,2022-09-13,Azerbaijan says ""x"", troops";"AFP,2022-09-14,One; other"'
    const other = { source_office: '', source_headline: '', source_date: '' }
    const offices = {
      source_office: 'Reuters News; AFP',
      source_headline: 'First; Second',
      source_date: '2022-09-13; 2022-09-14',
    }
    const rows = await openRows(UCDP, [{ ...other, source_article }, offices])
    const found = rows.map(({ report: { citedSources = [] } }) =>
      citedSources.map((each) => [each.publisher, each.published, each.title].join(', ')),
    )
    expect(found).toEqual([
      ['Reuters News, 2022-09-13, Azerbaijan says "x", troops', 'AFP, 2022-09-14, One; other'],
      ['Reuters News, 2022-09-13, First', 'AFP, 2022-09-14, Second'],
    ])
  })

  test('a date of a source that is not one is reported', async () => {
    const [row] = await openRows(UCDP, [{ source_date: 'September' }])
    const issue = { code: 'notPublicationDate', column: 'source_date' }
    expect(row?.issues).toMatchObject([{ ...issue, params: { value: 'September' } }])
  })

  test('figures that are not given are not asked about', async () => {
    const given = { low: '1', high: '5' }
    const [none, some] = await openRows(UCDP, [{ low: '', high: '' }, given])
    expect(none?.report.note).not.toMatch(/Killed/)
    expect(some?.report.note).toMatch(/Killed: 1 to 5/)
  })
})

test('what is no address and no date of a source is reported, and is no source', async () => {
  const text = `date,district,url,published
2022-09-13,Shusha,javascript:alert(1),
2022-09-13,Shusha,javascript://x.example/%0aalert(1),
2022-09-14,Shusha,,soon
2022-09-15,Shusha,https://example.org/a,2022-09
`
  const { rows, dataset } = await openGuessed(textFile(text))
  expect(rows.map(({ issues }) => codesOf(issues))).toEqual([
    ['notUrl', 'noSource'],
    ['notUrl', 'noSource'],
    ['notPublicationDate', 'noSource'],
    [],
  ])
  expect(dataset.sources.size).toBe(1)
})

test('a file of Contactline that a spreadsheet saved in its own way', async () => {
  const text = `id;date_start;time_start;date_end;areas;reported_by;reporting_party;summary;killed
1;13.09.2022;09:05:00;14.09.2022;Şuşa;x;Armenia;s;3,0
`
  const { dataset } = await openReports([textFile(text.replaceAll('\n', '\r\n'))])
  const expected = { time_start: '09:05', date_end: day('2022-09-14'), killed: 3 }
  expect(flat(reportsOf(dataset)[0])).toMatchObject({ ...expected, areas: ['shusha'] })
})

describe('parties', () => {
  test.each([
    ['Ministry of Defence of Azerbaijan', 'Azerbaijan'],
    ['Artsakh Defense Army', 'Nagorno-Karabakh authorities'],
    ['Special Representative of the President of Azerbaijan in Karabakh', 'Other'],
    ['Russian Ministry of Defence on Nagorno-Karabakh', 'Other'],
    ['Armenpress', 'Other'],
  ])('%s speaks for %s', (source, party) => {
    expect(recordWordOf(CONFLICT.parties, actors.party(source))).toBe(party)
  })

  test.each([
    ['Military Forces of Azerbaijan (2003-)', 'Azerbaijan'],
    ['Republic of Artsakh', 'Armenian formations in Karabakh'],
    ['Unidentified Armed Group (Azerbaijan)', 'not stated'],
    ['Rioters (Armenia)', 'not stated'],
    ['Military Forces of Russia (2000-) Peacekeepers in Nagorno-Karabakh', 'not stated'],
  ])('%s is %s', (actor, accused) => {
    expect(recordWordOf(CONFLICT.accused, actors.accused(actor))).toBe(accused)
  })
})
