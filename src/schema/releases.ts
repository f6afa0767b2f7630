import type { FieldChange } from './changes'

export interface RecordName {
  readonly id: string
  readonly about: string
}

export interface TableChanges {
  /** Number of records in the version. */
  readonly records: number
  readonly added: readonly RecordName[]
  readonly corrected: readonly (RecordName & { readonly fields: readonly FieldChange[] })[]
  readonly withdrawn: readonly (RecordName & { readonly reason: string | null })[]
}

/**
 * What one version of the dataset added, corrected and withdrew, table by table: an entry of
 * geodata/versions.json, which scripts/versions.mjs writes from `contactline diff`, newest first.
 */
export interface Version {
  readonly version: string
  readonly released: string
  /** The version it is compared with; null for the first. */
  readonly previous: string | null
  readonly tables: Readonly<Partial<Record<'incidents' | 'sources' | 'places', TableChanges>>>
}
