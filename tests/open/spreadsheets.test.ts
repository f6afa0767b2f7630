import { expect, test } from 'vitest'
import { codesOf, flat, openGuessed, openReports, reportsOf, textFile } from '../support/open'

const guessed = (...lines: string[]) => openGuessed(textFile(lines.join('\r\n')))
const URL = 'https://example.org/a'
const LACHIN = '2022-09-13;Lachin'
const SIX = 'id,date_start,areas,reported_by,reporting_party,summary'

/** Number and outcome of each row, the header that is asked about, and issues of the file. */
test.each<[string, string[], string, string[], object[]]>([
  [
    'rows of delimiters alone are no rows',
    [
      'sep=;',
      'Date;District;Text;;',
      '13.09.2022;Şuşa;a;;',
      ';;;;',
      '14.09.2022;Ağdam;b;;',
      ';;;;',
    ],
    '3 noted, 5 noted',
    ['Date', 'District', 'Text', '', ''],
    [],
  ],
  [
    'rows may be shorter or longer where nothing can be missed',
    [
      'Date;District;Url;',
      `${LACHIN};${URL}`,
      `${LACHIN};${URL};;;`,
      LACHIN,
      `${LACHIN};${URL};;x`,
    ],
    '2 accepted, 3 accepted, 4 noted, 5 noted',
    ['Date', 'District', 'Url', ''],
    [],
  ],
  [
    'a title and empty rows may stand above the header',
    ['', 'Incidents, autumn 2022;;;', ';;;', 'Date;District;Text;', '13.09.2022;Şuşa;x;'],
    '5 noted',
    ['Date', 'District', 'Text', ''],
    [{ code: 'aboveHeader', params: { text: 'Incidents, autumn 2022' } }],
  ],
  [
    'of columns with one name, the first is guessed and each can be chosen',
    ['Date,Source,District,Source,date', '2022-09-13,First,Shusha,Second,not a date'],
    '2 accepted',
    ['Date', 'Source', 'District', 'Source (2)', 'date (2)'],
    ['Source (2)', 'date (2)'].map((column) => ({ code: 'renamedColumn', column })),
  ],
  [
    'a table without a header keeps its first row',
    ['2022-09-13,Shusha,fire', '2022-09-14,Lachin,fire'],
    '1 noted, 2 noted',
    ['column 1', 'column 2', 'column 3'],
    [{ code: 'noHeader' }],
  ],
])('%s', async (_, lines, outcomes, header, issues) => {
  const { rows, asked, file } = await guessed(...lines)
  expect(rows.map(({ number, outcome }) => `${number} ${outcome}`).join(', ')).toBe(outcomes)
  expect(asked.header).toEqual(header)
  expect(file.issues).toMatchObject(issues)
})

test('a column without a name has its own, and is read for nothing else', async () => {
  const { dataset, asked } = await guessed(',Date,District,', '7,2022-09-13,Shusha,')
  expect(asked.header).toEqual(['column 1', 'Date', 'District', ''])
  const empty = { killed: null, summary: '', note: '' }
  expect(flat(reportsOf(dataset)[0])).toMatchObject({ id: 'row-2', ...empty })
})

test('an index column before those of a known format is read for nothing', async () => {
  const text = ',event_id_cnty,event_date,time_precision,admin1\n7,A1,2022-09-13,1,Shusha\n'
  const { dataset } = await openReports([textFile(text)])
  const expected = { id: 'A1', killed: null, reported_by: 'ACLED' }
  expect(flat(reportsOf(dataset)[0])).toMatchObject(expected)
})

test('a source that is an address is a link', async () => {
  const { dataset } = await guessed('Date,District,Source', `2022-09-13,Shusha,${URL}`)
  expect(reportsOf(dataset)[0]?.citedSources[0]).toMatchObject({ publisher: '', url: URL })
})

test('a list of sources may be one of a spreadsheet too', async () => {
  const { dataset, file } = await openReports([
    textFile(`${SIX},sources\n1,2022-09-13,Shusha,x,Armenia,s,a\n`),
    textFile('sep=;\r\nID;Publisher;Title;URL;;\r\na;P;T;https://example.org/x;;\r\n;;;;;\r\n'),
  ])
  expect(codesOf(file.issues)).toEqual([])
  expect(reportsOf(dataset)[0]?.citedSources[0]).toMatchObject({ publisher: 'P', title: 'T' })
})

test('a second byte order mark is no letter of the first name', async () => {
  const text = `\uFEFF\uFEFF"id"${SIX.slice(2)}\n1,2022-09-13,Shusha,x,Armenia,s\n`
  expect((await openReports([textFile(text)])).file.format).toBe('contactline')
})
