import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import type { SelectedRows } from '../query/selectRows'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { type ExportColumn, exportColumns } from './exportColumns'
import { exportRows, type Layout, PLAIN, splitSlice } from './exportRows'
import type { DatasetMeta, ExportMeta } from './provenance'

/** Waits, so that a page can do something else between two steps. */
export type Pause = () => Promise<void>

/** Writes the reports of a slice in a format, in parts: the same from the page and the command. */
export type ReportsWriter = (
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
  pause?: Pause,
  layout?: Layout,
) => Promise<(string | Uint8Array<ArrayBuffer>)[]>

/**
 * The reports of a slice, in its order, as CSV (RFC 4180, UTF-8 without a byte order mark), in the
 * columns of every export. It reads back in. An empty slice is a header.
 *
 * Lines end in LF, as in geodata/: Unix tools see no stray CR, and spreadsheets read both. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front, which reading takes off
 * again (formula.ts). In parts, for any number of reports.
 */
export function reportsCsv(
  dataset: Dataset,
  slice: SelectedRows,
  meta: DatasetMeta,
  pause?: Pause,
  layout = PLAIN,
): Promise<string[]> {
  return csvParts(exportColumns(dataset, meta, layout), dataset, slice, layout, pause)
}

/** The rows of a slice in some columns. */
export async function csvParts(
  columns: readonly Pick<ExportColumn, 'name' | 'read'>[],
  dataset: Dataset,
  slice: SelectedRows,
  layout: Layout,
  pause?: Pause,
): Promise<string[]> {
  const parts = [`${columns.map(({ name }) => name).join(',')}\n`]
  for (const part of splitSlice(slice)) {
    // Numbers stay numbers: a western longitude is no formula.
    const rows = exportRows(dataset, part, layout).map((row) =>
      columns.map(({ read }) => read(row)),
    )
    parts.push(`${Papa.unparse(rows, { newline: '\n', escapeFormulae: FORMULA_START })}\n`)
    await pause?.()
  }
  return parts
}
