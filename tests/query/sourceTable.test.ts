import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceId } from '../../src/model/ids'
import { failedConditions } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { countSupport, type SourceRow, sortSources, sourceTable } from '../../src/query/sourceTable'
import { choosing, someDataset, someFilter } from '../support/arbitraries'

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
      const open = sliceDataset(dataset, choosing(filter, { source: [] }))
      for (const id of dataset.sources.keys()) {
        const row = sources.find(({ source }) => source.id === id)
        expect(row?.reports ?? { certain: 0, possible: 0 }).toEqual(showing([id]))
        const denied = Array.from(open.rows, (index) => dataset.incidents[index]?.record)
        const denials = denied.filter((record) => record?.denial_source === id).length
        expect((row?.denials.certain ?? 0) + (row?.denials.possible ?? 0)).toBe(denials)
      }
      for (const { publisher, reports, pages } of publishers) {
        const own = [...dataset.sources.values()].filter((each) => each.publisher === publisher)
        expect(reports).toEqual(showing(own.map(({ id }) => id)))
        const cited = sources.filter(({ reports: { certain, possible } }) => certain + possible > 0)
        expect(pages).toBe(cited.filter(({ source }) => source.publisher === publisher).length)
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
