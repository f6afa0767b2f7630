import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordReader } from '../../src/csv/recordReader'
import { firstPlace, readChunks } from '../../src/publish/chunks'
import type { OpenedTable } from '../../src/read/format'
import { readHeader } from '../../src/read/header'
import { memorySource } from './memoryDisk'

/** Delimited text with quotes, delimiters and line ends wherever they may do harm. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', ' ', '",', '"\n'),
      },
      { weight: 2, arbitrary: fc.constantFrom('a', 'é', 'Շուշի', '12', 'x,y\n', '"a","b"\r\n') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => `id,name\n${parts.join('')}`)

function records({ bytes, delimiter, headerEnd, headerLines }: OpenedTable) {
  const reader = new RecordReader(bytes, delimiter, headerEnd, headerLines + 1)
  const found: unknown[] = []
  while (reader.next()) {
    found.push([reader.line, reader.flawed, reader.isBlank, reader.cells()])
  }
  return found
}

test('chunks have the records of the whole text, with their lines and flaws', () => {
  fc.assert(
    fc.property(
      hostile,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('UTF-8', 'UTF-16LE'),
      (text, chunkBytes, encoding) => {
        const whole = readHeader(new TextEncoder().encode(text), encoding)
        const utf16 = new Uint8Array(
          Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0)).buffer,
        )
        const source = memorySource(encoding === 'UTF-8' ? whole.bytes : utf16)
        const chunks = [...readChunks(source, whole, firstPlace(whole), chunkBytes)]
        expect(chunks.flatMap(({ table }) => records(table))).toEqual(records(whole))
        // From where any of them ends, the rest is the same.
        const middle = chunks[chunks.length >> 1]
        if (!middle) return
        const rest = [...readChunks(source, whole, middle.end, chunkBytes)]
        const after = chunks.slice((chunks.length >> 1) + 1)
        expect(rest.map(({ table }) => table.bytes)).toEqual(after.map(({ table }) => table.bytes))
      },
    ),
  )
})

test('a quote is judged by what is far behind it, as in the whole text', () => {
  const rows = (count: number) => 'a,b\n'.repeat(count)
  const far = '"x,y\n'
  // The first quote closes 12 MB later, the last ones never.
  const text = `id,name\n${far}${rows(3e6)}z"\n${rows(2e6)}${far}${rows(4e6)}${far}${rows(1e6)}`
  const whole = readHeader(new TextEncoder().encode(text), 'UTF-8')
  const chunks = readChunks(memorySource(whole.bytes), whole, firstPlace(whole), 1 << 21)
  const marks = (table: OpenedTable) => {
    const reader = new RecordReader(table.bytes, ',', table.headerEnd, table.headerLines + 1)
    const found: number[][] = []
    let count = 0
    while (reader.next()) {
      count++
      if (reader.flawed || reader.end - reader.start > 9)
        found.push([reader.line, reader.cellCount])
    }
    return { found, count }
  }
  const parts = Array.from(chunks, ({ table }) => marks(table))
  const { found, count } = marks(whole)
  expect(found.length).toBeGreaterThan(2)
  expect(parts.flatMap((part) => part.found)).toEqual(found)
  expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(count)
})
