import { type Zippable, zipSync } from 'fflate'
import Papa from 'papaparse'
import readSheets from 'read-excel-file/universal'
import { FORMULA_START } from '../../csv/formula'
import { UserError } from '../../issues/problem'
import type { InnerFile } from './innerFile'

/** Only these parts of a workbook are read. */
const READ = /\.(?:xml|rels)$/

/**
 * The sheets of an Excel workbook (XLSX) as tables of text, with dates as `2022-11-30 12:00`. Line
 * breaks in cells become spaces, so that rows have the numbers that they have on the sheet.
 */
export async function readWorkbook(entries: readonly InnerFile[]): Promise<InnerFile[]> {
  // Stored again without compression: the reader would unpack in a worker of its own.
  const stored: Zippable = Object.fromEntries(
    entries.filter(({ name }) => READ.test(name)).map(({ name, bytes }) => [name, bytes]),
  )
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

function writeCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value).replaceAll(/\s*[\r\n]+\s*/g, ' ')
  const [day = '', time = ''] = value.toISOString().split(/[T.]/)
  const clock = time.slice(0, 'HH:MM'.length)
  // A clock time without a day is one of the first day that spreadsheets count.
  if (value.getUTCFullYear() < 1900) return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
