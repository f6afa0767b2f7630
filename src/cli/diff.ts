import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Row } from '../csv/table'
import { commandLine } from '../messages/compiled/commandLine'
import { buildTables, TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import { type Changes, findChanges } from '../schema/changes'
import type { Answer, Call } from './command'
import { readConflict } from './conflictFile'
import { EXIT, Failure, usage } from './failure'
import { type NamedTable, readGiven } from './givenFiles'
import { plain } from './textTable'

/** `diff OLD NEW`: what was added, corrected and withdrawn, by record id and field. */
export async function diff({ files, dataFolder, json }: Call): Promise<Answer> {
  const [older, newer, ...rest] = files
  if (older === undefined || newer === undefined || rest.length > 0) {
    throw usage({ code: 'diffNeedsTwo' })
  }
  const columns = buildTables(readConflict(dataFolder))
  const before = await readTables([older], columns)
  const after = await readTables([newer], columns)
  const reasons = await reasonsOf(newer, after, columns)
  const tables = TABLE_NAMES.filter((kind) => kind !== 'withdrawn').flatMap((kind) => {
    const [old, now] = [rowsOf(before, kind), rowsOf(after, kind)]
    if (!old || !now) return []
    const records = { old: old.length, new: now.length }
    return [{ kind, records, changes: findChanges(old, now) }]
  })
  if (tables.length === 0) {
    throw new Failure(EXIT.dataErrors, { code: 'differentTables', params: { older, newer } })
  }
  const output = json
    ? `${JSON.stringify(Object.fromEntries(tables.map((table) => jsonOf(table, reasons))), null, 2)}\n`
    : tables.map(({ kind, changes }) => changesText(kind, changes, reasons)).join('\n')
  return { output, remarks: '', exit: EXIT.ok }
}

/** Only tables in Contactline's own columns have versions. */
async function readTables(paths: readonly string[], columns: Tables): Promise<NamedTable[]> {
  const given = await readGiven(paths, columns, null)
  return given.flatMap((file) => {
    if (file.kind !== 'foreign' && file.kind !== 'areas') return file
    throw new Failure(EXIT.dataErrors, { code: 'notOwnTable', params: { name: file.file } })
  })
}

function rowsOf(tables: readonly NamedTable[], kind: TableName): readonly Row[] | null {
  const found = tables.filter((table) => table.kind === kind)
  return found.length === 0 ? null : found.flatMap(({ table }) => table.rows)
}

/** Reasons for withdrawals, from withdrawn.csv next to the new version, if there is one. */
async function reasonsOf(
  path: string,
  tables: readonly NamedTable[],
  columns: Tables,
): Promise<ReadonlyMap<string, string>> {
  const beside = join(dirname(path), 'withdrawn.csv')
  const isThere = path !== '-' && statSync(beside, { throwIfNoEntry: false })?.isFile()
  const inFolder = rowsOf(tables, 'withdrawn')
  const rows =
    inFolder ?? (isThere ? rowsOf(await readTables([beside], columns), 'withdrawn') : null) ?? []
  return new Map(rows.map(({ cells }) => [cells.id ?? '', cells.reason ?? '']))
}

interface TableChanges {
  readonly kind: TableName
  readonly records: { readonly old: number; readonly new: number }
  readonly changes: Changes
}

function jsonOf({ kind, records, changes }: TableChanges, reasons: ReadonlyMap<string, string>) {
  const named = (row: Row) => ({ id: row.cells.id ?? '', about: aboutOf(row) })
  const added = changes.added.map((row) => ({ ...named(row), record: row.cells }))
  const corrected = changes.corrected.map(({ row, fields }) => ({ ...named(row), fields }))
  const withdrawn = changes.withdrawn.map((row) => ({
    ...named(row),
    reason: reasons.get(row.cells.id ?? '') ?? null,
    record: row.cells,
  }))
  return [kind, { records, added, corrected, withdrawn }] as const
}

function aboutOf({ cells }: Row): string {
  return cells.summary || cells.title || cells.publisher || cells.name || ''
}

/** Markdown lists, readable as plain text too. */
function changesText(
  kind: TableName,
  changes: Changes,
  reasons: ReadonlyMap<string, string>,
): string {
  const added = changes.added.map((row) => `- ${nameOf(row)}`)
  const corrected = changes.corrected.flatMap(({ row, fields }) => [
    `- ${nameOf(row)}`,
    ...fields.map(({ field, old, new: now }) => {
      return `  - ${commandLine.diffField({ field, old: quoted(old), now: quoted(now) })}`
    }),
  ])
  const withdrawn = changes.withdrawn.map((row) => {
    const reason = plain(reasons.get(row.cells.id ?? '') || commandLine.noReason())
    return `- ${commandLine.withdrawn({ record: nameOf(row), reason })}`
  })
  const parts = [
    [commandLine.diffAdded({ n: added.length }), added],
    [commandLine.diffCorrected({ n: changes.corrected.length }), corrected],
    [commandLine.diffWithdrawn({ n: withdrawn.length }), withdrawn],
  ] as const
  const lines = parts.flatMap(([title, items]) => [
    title,
    '',
    ...items,
    ...(items.length ? [''] : []),
  ])
  return `## ${commandLine.diffTable({ table: kind })}\n\n${lines.join('\n').trimEnd()}\n`
}

function nameOf(row: Row): string {
  const about = aboutOf(row)
  const id = row.cells.id ?? ''
  return plain(about === '' ? id : commandLine.diffRecord({ id, about }))
}

function quoted(value: string): string {
  return value === '' ? commandLine.diffEmpty() : commandLine.diffValue({ value: plain(value) })
}
