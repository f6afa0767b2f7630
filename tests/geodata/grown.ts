import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll } from 'vitest'
import { readTable, SHIPPED } from './read'

/**
 * Copies the shipped dataset to a temporary folder and appends valid reports, as a contributor would: one in the week
 * of the first view, and one outside the span of all others that uses what is rare. Nothing else changes.
 */
export function grownCopy(): { folder: string; added: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'contactline-grown-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(SHIPPED, folder, { recursive: true })
  const [source] = readTable('sources.csv')
  const usual = {
    reported_by: 'Ministry of Defence of Azerbaijan',
    reporting_party: 'Azerbaijan',
    accused_party: 'not stated',
    summary: 'A report that was added later.',
    sources: source?.id ?? '',
  }
  const reports: Record<string, string>[] = [
    {
      ...usual,
      id: '20221129-99',
      date_start: '2022-11-29',
      date_end: '2022-11-29',
      time_precision: 'day',
      areas: 'Shusha; Aghdam',
      kind: 'fire',
    },
    {
      ...usual,
      id: '20240229-99',
      date_start: '2024-02-29',
      time_start: '22:10',
      date_end: '2024-03-01',
      time_end: '01:00',
      time_precision: 'interval',
      kind: 'engineering works',
      reporting_party: 'Other',
      killed: '0',
      wounded: '2',
      denied_by: 'Ministry of Defence of Armenia',
      denial_source: source?.id ?? '',
      note: 'The figures are cumulative.',
    },
  ]
  const columns = Object.keys(readTable('incidents.csv')[0] ?? {})
  const rows = reports.map((report) => columns.map((column) => report[column] ?? ''))
  appendFileSync(join(folder, 'incidents.csv'), `${Papa.unparse(rows, { newline: '\n' })}\n`)
  return { folder, added: reports.map(({ id = '' }) => id) }
}
