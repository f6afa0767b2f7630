import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { withoutGuard } from '../../src/csv/formula'
import { RecordReader } from '../../src/csv/recordReader'
import { runs } from '../propertyRuns'

interface Found {
  readonly line: number
  readonly cells: readonly string[]
  readonly flawed: boolean
}

function read(text: string, delimiter = ','): Found[] {
  const reader = new RecordReader(new TextEncoder().encode(text), delimiter)
  const found: Found[] = []
  while (reader.next()) {
    found.push({ line: reader.line, cells: reader.cells(), flawed: reader.flawed })
  }
  return found
}

const someCell = fc.string({
  unit: fc.constantFrom('a', ' ', ',', ';', '"', "'", '\n', '\r\n', 'ş', 'Շ', '😀', '=', '9'),
  maxLength: 8,
})
const someRow = fc.array(someCell, { minLength: 2, maxLength: 5 })
const someTable = fc.array(someRow, { minLength: 1, maxLength: 6 })

describe('RecordReader', () => {
  test('reads what Papa Parse writes, whatever the cells, the delimiter and the line ends', () => {
    fc.assert(
      fc.property(
        someTable,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (table, delimiter, newline, quotes) => {
          const text = Papa.unparse(table, { delimiter, newline, quotes })
          const bare = (cell: string) => withoutGuard(cell.normalize('NFC').trim()).trim()
          const plain = table.map((row) => row.map(bare))
          const found = read(text, delimiter)
          expect(found.map(({ cells }) => cells)).toEqual(plain)
          expect(found.some(({ flawed }) => flawed)).toBe(false)
        },
      ),
    )
  })

  test('counts lines as a text editor does', () => {
    const text = 'id,what\n1,"two\nlines"\r\n2,x\r3,"a\r\nb\rc"\n4,y'
    expect(read(text).map(({ line, cells }) => [cells[0], line])).toEqual([
      ['id', 1],
      ['1', 2],
      ['2', 4],
      ['3', 5],
      ['4', 8],
    ])
  })

  /** A record that is flawed is marked with "!". */
  test.each([
    ['a quote inside a cell is a letter', '5" gun,b', ['5" gun|b']],
    ['spaces may follow a closing quote', '"a" ,b', ['a|b']],
    ['an empty last cell is a cell', 'a,', ['a|']],
    ['the end of the last line is not a record', 'a,\n', ['a|']],
    ['an empty text has no record', '', []],
    ['a quote that closes no cell flaws its record', '"a "b" c",d\ne,f', ['a "b" c|d!', 'e|f']],
    ['a quote never closed affects no other record', 'a,"b\nc,d\n', ['a|"b!', 'c|d']],
  ])('%s', (_, text, expected) => {
    const found = read(text).map(({ cells, flawed }) => `${cells.join('|')}${flawed ? '!' : ''}`)
    expect(found).toEqual(expected)
  })

  test('very many quotes that are never closed are looked through once', () => {
    const rows = 200_000
    const bytes = new TextEncoder().encode('1,"a ""b"" c,2\n'.repeat(rows))
    const reader = new RecordReader(bytes, ',')
    let count = 0
    while (reader.next()) count += reader.cellCount === 3 && reader.flawed ? 1 : 0
    expect(count).toBe(rows)
  })

  test('any record can be read again from its offset, whatever quotes come before', () => {
    const piece = fc.constantFrom('"', '""', ',', '\n', 'a', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = new TextEncoder().encode(pieces.join(''))
        const reader = new RecordReader(bytes, ',')
        const other = new RecordReader(bytes, ',')
        while (reader.next()) {
          const { start, end, line, cellCount, flawed } = reader
          const afresh = new RecordReader(bytes, ',', start)
          other.seek(start, line)
          for (const again of [afresh, other]) {
            expect(again.next()).toBe(true)
            expect(again).toMatchObject({ start, end, cellCount, flawed })
            expect(again.cells()).toEqual(reader.cells())
          }
          expect(other.line).toBe(line)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  test('a record of delimiters alone is blank', () => {
    const reader = new RecordReader(new TextEncoder().encode(';;\r\n ; \n;a\n\n'), ';')
    const blank: boolean[] = []
    while (reader.next()) blank.push(reader.isBlank)
    expect(blank).toEqual([true, true, false, true])
  })
})
