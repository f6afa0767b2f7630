import type { Conflict } from '../model/conflict'
import { type CodedFacetKey, facetValues, hasSeveral } from '../model/facets'
import type { ParquetColumn } from './parquetFile'
import type { SortedRecord } from './runReader'
import { codeWriter, PUBLISHED_FACETS } from './sortedReport'
import { integersOf } from './sortKey'

/** Sums of the records of one key: what is counted, and more that is added up with it. */
export interface Sum {
  /** What a key begins with, then codes in the order of `stayingFacets`, without those left out. */
  readonly key: readonly number[]
  readonly values: number[]
}

/** The columns of codes that are in a table. */
export function codeColumns(left: readonly CodedFacetKey[]) {
  return PUBLISHED_FACETS.filter((key) => !left.includes(key))
}

/** The coded columns, that with fewest values first: the last is the first to leave a table. */
export function stayingFacets(conflict: Conflict) {
  const count = (key: CodedFacetKey) => {
    const { length } = facetValues(key, conflict)
    return hasSeveral(key) ? 2 ** Math.min(length, 30) : length
  }
  return PUBLISHED_FACETS.toSorted((a, b) => count(a) - count(b))
}

/** What is counted of reports, in the order of the tables. Each list can be read again. */
export interface CountedReports {
  /**
   * By first day, last day, index in `areaLists` and codes, after `orderOfCount`: the number of
   * events.
   */
  counts(): Iterable<Sum>
  /**
   * By zoom, place of the cell, first day, last day and codes, after `orderOfCell`: events, points,
   * and sums of their x and y.
   */
  cells(): Iterable<Sum>
  /** Lists of areas, separated by spaces. */
  readonly areaLists: readonly string[]
  readonly zooms: readonly number[]
  /** How many sums of cells there are. */
  readonly cellRecords: number
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
  for (const { view, keyStart, valueStart, valueEnd } of records) {
    const values: number[] = []
    for (let at = valueStart; at < valueEnd; at += 8) values.push(view.getFloat64(at))
    yield {
      key: integersOf(view, keyStart + 4 * skipped, leading + PUBLISHED_FACETS.length),
      values,
    }
  }
}

/**
 * Adds up sorted sums by the first `length` numbers of their keys: those that are equal follow each
 * other.
 */
export function* addUp(sums: Iterable<Sum>, length: number): Generator<Sum> {
  let last: Sum | null = null
  for (const { key, values } of sums) {
    if (last && firstDifference(last.key, key, length) === length) {
      for (const [at, each] of values.entries()) last.values[at] = (last.values[at] ?? 0) + each
      continue
    }
    if (last) yield last
    last = { key: key.slice(0, length), values }
  }
  if (last) yield last
}

/** How many rows sorted sums add up to by the first n numbers of their keys, for each n. */
export function countRows(sums: Iterable<Sum>): readonly number[] {
  const differing: number[] = []
  let last: readonly number[] = []
  for (const { key } of sums) {
    const at = last.length === 0 ? 0 : firstDifference(last, key, key.length)
    differing[at] = (differing[at] ?? 0) + 1
    last = key
  }
  let rows = 0
  return Array.from({ length: last.length + 1 }, (_, length) => {
    const before = rows
    rows += differing[length] ?? 0
    return before
  })
}

/** The same sums; calls back with each. */
export function* watched(sums: Iterable<Sum>, onSum: (sum: Sum) => void): Generator<Sum> {
  for (const sum of sums) {
    onSum(sum)
    yield sum
  }
}

/** Index of the first number that differs, or `length`. */
function firstDifference(a: readonly number[], b: readonly number[], length: number): number {
  let at = 0
  while (at < length && a[at] === b[at]) at++
  return at
}

/** The columns of codes of a table, and the ids of a sum's codes in them. */
export function describeCodes(conflict: Conflict, left: readonly CodedFacetKey[]) {
  const order = stayingFacets(conflict)
  const keys = codeColumns(left)
  const writers = keys.map((key) => ({
    at: order.indexOf(key),
    write: codeWriter(key, conflict),
  }))
  return {
    columns: keys.map((name): ParquetColumn => ({ name, type: 'text', bare: true })),
    write: (codes: readonly number[]) => writers.map(({ at, write }) => write(codes[at] ?? 0)),
  }
}
