import type { Conflict } from '../model/conflict'
import type { Filter } from '../query/filter'
import type { Layout } from './exportRows'
import { filterWords } from './provenance'

/** Names longer than this are cut and end in a hash. */
const MAX_FILTERS = 60
/** Letters of the names of files that their exports begin with. */
const MAX_STEM = 60
const ENDING = /(?:\.[a-z]\w{1,8})?(?:\.gz)?$/i

/**
 * What names of files saved of some datasets begin with: the names of their own files without
 * endings; `contactline` with records that are not from the user's files, whose name is null.
 */
export function fileStem(files: readonly (string | null)[]): string {
  const names = files.flatMap((name) => name ?? [])
  if (names.length === 0 || names.length < files.length) return 'contactline'
  const stems = names.map((name) => name.replace(/^.*[/\\]/s, '').replace(ENDING, ''))
  const plain = stems.join('-').replace(/[^\p{L}\p{M}\p{N}._()-]+/gu, '-')
  return [...plain].slice(0, MAX_STEM).join('') || 'file'
}

/**
 * The name of a file of a slice, without an extension: `what` it has, dates, filters and layout, so
 * that two slices have two names. Filters that are long, or have signs that file names cannot have, are cut
 * and get a hash of the whole.
 */
export function sliceFileName(
  what: string,
  filter: Filter,
  conflict: Conflict,
  { geometry, rows }: Pick<Layout, 'geometry' | 'rows'> = { geometry: 'points', rows: 'report' },
): string {
  const { from, to, ...filters } = filterWords(filter, conflict)
  const words = Object.entries(filters).map(([key, value]) => `${key}-${value}`)
  const named = words.map((word) => word.replace(/[^\p{L}\p{N}]+/gu, '-')).join('-')
  const isWhole = named === words.map((word) => word.replaceAll(',', '-')).join('-')
  const isShort = named.length <= MAX_FILTERS && isWhole
  const short = isShort ? named : `${named.slice(0, MAX_FILTERS)}-${hashOf(words.join('&'))}`
  return [
    ...[what, from, to, ...(short === '' ? [] : [short])],
    ...(geometry === 'points' ? [] : [geometry === 'none' ? 'no-geometry' : geometry]),
    ...(rows === 'place' ? ['by-place'] : []),
  ].join('-')
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const char of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ char, 0x01000193) >>> 0
  }
  return hash.toString(36)
}
