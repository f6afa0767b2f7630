import type { Row } from '../csv/table'

export interface FieldChange {
  readonly field: string
  readonly old: string
  readonly new: string
}

/** What changed in the records of a table from one version to the next, by id. */
export interface Changes {
  /** In the order of the new table. */
  readonly added: readonly Row[]
  /** As in the new table. */
  readonly corrected: readonly { readonly row: Row; readonly fields: readonly FieldChange[] }[]
  /** In the order of the old table. */
  readonly withdrawn: readonly Row[]
}

/**
 * Compares two versions of a table by record id and field. A column that one version lacks reads as
 * empty there; the order of rows and columns does not matter. If rows share an id, the first
 * counts; rows without an id are not compared.
 */
export function findChanges(older: readonly Row[], newer: readonly Row[]): Changes {
  const before = byId(older)
  const after = byId(newer)
  const corrected = [...after].flatMap(([id, row]) => {
    const old = before.get(id)
    const fields = old ? fieldChanges(old, row) : []
    return fields.length > 0 ? [{ row, fields }] : []
  })
  return {
    added: [...after.values()].filter(({ cells }) => !before.has(cells.id ?? '')),
    corrected,
    withdrawn: [...before.values()].filter(({ cells }) => !after.has(cells.id ?? '')),
  }
}

function fieldChanges(older: Row, newer: Row): FieldChange[] {
  const fields = new Set([...Object.keys(older.cells), ...Object.keys(newer.cells)])
  return [...fields]
    .map((field) => ({ field, old: older.cells[field] ?? '', new: newer.cells[field] ?? '' }))
    .filter((change) => change.old !== change.new)
}

function byId(rows: readonly Row[]): Map<string, Row> {
  const known = new Map<string, Row>()
  for (const row of rows) {
    const id = row.cells.id ?? ''
    if (id !== '' && !known.has(id)) known.set(id, row)
  }
  return known
}
