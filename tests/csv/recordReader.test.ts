import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test, vi } from 'vitest'
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
    const cells = Array.from({ length: reader.cellCount }, (_, index) => reader.cell(index))
    found.push({ line: reader.line, cells, flawed: reader.flawed })
  }
  return found
}

const cellsOf = (text: string, delimiter?: string) =>
  read(text, delimiter).map(({ cells }) => cells)

const someCell = fc.string({
  unit: fc.constantFrom('a', ' ', ',', ';', '"', "'", '\n', '\r\n', 'ş', 'Շ', '😀', '=', '9'),
  maxLength: 8,
})
const someTable = fc.array(fc.array(someCell, { minLength: 2, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
})

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
          const plain = table.map((row) =>
            row.map((cell) => withoutGuard(cell.normalize('NFC').trim()).trim()),
          )
          expect(cellsOf(text, delimiter)).toEqual(plain)
          expect(read(text, delimiter).some(({ flawed }) => flawed)).toBe(false)
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

  test('a quote inside a cell is a letter', () => {
    expect(cellsOf('5" gun,b\nc,d')).toEqual([
      ['5" gun', 'b'],
      ['c', 'd'],
    ])
  })

  test('a quote that does not close a cell is a letter, and the record is flawed', () => {
    expect(read('"a "b" c",d\ne,f')).toEqual([
      { line: 1, cells: ['a "b" c', 'd'], flawed: true },
      { line: 2, cells: ['e', 'f'], flawed: false },
    ])
  })

  test('a quote that is never closed takes no other record with it', () => {
    expect(read('a,"b\nc,d\n')).toEqual([
      { line: 1, cells: ['a', '"b'], flawed: true },
      { line: 2, cells: ['c', 'd'], flawed: false },
    ])
  })

  test('very many quotes that are never closed are looked through once', () => {
    const rows = 200_000
    const bytes = new TextEncoder().encode('1,"a ""b"" c,2\n'.repeat(rows))
    const reader = new RecordReader(bytes, ',')
    let count = 0
    while (reader.next()) count += reader.cellCount === 3 && reader.flawed ? 1 : 0
    expect(count).toBe(rows)
  })

  test('whether a quote closes does not depend on the quotes that were looked through before', () => {
    const piece = fc.constantFrom('"', '""', ',', '\n', 'a', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = new TextEncoder().encode(pieces.join(''))
        const reader = new RecordReader(bytes, ',')
        while (reader.next()) {
          const afresh = new RecordReader(bytes, ',', reader.start)
          afresh.next()
          expect([afresh.end, afresh.cellCount, afresh.flawed]).toEqual([
            reader.end,
            reader.cellCount,
            reader.flawed,
          ])
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

  test('spaces may stand behind a closing quote', () => {
    expect(cellsOf('"a" ,b')).toEqual([['a', 'b']])
  })

  test('an empty last cell is a cell, and the end of the last line is no record', () => {
    expect(cellsOf('a,\n')).toEqual([['a', '']])
    expect(cellsOf('a,')).toEqual([['a', '']])
    expect(cellsOf('')).toEqual([])
  })

  test('a record can be read again from its place', () => {
    fc.assert(
      fc.property(someTable, fc.nat(), (table, pick) => {
        const bytes = new TextEncoder().encode(Papa.unparse(table))
        const reader = new RecordReader(bytes, ',')
        const places: { start: number; line: number; cells: string[] }[] = []
        const cells = () =>
          Array.from({ length: reader.cellCount }, (_, index) => reader.cell(index))
        while (reader.next())
          places.push({ start: reader.start, line: reader.line, cells: cells() })
        const place = places[pick % places.length]
        if (!place) return
        reader.seek(place.start, place.line)
        expect(reader.next()).toBe(true)
        expect({ start: reader.start, line: reader.line, cells: cells() }).toEqual(place)
      }),
    )
  })

  test('a file far longer than what is decoded at once reads the same, whichever records are asked for', () => {
    const letters = fc.constantFrom('a', 'b c', 'ş', 'Շուշի', '😀', 'x'.repeat(700), '"', ',')
    const rows = fc.array(fc.tuple(letters, letters, fc.boolean()), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (some, length) => {
        const table = Array.from({ length: 200 }, (_, row) => {
          const [one, two, isAsked] = some[row % some.length] ?? ['', '', true]
          return { cells: [`${row}`, one, 'y'.repeat(length), two], isAsked }
        })
        const text = Papa.unparse(table.map(({ cells }) => cells))
        const reader = new RecordReader(new TextEncoder().encode(text), ',')
        for (const { cells, isAsked } of table) {
          expect(reader.next()).toBe(true)
          if (isAsked) expect(cells.map((_, index) => reader.cell(index))).toEqual(cells)
        }
      }),
      { numRuns: runs(50) },
    )
  })

  test('of a record that is sought nothing else is decoded', () => {
    const bytes = new TextEncoder().encode('a,b,c\n'.repeat(10_000))
    const decode = vi.spyOn(TextDecoder.prototype, 'decode')
    const reader = new RecordReader(bytes, ',')
    for (const record of [9000, 5, 7000]) {
      reader.seek(6 * record, record + 1)
      reader.next()
      expect(reader.cell(1)).toBe('b')
    }
    expect(decode.mock.calls.map(([part]) => part?.byteLength)).toEqual([6, 6, 6])
    decode.mockRestore()
  })

  test('has more cells than it has room for at first', () => {
    const wide = Array.from({ length: 200 }, (_, index) => `c${index}`)
    expect(cellsOf(wide.join(','))).toEqual([wide])
  })
})
