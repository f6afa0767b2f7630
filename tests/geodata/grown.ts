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
  const id = source?.id ?? ''
  const usual = {
    reported_by: 'Ministry of Defence of Azerbaijan',
    accused_party: 'not stated',
    summary: 'A report that was added later.',
    sources: id,
  }
  const day = { date_start: '2022-11-29', date_end: '2022-11-29', time_precision: 'day' }
  const place = { areas: 'Shusha; Aghdam', reporting_party: 'Azerbaijan', kind: 'fire' }
  const night = { date_start: '2024-02-29', time_start: '22:10', date_end: '2024-03-01' }
  const times = { ...night, time_end: '01:00', time_precision: 'interval' }
  const works = { kind: 'engineering works', reporting_party: 'Other', killed: '0', wounded: '2' }
  const denial = { denied_by: 'Ministry of Defence of Armenia', denial_source: id }
  const rare = { ...works, ...denial, note: 'The figures are cumulative.' }
  const reports: Record<string, string>[] = [
    { ...usual, ...day, ...place, id: '20221129-99' },
    { ...usual, ...times, ...rare, id: '20240229-99' },
  ]
  const columns = Object.keys(readTable('incidents.csv')[0] ?? {})
  const rows = reports.map((report) => columns.map((column) => report[column] ?? ''))
  appendFileSync(join(folder, 'incidents.csv'), `${Papa.unparse(rows, { newline: '\n' })}\n`)
  return { folder, added: reports.map(({ id = '' }) => id) }
}
