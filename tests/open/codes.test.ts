import { describe, expect, test } from 'vitest'
import { recordWordOf } from '../../src/model/conflict'
import { formatDay } from '../../src/model/day'
import { dayOf } from '../../src/model/interval'
import { actorReader } from '../../src/read/actors'
import { CONFLICT } from '../support/conflict'
import { codesOf, flat, openGuessed, openReports, reportsOf, textFile } from '../support/open'

const actors = actorReader(CONFLICT)

type Cells = Readonly<Record<string, string>>

const ACLED: Cells = {
  event_id_cnty: 'AZE1',
  event_date: '29 November 2022',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Azerbaijan (2003-)',
  admin1: 'Shusha',
  admin2: '',
  location: 'Shusha',
  latitude: '39.7585',
  longitude: '46.7489',
  geo_precision: '1',
  source: 'APA',
  notes: 'Test row',
  fatalities: '0',
}
const UCDP: Cells = {
  id: '1',
  type_of_violence: '1',
  side_a: 'Government of Azerbaijan',
  side_b: 'Government of Armenia',
  source_article: '',
  source_office: 'AFP',
  source_date: '2022-09-14',
  source_headline: 'Test headline',
  where_prec: '1',
  where_coordinates: 'Shusha town',
  adm_1: 'Shusha rayon',
  adm_2: '',
  latitude: '39.7585',
  longitude: '46.7489',
  date_prec: '1',
  date_start: '2022-09-13',
  date_end: '2022-09-13',
  best: '2',
  high: '2',
  low: '2',
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/**
 * Opens one row a change of the plain one; the issues of each and what it became, in the order of
 * the file.
 */
async function openRows(plain: Cells, changes: readonly Cells[], delimiter = ',') {
  const idColumn = Object.keys(plain)[0] ?? ''
  const rows = changes.map((change, index) => ({ ...plain, [idColumn]: `r${index}`, ...change }))
  const lines = rows.map((row) => Object.values(row).map(quoted).join(delimiter))
  const text = [Object.keys(plain).join(delimiter), ...lines].join('\n')
  const opened = await openReports([textFile(text)])
  const reports = reportsOf(opened.dataset)
  return changes.map((_, index) => {
    const report = reports.find(({ id }) => id === `r${index}`)
    const days = report && [report.interval.start, report.interval.end]
    return {
      report,
      days: days?.map((minute) => formatDay(dayOf(minute))).join(' '),
      issues: opened.rows[index]?.issues ?? [],
      file: opened.file,
    }
  })
}

describe('ACLED', () => {
  test('a type without a kind of its own is unspecified, whatever it is called', async () => {
    const rows = await openRows(ACLED, [
      { sub_event_type: 'constructor' },
      { event_type: 'Violence against civilians', sub_event_type: 'Attack' },
    ])
    for (const row of rows) expect(row.report?.record.kind).toEqual(['unspecified'])
  })

  test('an economic region gives way to the district that is named besides', async () => {
    const region = { admin1: 'Yukhari Garabakh', admin2: 'Shusha' }
    const [exact, near, wide] = await openRows(
      ACLED,
      ['1', '2', '3'].map((geo_precision) => ({ ...region, geo_precision })),
    )
    expect(exact).toMatchObject({ issues: [], report: { areas: ['shusha'] } })
    expect(near).toMatchObject({ issues: [], report: { areas: ['shusha'], placement: 'district' } })
    expect(wide).toMatchObject({ report: { placement: 'unlocated' } })
    expect(wide?.issues).toContainEqual(
      expect.objectContaining({
        code: 'unknownArea',
        column: 'admin1',
        params: { name: 'Yukhari Garabakh' },
      }),
    )
  })

  test('dates as a spreadsheet saves them again', async () => {
    const american = await openRows(ACLED, [
      { event_date: '11/5/2022' },
      { event_date: '11/29/2022' },
      { event_date: '29-Nov-22' },
    ])
    expect(american.map(({ days }) => days?.slice(0, 10))).toEqual([
      '2022-11-05',
      '2022-11-29',
      '2022-11-29',
    ])
    const [open] = await openRows(ACLED, [{ event_date: '5/11/2022' }])
    expect(open?.days).toBe('2022-11-05 2022-11-05')
    expect(open?.file.issues).toMatchObject([{ code: 'ambiguousDates', params: { order: 'dmy' } }])
  })

  test('numbers of a data frame are numbers', async () => {
    const rows = await openRows(
      ACLED,
      ['3.0', '0.0', '1.000', '1e3', '-1'].map((fatalities) => ({ fatalities })),
    )
    expect(rows.map(({ report }) => report?.record.killed)).toEqual([3, null, null, null, null])
    expect(rows.map(({ issues }) => issues.length > 0)).toEqual([false, false, true, true, true])
  })

  test('semicolons between cells, and in them', async () => {
    const [row] = await openRows(ACLED, [{ source: 'APA; Armenpress', notes: 'a, b; "c"' }], ';')
    expect(row?.report?.citedSources).toHaveLength(2)
    expect(row?.report?.record.summary).toBe('a, b; "c"')
  })
})

describe('UCDP GED', () => {
  test.each(['9/13/2022 0:00:00', '2022-09-13 00:00:00.000', '13.09.2022 00:00'])(
    '%s is a day',
    async (date) => {
      const [row] = await openRows(UCDP, [{ date_start: date, date_end: date }])
      expect(row?.days).toBe('2022-09-13 2022-09-13')
    },
  )

  test('one day is not taken for exact where the code says more', async () => {
    const rows = await openRows(
      UCDP,
      ['1', '2', '3', '4', '5', '9', 'constructor'].map((date_prec) => ({ date_prec })),
    )
    expect(rows.map(({ days }) => days)).toEqual([
      '2022-09-13 2022-09-13',
      '2022-09-13 2022-09-13',
      '2022-09-12 2022-09-18',
      '2022-09-01 2022-09-30',
      '2022-09-01 2022-09-30',
      '2022-09-13 2022-09-13',
      '2022-09-13 2022-09-13',
    ])
    expect(rows.map(({ report }) => report?.record.time_precision).slice(0, 5)).toEqual([
      'day',
      'days',
      'days',
      'days',
      'days',
    ])
    expect(rows.map(({ issues }) => issues.length > 0)).toEqual([false, ...Array(6).fill(true)])
    expect(rows[6]?.report?.record.when_as_reported).toBe('')
  })

  test('a municipality that is not known does not hide its district', async () => {
    const [row] = await openRows(UCDP, [{ adm_2: 'Shusha municipality no. 3' }])
    expect(row).toMatchObject({ issues: [], report: { areas: ['shusha'] } })
    expect(row?.report?.record.areas_as_reported).toEqual(['Shusha municipality no. 3'])
  })

  test('each article is a source, also with quotes and semicolons in it', async () => {
    const [row] = await openRows(UCDP, [
      {
        source_office: '',
        source_headline: '',
        source_date: '',
        source_article:
          '"Reuters News,2022-09-13,Azerbaijan says ""x"", troops";"AFP,2022-09-14,One; other"',
      },
    ])
    expect(
      row?.report?.citedSources.map(({ publisher, published, title }) => [
        publisher,
        published,
        title,
      ]),
    ).toEqual([
      ['Reuters News', '2022-09-13', 'Azerbaijan says "x", troops'],
      ['AFP', '2022-09-14', 'One; other'],
    ])
  })

  test('a date of a source that is none is told', async () => {
    const [row] = await openRows(UCDP, [{ source_date: 'September' }])
    expect(row?.issues).toMatchObject([
      { code: 'notPublicationDate', column: 'source_date', params: { value: 'September' } },
    ])
  })

  test('figures that are not given are not asked about', async () => {
    const [none, some] = await openRows(UCDP, [
      { low: '', high: '' },
      { low: '1', high: '5' },
    ])
    expect(none?.report?.record.note).not.toMatch(/Killed/)
    expect(some?.report?.record.note).toMatch(/Killed: 1 to 5/)
  })
})

describe('any other table', () => {
  test('what is no address and no date of a source is told, and is no source', async () => {
    const text =
      'date,district,url,published\n2022-09-13,Shusha,javascript:alert(1),\n2022-09-14,Shusha,,soon\n2022-09-15,Shusha,https://example.org/a,2022-09\n'
    const { rows, dataset } = await openGuessed(textFile(text))
    expect(rows.map(({ issues }) => codesOf(issues))).toEqual([
      ['notUrl', 'noSource'],
      ['notPublicationDate', 'noSource'],
      [],
    ])
    expect(dataset.sources.size).toBe(1)
  })
})

describe('Contactline', () => {
  test('a file that a spreadsheet saved in its own way', async () => {
    const header =
      'id;date_start;time_start;date_end;areas;reported_by;reporting_party;summary;killed'
    const row = '1;13.09.2022;09:05:00;14.09.2022;Şuşa;x;Armenia;s;3,0'
    const { dataset } = await openReports([textFile(`${header}\r\n${row}\r\n`)])
    const [report] = reportsOf(dataset)
    expect(flat(report)).toMatchObject({ time_start: '09:05', areas: ['shusha'], killed: 3 })
    expect(formatDay(report?.record.date_end ?? (0 as never))).toBe('2022-09-14')
  })
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
