import * as v from 'valibot'
import { UserError } from '../issues/problem'

const text = v.string()
const record = v.object({ id: text, about: text })

const tableChanges = v.object({
  /** Number of records in the version. */
  records: v.number(),
  added: v.array(record),
  corrected: v.array(
    v.object({
      ...record.entries,
      fields: v.array(v.object({ field: text, old: text, new: text })),
    }),
  ),
  withdrawn: v.array(v.object({ ...record.entries, reason: v.nullable(text) })),
})

const version = v.object({
  version: text,
  released: text,
  /** The version it is compared with; null for the first. */
  previous: v.nullable(text),
  tables: v.object({
    incidents: v.optional(tableChanges),
    sources: v.optional(tableChanges),
    places: v.optional(tableChanges),
  }),
})

/** What one version of the dataset added, corrected and withdrew, table by table. */
export type Version = v.InferOutput<typeof version>
export type TableChanges = v.InferOutput<typeof tableChanges>
export type RecordName = v.InferOutput<typeof record>

/**
 * Reads the versions in geodata/versions.json, newest first, as scripts/versions.mjs writes them
 * from `contactline diff`. Throws a UserError that names the first invalid value.
 */
export function parseVersions(json: unknown): readonly Version[] {
  const parsed = v.safeParse(v.array(version), json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const path = v.getDotPath(issue) ?? '.'
  throw new UserError({ code: 'versionsDamaged', params: { path, detail: issue.message } })
}
