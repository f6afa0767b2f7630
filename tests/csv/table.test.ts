import { describe, expect, test } from 'vitest'
import { readTable, splitValues } from '../../src/csv/table'

/** Cells and quotes: recordReader.test.ts. */
describe('readTable', () => {
  test('gives rows by the names of the header, with the line each starts on', () => {
    const text = '\uFEFFid,"two\nlines"\na,"1\n2\n3"\n\nb,x\nc\nd,x,y\n'
    const { columns, rows, issues } = readTable(text, 'a.csv')
    expect(columns).toEqual(['id', 'two\nlines'])
    expect(rows.map(({ line, cells }) => [line, ...Object.values(cells)])).toEqual([
      [3, 'a', '1\n2\n3'],
      [7, 'b', 'x'],
      [8, 'c', ''],
      [9, 'd', 'x'],
    ])
    expect(issues).toMatchObject([
      { severity: 'warning', file: 'a.csv', row: 8, id: 'c', params: { found: 1, expected: 2 } },
      { code: 'cellCount', row: 9, id: 'd', params: { found: 3, expected: 2 } },
    ])
  })

  test.each(['', '\uFEFF', '\n', '\r\n\r\n', '   '])('calls %j an empty file', (text) => {
    const { rows, issues } = readTable(text, 'a.csv')
    expect(rows).toEqual([])
    expect(issues.at(-1)).toMatchObject({ severity: 'error', row: null, code: 'emptyFile' })
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
    const table = readTable(`id,b\n1,"${large.replaceAll('"', '""')}"\n2,x\n`, 'a.csv')
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
