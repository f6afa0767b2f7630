import { describe, expect, test } from 'vitest'
import { day } from '../support/arbitraries'
import { codesOf, flat, openGuessed, openReports, reportsOf, textFile } from '../support/open'

describe('what spreadsheets write', () => {
  test('rows of delimiters alone are no rows', async () => {
    const text =
      'sep=;\r\nDate;District;Text;;\r\n13.09.2022;Şuşa;a;;\r\n;;;;\r\n14.09.2022;Ağdam;b;;\r\n;;;;\r\n\r\n'
    const { rows, asked } = await openGuessed(textFile(text))
    expect(rows.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'noted'],
      [5, 'noted'],
    ])
    expect(asked.samples).toHaveLength(2)
  })

  test('rows may be shorter or longer by cells in which nothing can be missed', async () => {
    const source = 'https://example.org/a'
    const { rows } = await openGuessed(
      textFile(
        `Date;District;Source;;\n2022-09-13;Lachin;${source}\n2022-09-14;Lachin;${source};;;;\n2022-09-15;Lachin\n2022-09-16;Lachin;${source};;;;x\n`,
      ),
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'noted', 'noted'])
  })

  test('a title and empty rows may stand above the header', async () => {
    const { rows, asked, file } = await openGuessed(
      textFile(
        '\nIncidents, autumn 2022;;;\r\n;;;\r\nDate;District;Text;\r\n13.09.2022;Şuşa;x;\r\n',
      ),
    )
    expect(asked.header).toEqual(['Date', 'District', 'Text', ''])
    expect(rows.map(({ number, outcome }) => [number, outcome])).toEqual([[5, 'noted']])
    expect(file.issues).toMatchObject([
      { code: 'aboveHeader', params: { text: 'Incidents, autumn 2022' } },
    ])
  })

  test('a column without a name has its own, and is read for nothing else', async () => {
    const { dataset, asked } = await openGuessed(
      textFile(',Date,District,\n7,2022-09-13,Shusha,\n'),
    )
    expect(asked.header).toEqual(['column 1', 'Date', 'District', ''])
    expect(flat(reportsOf(dataset)[0])).toMatchObject({
      id: 'row-2',
      killed: null,
      summary: '',
      note: '',
    })
  })

  test('an index column before those of a known format is read for nothing', async () => {
    const { dataset } = await openReports([
      textFile(',event_id_cnty,event_date,time_precision,admin1\n7,A1,2022-09-13,1,Shusha\n'),
    ])
    expect(flat(reportsOf(dataset)[0])).toMatchObject({
      id: 'A1',
      killed: null,
      reported_by: 'ACLED',
    })
  })

  test('of columns with one name, each can be chosen', async () => {
    const { dataset, asked, file } = await openGuessed(
      textFile('Date,Source,District,Source,date\n2022-09-13,First,Shusha,Second,2021-01-01\n'),
    )
    expect(asked.header).toEqual(['Date', 'Source', 'District', 'Source (2)', 'date (2)'])
    expect(flat(reportsOf(dataset)[0])).toMatchObject({ date_start: day('2022-09-13') })
    expect(reportsOf(dataset)[0]?.citedSources[0]?.publisher).toBe('First')
    expect(file.issues.map(({ code, column }) => [code, column])).toEqual([
      ['renamedColumn', 'Source (2)'],
      ['renamedColumn', 'date (2)'],
    ])
  })

  test('a table without a header keeps its first row', async () => {
    const { rows, asked, file, dataset } = await openGuessed(
      textFile('2022-09-13,Shusha,fire\n2022-09-14,Lachin,fire\n'),
    )
    expect(asked.header).toEqual(['column 1', 'column 2', 'column 3'])
    expect(rows.map(({ number }) => number)).toEqual([1, 2])
    expect(reportsOf(dataset)).toHaveLength(2)
    expect(codesOf(file.issues)).toEqual(['noHeader'])
  })

  test('a source that is an address is a link', async () => {
    const { dataset } = await openGuessed(
      textFile('Date,District,Source\n2022-09-13,Shusha,https://example.org/a\n'),
    )
    expect(reportsOf(dataset)[0]?.citedSources[0]).toMatchObject({
      publisher: '',
      url: 'https://example.org/a',
    })
  })

  test('a list of sources may be one of a spreadsheet too', async () => {
    const { dataset, file } = await openReports([
      textFile(
        'id,date_start,areas,reported_by,reporting_party,summary,sources\n1,2022-09-13,Shusha,x,Armenia,s,a\n',
      ),
      textFile('sep=;\r\nID;Publisher;Title;URL;;\r\na;P;T;https://example.org/x;;\r\n;;;;;\r\n'),
    ])
    expect(file.issues).toEqual([])
    expect(reportsOf(dataset)[0]?.citedSources[0]).toMatchObject({ publisher: 'P', title: 'T' })
  })

  test('a second byte order mark is no letter of the first name', async () => {
    const { file } = await openReports([
      textFile(
        '\uFEFF\uFEFF"id","date_start","areas","reported_by","reporting_party","summary"\n1,2022-09-13,Shusha,x,Armenia,s\n',
      ),
    ])
    expect(file.format).toBe('contactline')
  })
})
