import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { openFiles } from '../../src/open/openFiles'
import { world } from './importing'
import type { BenchRow } from './row'
import { ucdpLikeCsv } from './ucdp'

const ROWS = 10_000
const WORKBOOK = 'tests/fixtures/faults/containers/two-sheets.xlsx'

const FORMATS = {
  'a JSON list': (rows: readonly string[][]) => {
    const [header = [], ...others] = rows
    const lists = others.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])))
    return strToU8(JSON.stringify(lists))
  },
  'an Excel workbook': (rows: readonly string[][]) => {
    const cellOf = (text: string, row: number, at: number) => {
      const shown = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      return `<c r="${letters(at)}${row + 1}" t="inlineStr"><is><t>${shown}</t></is></c>`
    }
    const lines = rows.map((row, number) => {
      const cells = row.map((text, at) => cellOf(text, number, at))
      return `<row r="${number + 1}">${cells.join('')}</row>`
    })
    const sheet = `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`
    const parts = unzipSync(readFileSync(WORKBOOK))
    return zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(sheet) })
  },
}

/** The name of a column, of the first few hundred. */
function letters(at: number): string {
  const first = at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))
  return first + String.fromCharCode(65 + (at % 26))
}

/** Opening formats that are read as a whole, in Node: twice as many rows should take twice as long. */
export async function benchFormats(): Promise<BenchRow[]> {
  const rows = Papa.parse<string[]>([...ucdpLikeCsv(ROWS)].join(''), { skipEmptyLines: true }).data
  const found: BenchRow[] = []
  for (const [name, write] of Object.entries(FORMATS)) {
    const half = await timeOf(write(rows.slice(0, ROWS / 2 + 1)))
    found.push({
      what: `open ${ROWS.toLocaleString('en')} rows as ${name}`,
      ours: await timeOf(write(rows)),
      unit: 'ms',
      alternative: { name: 'half as many, twice', value: 2 * half },
      target: 'about 1×',
    })
  }
  return found
}

async function timeOf(bytes: Uint8Array): Promise<number> {
  const files = [{ name: 'file', blob: new Blob([bytes as BlobPart]) }]
  const request = { files, mapping: null, ...world() }
  const start = performance.now()
  await openFiles(request, () => {})
  return performance.now() - start
}
