import { signal } from '@preact/signals'
import type { Compared } from './comparing'

/** What a reader decides about a pair of reports. */
export const DECISIONS = ['same', 'different', 'none'] as const
export type Decision = (typeof DECISIONS)[number]

/** In this browser's storage. */
const STORE = 'contactline-decisions'

/** By pair; those without one are not in it. */
export const decisions = signal<ReadonlyMap<string, Decision>>(load())

/** A pair of reports, by the names of their datasets and their ids there. */
export function pairKey({ a, b, comparison }: Compared, pair: number): string {
  const { candidates } = comparison
  const [one, other] = [candidates.a[pair] ?? -1, candidates.b[pair] ?? -1]
  const ids = [a.part.dataset.incidents.at(one)?.id, b.part.dataset.incidents.at(other)?.id]
  return JSON.stringify([a.part.name, ids[0], b.part.name, ids[1]])
}

/** Returns false where the browser does not store it. */
export function decide(key: string, decision: Decision): boolean {
  const next = new Map(decisions.value)
  if (decision === 'none') next.delete(key)
  else next.set(key, decision)
  decisions.value = next
  try {
    localStorage.setItem(STORE, JSON.stringify([...next]))
    return true
  } catch {
    return false
  }
}

function load(): ReadonlyMap<string, Decision> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return new Map(Array.isArray(stored) ? stored : [])
  } catch {
    return new Map()
  }
}
