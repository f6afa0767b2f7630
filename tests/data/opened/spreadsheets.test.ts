import { describe, expect, test } from 'vitest'
import { open, openReports, textFile } from './open'

/** Opens a table of no known format as it is guessed. */
async function openGuessed(text: string) {
  const asked = await open([textFile(text)])
  if (asked.kind !== 'question') throw new Error(asked.kind)
  return { asked, ...(await openReports([textFile(text)], asked.guess)) }
}

describe('what spreadsheets write', () => {
  test('rows of delimiters alone are no rows', async () => {
    const text =
      'sep=;\r\nDate;District;Text;;\r\n13.09.2022;Şuşa;a;;\r\n;;;;\r\n14.09.2022;Ağdam;b;;\r\n;;;;\r\n\r\n'
    const { rows, asked } = await openGuessed(text)
    expect(rows.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'noted'],
      [5, 'noted'],
    ])
    expect(asked.samples).toHaveLength(2)
  })
})
