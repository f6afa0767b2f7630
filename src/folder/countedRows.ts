import { UserError } from '../issues/problem'
import type { CodedFacetKey } from '../model/facets'
import { facetValues, hasSeveral } from '../model/facets'
import type { PublishedConflict } from '../publish/publishedFolder'
import { PUBLISHED_FACETS } from '../publish/sortedReport'
import { type Codes, codesType, valueBits } from '../store/codes'
import type { ColumnValues, TableRows } from './tableFile'

/** Rows of counts, of cells or of the overview: plain values, so that a worker can post them. */
export interface CountedRows {
  readonly length: number
  /** Local days. */
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  /** 0 throughout for a column that the table does not have. */
  readonly codes: Readonly<Record<CodedFacetKey, Codes>>
  /** How many events each row counts. */
  readonly number: Int32Array
  /** Indices into `areaLists`: ids as in the table; absent for cells and overview. */
  readonly areas?: Int32Array
  readonly areaLists?: readonly string[]
  /** Of cells only: their zoom, and where the mean of the points of a row is, in degrees WGS 84. */
  readonly zoom?: Int32Array
  readonly lon?: Float64Array
  readonly lat?: Float64Array
}

/** The names of the columns that tables have in common, where a table calls them otherwise. */
interface Names {
  readonly first: string
  readonly number: string
}

/** Turns rows of a table into codes. `keys`: the columns of codes that it has. */
export function countedRows(
  parts: readonly TableRows[],
  conflict: PublishedConflict,
  keys: readonly CodedFacetKey[],
  { first, number }: Names = { first: 'first_day', number: 'number' },
): CountedRows {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const integers = (name: string) => {
    const all = new Int32Array(length)
    gather(parts, name, (value, at) => {
      all[at] = Number(value)
    })
    return all
  }
  const codes = [...PUBLISHED_FACETS, 'dataset' as const].map((key) => {
    const column = new (codesType(key, conflict))(length)
    if (keys.includes(key)) {
      const read = codeReader(key, conflict)
      gather(parts, key, (value, at) => {
        column[at] = read(String(value))
      })
    }
    return [key, column] as const
  })
  const [part] = parts
  const hasZooms = part !== undefined && part.column('zoom').length > 0
  const lists = new Map<string, number>()
  const areas = new Int32Array(length).fill(-1)
  gather(parts, 'areas', (value, at) => {
    const list = String(value)
    const number = lists.get(list) ?? lists.size
    lists.set(list, number)
    areas[at] = number
  })
  return {
    length,
    firstDay: integers(first),
    lastDay: integers('last_day'),
    codes: Object.fromEntries(codes) as Record<CodedFacetKey, Codes>,
    number: integers(number),
    ...(hasZooms && { zoom: integers('zoom') }),
    ...(lists.size > 0 && { areas, areaLists: [...lists.keys()] }),
  }
}

/** Calls back with each value of a column of some rows, which are numbered throughout. */
export function gather(
  parts: readonly TableRows[],
  name: string,
  take: (value: unknown, at: number) => void,
): void {
  let at = 0
  for (const part of parts) {
    const values: ColumnValues = part.column(name)
    for (let index = 0; index < part.length; index++, at++) {
      if (index < values.length) take(values[index], at)
    }
  }
}

/** Returns a function that turns the ids of a facet, separated by spaces, into its code. */
function codeReader(key: CodedFacetKey, conflict: PublishedConflict): (ids: string) => number {
  const values = facetValues(key, conflict)
  const several = hasSeveral(key)
  const known = new Map<string, number>()
  return (ids) => {
    const found = known.get(ids)
    if (found !== undefined) return found
    const code = several ? valueBits(values, ids.split(' ')) : values.indexOf(ids)
    // A term that dataset.json does not know must not count as another.
    if (code === -1) throw new UserError({ code: 'folderBroken', params: { path: 'dataset.json' } })
    known.set(ids, code)
    return code
  }
}
