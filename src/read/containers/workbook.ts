import { type Zippable, zipSync } from 'fflate'
import Papa from 'papaparse'
import readSheets from 'read-excel-file/universal'
import { FORMULA_START } from '../../csv/formula'
import { UserError } from '../../issues/problem'
import type { InnerFile } from './innerFile'

/** Only these parts of a workbook are read. */
const READ = /\.(?:xml|rels)$/
const SHEET = /^xl\/worksheets\/[^/]*\.xml$/

/** Cells of a sheet that are read however few of them have a value. */
const MAX_EMPTY = 2_000_000
const ROW_END = '</row>'
const ADDRESS = /[A-Z]{1,3}(\d{1,7})(?=")/y

/**
 * The sheets of an Excel workbook (XLSX) as tables of text, with dates as `2022-11-30 12:00`. Line
 * breaks in cells become spaces, so that rows have the numbers that they have on the sheet.
 */
export async function readWorkbook(entries: readonly InnerFile[]): Promise<InnerFile[]> {
  // Stored again without compression: the reader would unpack in a worker of its own.
  const stored: Zippable = Object.fromEntries(
    entries.filter(({ name }) => READ.test(name)).map(({ name, bytes }) => [name, bytes]),
  )
  for (const { name, bytes } of entries) if (SHEET.test(name)) checkExtent(bytes)
  const archive = zipSync(stored, { level: 0 })
  let sheets: Awaited<ReturnType<typeof readSheets>>
  try {
    sheets = await readSheets(archive.buffer as ArrayBuffer, { trim: false })
  } catch {
    throw new UserError({ code: 'workbookDamaged' })
  }
  return sheets.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map(writeCell))
    const text = Papa.unparse(rows, { newline: '\n', escapeFormulae: FORMULA_START })
    return { name: sheet, bytes: new TextEncoder().encode(text) }
  })
}

/**
 * Throws a UserError for a sheet of few values very far apart: all cells between them would be
 * read. `xml` has its rows, and in them its cells, in order.
 */
function checkExtent(xml: Uint8Array): void {
  const text = new TextDecoder().decode(xml)
  const most = Math.max(MAX_EMPTY, text.length)
  let columns = 0
  for (let end = text.indexOf(ROW_END); end !== -1; end = text.indexOf(ROW_END, end + 1)) {
    ADDRESS.lastIndex = text.lastIndexOf(' r="', end) + ' r="'.length
    const [address = '', row] = ADDRESS.exec(text) ?? []
    columns = Math.max(columns, columnNumber(address))
    if (columns * Number(row) > most) {
      throw new UserError({ code: 'sheetTooWide', params: { cell: address } })
    }
  }
}

/** 1 for the column of `A7`. */
function columnNumber(address: string): number {
  const letters = address.replace(/\d+$/, '')
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)
}

function writeCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value).replaceAll(/[\r\n]+\s*/g, ' ')
  const [day = '', time = ''] = value.toISOString().split(/[T.]/)
  const clock = time.slice(0, 'HH:MM'.length)
  // A clock time without a day is one of the first day that spreadsheets count.
  if (value.getUTCFullYear() < 1900) return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
