import { signal } from '@preact/signals'
import { UserError } from '../../issues/problem'
import type { BaseMap } from '../../model/view'
import { loadJson } from '../../open/fetchFile'

/** The online base maps in public/config.json; empty until it is read and if it cannot be read. */
export const bases = signal<readonly BaseMap[]>([])

/** Reads config.json. Throws a UserError when it cannot be read or has another shape. */
export async function loadBases(): Promise<readonly BaseMap[]> {
  const config = await loadJson('config.json')
  const list: unknown =
    typeof config === 'object' && config !== null && 'bases' in config ? config.bases : null
  if (!Array.isArray(list)) throw new UserError({ code: 'noBases' })
  bases.value = list.filter(isBaseMap)
  return bases.value
}

function isBaseMap(value: unknown): value is BaseMap {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, style } = value as Record<string, unknown>
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof style === 'string' &&
    /^(https?:\/\/|[^:]*$)/i.test(style)
  )
}
