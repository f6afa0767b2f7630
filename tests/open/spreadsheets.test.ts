import { expect, test } from 'vitest'
import { day } from '../support/arbitraries'
import { codesOf, flat, openGuessed, openReports, reportsOf, textFile } from '../support/open'

const guessed = (...lines: string[]) => openGuessed(textFile(lines.join('\n')))
const SIX = 'id,date_start,areas,reported_by,reporting_party,summary'

/** Number and outcome of each row. */
test.each([
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
    ['3 noted', '5 noted'],
  ],
  [
    'rows may be shorter or longer where nothing can be missed',
    [
      'Date;District;Source;;',
      '2022-09-13;Lachin;https://a.example/',
      '2022-09-14;Lachin;https://a.example/;;;;',
      '2022-09-15;Lachin',
      '2022-09-16;Lachin;https://a.example/;;;;x',
    ],
    ['2 accepted', '3 accepted', '4 noted', '5 noted'],
  ],
])('%s', async (_, lines, expected) => {
  const { rows } = await guessed(...lines.map((line) => `${line}\r`))
  expect(rows.map(({ number, outcome }) => `${number} ${outcome}`)).toEqual(expected)
})

/** The header that is asked about, line numbers of the rows, issues of the file and their columns. */
test.each([
  [
    'a title and empty rows may stand above the header',
    ['', 'Incidents, autumn 2022;;;', ';;;', 'Date;District;Text;', '13.09.2022;Şuşa;x;'],
    ['Date', 'District', 'Text', ''],
    [5],
    [{ code: 'aboveHeader', params: { text: 'Incidents, autumn 2022' } }],
  ],
  [
    'of columns with one name, each can be chosen',
    ['Date,Source,District,Source,date', '2022-09-13,First,Shusha,Second,2021-01-01'],
    ['Date', 'Source', 'District', 'Source (2)', 'date (2)'],
    [2],
    [
      { code: 'renamedColumn', column: 'Source (2)' },
      { code: 'renamedColumn', column: 'date (2)' },
    ],
  ],
  [
    'a table without a header keeps its first row',
    ['2022-09-13,Shusha,fire', '2022-09-14,Lachin,fire'],
    ['column 1', 'column 2', 'column 3'],
    [1, 2],
    [{ code: 'noHeader' }],
  ],
])('%s', async (_, lines, header, numbers, issues) => {
  const { rows, asked, file, dataset } = await guessed(...lines)
  expect(asked.header).toEqual(header)
  expect(rows.map(({ number }) => number)).toEqual(numbers)
  expect(dataset.incidents.length).toBe(numbers.length)
  expect(file.issues).toMatchObject(issues)
})

test('of columns with one name the first is guessed', async () => {
  const header = 'Date,Source,District,Source,date'
  const { dataset } = await guessed(header, '2022-09-13,First,Shusha,Second,2021-01-01')
  const [report] = reportsOf(dataset)
  expect(flat(report)).toMatchObject({ date_start: day('2022-09-13') })
  expect(report?.citedSources[0]?.publisher).toBe('First')
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
  const url = 'https://example.org/a'
  const { dataset } = await guessed('Date,District,Source', `2022-09-13,Shusha,${url}`)
  expect(reportsOf(dataset)[0]?.citedSources[0]).toMatchObject({ publisher: '', url })
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
