import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutGuard } from '../../src/csv/formula'
import { readTable, splitValues } from '../../src/csv/table'

/** Cell texts that a CSV reader can trip over. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"',
    '""',
    ',',
    'a,b',
    'a;b',
    'a\nb',
    'a\r\nb',
    '\n',
    '\uFEFF',
    '=1+1',
    "'=1",
    "'-",
    "'",
    'Şuşa',
    'Շուշի',
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
/** What a reader gets of a cell; taking off the guard of an exported formula has tests of its own. */
const read = (text: string) => withoutGuard(text.trim()).trim().normalize('NFC')
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('readTable', () => {
  test('gives back any cells that are written as RFC 4180 says, with the line each row starts on', () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 })
    const lineEnd = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(rows, lineEnd, fc.boolean(), (body, end, hasMark) => {
        const lines: number[] = []
        let text = `${hasMark ? '\uFEFF' : ''}id,b,c${end}`
        for (const row of body) {
          lines.push(text.split('\n').length)
          text += row.map(quoted).join(',') + end
        }
        const table = readTable(text, 'a.csv')
        expect(table.columns).toEqual(['id', 'b', 'c'])
        expect(table.issues).toEqual([])
        expect(table.rows.map((row) => row.line)).toEqual(lines)
        expect(table.rows.map(({ cells }) => [cells.id, cells.b, cells.c])).toEqual(
          body.map((row) => row.map(read)),
        )
      }),
    )
  })

  test('names the line of a row that follows cells with line breaks', () => {
    const table = readTable('id,"two\nline header"\na,"1\n2\n3"\n\nb,x\nc\n', 'a.csv')
    expect(table.rows.map(({ line, cells }) => [line, cells.id])).toEqual([
      [3, 'a'],
      [7, 'b'],
      [8, 'c'],
    ])
    expect(table.issues).toEqual([
      {
        severity: 'warning',
        file: 'a.csv',
        row: 8,
        id: 'c',
        column: '',
        code: 'cellCount',
        params: { found: 1, expected: 2 },
      },
    ])
  })

  test('reads short rows as empty cells and long ones without what is beyond the header, and says so', () => {
    const table = readTable('id,b\n1\n2,x,y\n', 'a.csv')
    expect(table.rows.map((row) => ({ ...row.cells }))).toEqual([
      { id: '1', b: '' },
      { id: '2', b: 'x' },
    ])
    expect(table.issues.map(({ row, id }) => [row, id])).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })

  test.each(['', '\uFEFF', '\n', '\r\n\r\n', '   '])('calls %j an empty file', (text) => {
    const table = readTable(text, 'a.csv')
    expect(table.rows).toEqual([])
    expect(table.issues.at(-1)).toEqual({
      severity: 'error',
      file: 'a.csv',
      row: null,
      id: '',
      column: '',
      code: 'emptyFile',
    })
  })

  test('a header alone is a table without rows', () => {
    expect(readTable('id,b\n', 'a.csv')).toEqual({ columns: ['id', 'b'], rows: [], issues: [] })
  })

  test('a stray quote and a repeated column are issues of their lines', () => {
    const { rows, issues } = readTable('id,b,b\n1,"x\nx",\n2,"y,\n3,z,\n', 'a.csv')
    expect(rows.map(({ cells }) => cells.id)).toEqual(['1', '2', '3'])
    expect(issues).toMatchObject([
      { row: 1, code: 'repeatedColumn', column: 'b' },
      { row: 4, code: 'strayQuote' },
    ])
  })

  test('a column called __proto__ or constructor is a column like any other', () => {
    const table = readTable('id,__proto__,constructor\n1,polluted,x\n', 'a.csv')
    const column = '__proto__'
    expect(table.rows[0]?.cells[column]).toBe('polluted')
    expect(table.rows[0]?.cells.constructor).toBe('x')
    expect(table.rows[0]?.cells.toString).toBeUndefined()
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('a cell of a megabyte is read whole, well within the time a test has', () => {
    const large = 'Շ"\n'.repeat(350_000)
    const table = readTable(`id,b\n1,${quoted(large)}\n2,x\n`, 'a.csv')
    expect(table.rows[0]?.cells.b).toBe(large.trim())
    expect(table.rows[1]?.line).toBe(3 + 350_000)
  })
})

describe('splitValues', () => {
  test.each([
    ['', []],
    [' ; ;', []],
    ['Shusha', ['Shusha']],
    ['Shusha; Aghdam ;Shusha', ['Shusha', 'Aghdam']],
    ['a, b; c', ['a, b', 'c']],
  ])('%j holds %j', (text, values) => {
    expect(splitValues(text)).toEqual(values)
  })
})
