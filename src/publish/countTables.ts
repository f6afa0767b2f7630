import type { Conflict } from '../model/conflict'
import { type CodedFacetKey, facetValues, hasSeveral } from '../model/facets'
import type { ParquetColumn } from './parquetFile'
import type { SortedRecord } from './runReader'
import { codeWriter, PUBLISHED_FACETS } from './sortedReport'
import { integersOf } from './sortKey'

/** Sums of the records of one key: what is counted, and more that is added up with it. */
export interface Sum {
  /** What a key begins with, then the codes of PUBLISHED_FACETS: 0 for one that is left out. */
  readonly key: readonly number[]
  readonly values: Float64Array
}

/** The columns of codes that are in a table. */
export function codeColumns(left: readonly CodedFacetKey[]) {
  return PUBLISHED_FACETS.filter((key) => !left.includes(key))
}

/** The coded columns, that with most values first: the order in which they leave a table. */
export function byValues(conflict: Conflict): readonly CodedFacetKey[] {
  const count = (key: CodedFacetKey) => {
    const { length } = facetValues(key, conflict)
    return hasSeveral(key) ? 2 ** Math.min(length, 30) : length
  }
  return PUBLISHED_FACETS.toSorted((a, b) => count(b) - count(a))
}

/** What is counted of reports, in the order of the tables. Each list can be read again. */
export interface CountedReports {
  /** By first day, last day and index in `areaLists`, after `orderOfCount`: the number of events. */
  counts(): Iterable<Sum>
  /**
   * By zoom, place of the cell, first day and last day, after `orderOfCell`: events, points, and
   * sums of their x and y.
   */
  cells(): Iterable<Sum>
  /** Lists of areas, separated by spaces. */
  readonly areaLists: readonly string[]
  readonly zooms: readonly number[]
}

/**
 * What records add up to. Their keys begin with `skipped` numbers, which only sort them, and have
 * `leading` numbers before the codes.
 */
export function* sumsOf(
  records: Iterable<SortedRecord>,
  skipped: number,
  leading: number,
): Generator<Sum> {
  for (const { key, value } of records) {
    const values = new Float64Array(value.slice().buffer)
    const numbers = integersOf(key, skipped + leading + PUBLISHED_FACETS.length)
    yield { key: numbers.slice(skipped), values }
  }
}

/**
 * Adds up sums by their keys; those with the same first `leading` numbers follow each other. Columns
 * that are left out are 0 in all of them, so that fewer remain.
 */
export function* addUp(
  sums: Iterable<Sum>,
  leading: number,
  left: readonly CodedFacetKey[],
): Generator<Sum> {
  const isLeft = PUBLISHED_FACETS.map((key) => left.includes(key))
  let group = new Map<string, Sum>()
  let last = ''
  for (const { key, values } of sums) {
    const own = key.map((number, at) => (isLeft[at - leading] ? 0 : number))
    const first = own.slice(0, leading).join()
    if (first !== last) {
      yield* group.values()
      group = new Map()
      last = first
    }
    const name = own.slice(leading).join()
    const known = group.get(name)
    if (!known) group.set(name, { key: own, values })
    else
      for (const [at, each] of values.entries()) known.values[at] = (known.values[at] ?? 0) + each
  }
  yield* group.values()
}

/** The columns of codes of a table, and the ids of a sum's codes in them. */
export function describeCodes(conflict: Conflict, left: readonly CodedFacetKey[]) {
  const keys = codeColumns(left)
  const writers = keys.map((key) => ({
    at: PUBLISHED_FACETS.indexOf(key),
    write: codeWriter(key, conflict),
  }))
  return {
    columns: keys.map((name): ParquetColumn => ({ name, type: 'text', bare: true })),
    write: (codes: readonly number[]) => writers.map(({ at, write }) => write(codes[at] ?? 0)),
  }
}
