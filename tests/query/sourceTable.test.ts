import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { SourceId } from '../../src/model/ids'
import { failedConditions } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { sliceDataset } from '../../src/query/sliceDataset'
import {
  countSupport,
  type SourceColumn,
  type SourceRow,
  sortSources,
  sourceTable,
} from '../../src/query/sourceTable'
import { choosing, datasetOf, type RawRow, someDataset, someFilter } from '../support/arbitraries'
import { everything, realDataset } from '../support/fixtures'

const tableOf = (dataset: JoinedDataset, filter: Filter) =>
  sourceTable(dataset, sliceDataset(dataset, filter))
const idsOf = (rows: readonly SourceRow[]) => rows.map(({ source }) => source.id)

test('the number of a source is what the filter by it shows, whatever source is chosen now', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const { sources } = tableOf(dataset, filter)
      for (const id of dataset.sources.keys()) {
        const row = sources.find(({ source }) => source.id === id)
        const { count } = sliceDataset(dataset, choosing(filter, { source: [id] }))
        expect(row?.reports ?? { certain: 0, possible: 0 }).toEqual(count)
      }
    }),
  )
})

test('a publisher counts each report once, and the pages that are cited', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const { publishers, sources } = tableOf(dataset, filter)
      for (const { publisher, reports, pages } of publishers) {
        const own = [...dataset.sources.values()].filter((each) => each.publisher === publisher)
        const chosen = choosing(filter, { source: own.map(({ id }) => id) })
        expect(reports).toEqual(sliceDataset(dataset, chosen).count)
        expect(pages).toBe(sources.filter(({ source }) => source.publisher === publisher).length)
      }
    }),
  )
})

test('the share on a single page, and on none, is that of the slice itself', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const slice = sliceDataset(dataset, filter)
      const having = (pages: number) =>
        [...slice.rows].filter((row) => dataset.incidents[row]?.citedSources.length === pages)
      const { all, single, none } = countSupport(dataset, slice)
      expect(all).toEqual(slice.count)
      expect(single.certain + single.possible).toBe(having(1).length)
      expect(none.certain + none.possible).toBe(having(0).length)
    }),
  )
})

test('judging the rows before, as the page does, changes nothing', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const fails = failedConditions(dataset, filter)
      const slice = sliceDataset(dataset, filter, fails)
      expect(sourceTable(dataset, slice, fails)).toEqual(tableOf(dataset, filter))
    }),
  )
})

test('the page of a denial is in the table, even where no report rests on it', () => {
  const row: RawRow = {
    id: 'a',
    date_start: '2022-11-29',
    reported_by: 'A ministry',
    reporting_party: 'Armenia',
    denied_by: 'Another ministry',
    denial_source: 'daily-2',
    sources: 'daily-1',
  }
  const dataset = datasetOf([row])
  const { sources } = tableOf(dataset, everything(dataset))
  expect(
    sources.map(({ source, reports, denials }) => [source.id, reports.certain, denials.certain]),
  )
    // In the order of their number of reports.
    .toEqual([
      ['daily-1', 1, 0],
      ['daily-2', 0, 1],
    ])
})

describe('sortSources', () => {
  const row = (id: string, cells: Partial<SourceRow['source']>, reports = 1): SourceRow => ({
    source: {
      id: id as SourceId,
      publisher: 'P',
      title: '',
      url: '',
      published: '',
      language: '',
      ...cells,
    },
    reports: { certain: reports, possible: 0 },
    denials: { certain: 0, possible: 0 },
  })

  test('dates in their order, a month before its days, and none at the end both ways', () => {
    const rows = [
      row('none', {}),
      row('day', { published: '2022-12-01' }),
      row('old', { published: '2021-01-31' }),
      row('month', { published: '2022-12' }),
    ]
    expect(idsOf(sortSources(rows, 'published', 'ascending'))).toEqual([
      'old',
      'month',
      'day',
      'none',
    ])
    expect(idsOf(sortSources(rows, 'published', 'descending'))).toEqual([
      'day',
      'month',
      'old',
      'none',
    ])
  })

  test('by number of reports, equal ones by publisher and id', () => {
    const rows = [
      row('c', { publisher: 'Zeta' }, 2),
      row('b', { publisher: 'Alpha' }, 2),
      row('a', { publisher: 'Alpha' }, 2),
      row('most', {}, 12),
    ]
    expect(idsOf(sortSources(rows, 'reports', 'descending'))).toEqual(['most', 'a', 'b', 'c'])
    expect(idsOf(sortSources(rows, 'reports', 'ascending'))).toEqual(['a', 'b', 'c', 'most'])
  })

  test('keeps every row and does not touch the list it is given', () => {
    const { sources } = tableOf(realDataset(), everything(realDataset()))
    const before = idsOf(sources)
    for (const column of ['publisher', 'title', 'published', 'language', 'reports'] as const) {
      const sorted = sortSources(sources, column satisfies SourceColumn, 'ascending')
      expect([...idsOf(sorted)].sort()).toEqual([...before].sort())
    }
    expect(idsOf(sources)).toEqual(before)
  })
})

test('the frozen records: all 629 pages are cited, and 229 of 447 reports rest on one', () => {
  const dataset = realDataset()
  const { sources, publishers } = tableOf(dataset, everything(dataset))
  expect(sources).toHaveLength(629)
  expect(publishers.reduce((sum, { pages }) => sum + pages, 0)).toBe(629)
  const support = countSupport(dataset, sliceDataset(dataset, everything(dataset)))
  expect(support.single.certain).toBe(229)
  expect(support.none).toEqual({ certain: 0, possible: 0 })
})
