import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceId } from '../../src/model/ids'
import { failedConditions } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { countSupport, type SourceRow, sortSources, sourceTable } from '../../src/query/sourceTable'
import { choosing, datasetOf, someDataset, someFilter } from '../support/arbitraries'
import { everything, realDataset } from '../support/fixtures'

const idsOf = (rows: readonly SourceRow[]) => rows.map(({ source }) => source.id)

test('the numbers of a source and a publisher are what the filters by their pages show', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const fails = failedConditions(dataset, filter)
      const slice = sliceDataset(dataset, filter)
      const table = sourceTable(dataset, slice)
      expect(sourceTable(dataset, slice, fails)).toEqual(table)
      const { sources, publishers } = table
      const showing = (pages: Iterable<string>) =>
        sliceDataset(dataset, choosing(filter, { source: pages })).count
      for (const id of dataset.sources.keys()) {
        const row = sources.find(({ source }) => source.id === id)
        expect(row?.reports ?? { certain: 0, possible: 0 }).toEqual(showing([id]))
      }
      for (const { publisher, reports, pages } of publishers) {
        const own = [...dataset.sources.values()].filter((each) => each.publisher === publisher)
        expect(reports).toEqual(showing(own.map(({ id }) => id)))
        expect(pages).toBe(sources.filter(({ source }) => source.publisher === publisher).length)
      }
      const having = (pages: number) =>
        [...slice.rows].filter((row) => dataset.incidents[row]?.citedSources.length === pages)
      const { all, single, none } = countSupport(dataset, slice)
      expect(all).toEqual(slice.count)
      expect(single.certain + single.possible).toBe(having(1).length)
      expect(none.certain + none.possible).toBe(having(0).length)
    }),
  )
})

test('the page of a denial is in the table, even where no report rests on it', () => {
  const dataset = datasetOf([
    { id: 'a', date_start: '2022-11-29', sources: 'daily-1', denial_source: 'daily-2' },
  ])
  const { sources } = sourceTable(dataset, sliceDataset(dataset, everything(dataset)))
  expect(
    sources.map(({ source, reports, denials }) => [source.id, reports.certain, denials.certain]),
  ).toEqual([
    ['daily-1', 1, 0],
    ['daily-2', 0, 1],
  ])
})

describe('sortSources', () => {
  const nothing = { certain: 0, possible: 0 }
  const blank = { publisher: 'P', title: '', url: '', published: '', language: '' }
  const row = (id: string, cells: Partial<SourceRow['source']>, reports = 1): SourceRow => ({
    source: { id: id as SourceId, ...blank, ...cells },
    reports: { certain: reports, possible: 0 },
    denials: nothing,
  })
  const rows = [
    row('none', { publisher: 'Zeta' }, 2),
    row('day', { published: '2022-12-01', publisher: 'Alpha' }, 2),
    row('old', { published: '2021-01-31' }, 12),
    row('a-month', { published: '2022-12', publisher: 'Alpha' }, 2),
  ]

  test.each([
    // Dates: a month before its days, and none at the end both ways.
    ['published', 'ascending', ['old', 'a-month', 'day', 'none']],
    ['published', 'descending', ['day', 'a-month', 'old', 'none']],
    // Numbers: equal ones by publisher and id.
    ['reports', 'descending', ['old', 'a-month', 'day', 'none']],
    ['reports', 'ascending', ['a-month', 'day', 'none', 'old']],
    ['publisher', 'ascending', ['a-month', 'day', 'old', 'none']],
  ] as const)('by %s, %s', (column, direction, expected) => {
    const before = [...rows]
    expect(idsOf(sortSources(rows, column, direction))).toEqual(expected)
    expect(rows).toEqual(before)
  })
})

test('the frozen records: all 629 pages are cited, and 229 of 447 reports rest on one', () => {
  const dataset = realDataset()
  const slice = sliceDataset(dataset, everything(dataset))
  const { sources, publishers } = sourceTable(dataset, slice)
  expect(sources).toHaveLength(629)
  expect(publishers.reduce((sum, { pages }) => sum + pages, 0)).toBe(629)
  const support = countSupport(dataset, slice)
  expect(support.single.certain).toBe(229)
  expect(support.none).toEqual({ certain: 0, possible: 0 })
})
