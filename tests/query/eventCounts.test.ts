import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listSlices } from '../../src/model/day'
import { casualties } from '../../src/query/casualties'
import { claimMatrix } from '../../src/query/claimMatrix'
import { failedConditions } from '../../src/query/conditions'
import { countCells } from '../../src/query/countCells'
import { countOnFile, countSites } from '../../src/query/countSites'
import { coverage } from '../../src/query/coverage'
import { countDirections } from '../../src/query/directions'
import type { Filter } from '../../src/query/filter'
import { countGroups, countGroupsByArea } from '../../src/query/groups'
import { histogram } from '../../src/query/histogram'
import { countInArea } from '../../src/query/rowsAtPlace'
import { NO_QUERY } from '../../src/query/search/readQuery'
import { formatSiteId } from '../../src/query/siteIds'
import { sliceDataset } from '../../src/query/sliceDataset'
import { countSupport, sourceTable } from '../../src/query/sourceTable'
import { timeSlices } from '../../src/query/timeSlices'
import type { Dataset } from '../../src/store/dataset'
import { runs } from '../propertyRuns'
import { datasetOf, type RawRow, someFilter, someRows } from '../support/arbitraries'

const WORLD = [-180, -85, 180, 85] as const

/** Everything that is counted of a slice, apart from its rows. */
function counts(dataset: Dataset, filter: Filter) {
  const slice = sliceDataset(dataset, filter)
  const { rows: _, certain: _certain, ...counted } = slice
  const siteOf = (site: number) => formatSiteId(dataset.sites, site)
  const sites = countSites(dataset, slice, 'party')
  const ranges = listSlices(timeSlices(dataset, filter.window, 'month'))
  return {
    counted,
    histogram: histogram(dataset, failedConditions(dataset, filter), ranges, filter),
    groups: countGroups(dataset, slice, 'agreement'),
    areas: countGroupsByArea(dataset, slice, 'accused', 'districtOnly'),
    inAreas: dataset.areaIds.map((id) => countInArea(dataset, id)),
    sites: sites.map(({ site, groups }) => [siteOf(site), groups]).toSorted(),
    onFile: Array.from(countOnFile(dataset), (n, site) => [siteOf(site), n]).toSorted(),
    cells: countCells(dataset, slice, 5, WORLD, 'party')
      .map(({ id, groups, sites }) => ({ id, groups, sites: sites?.length }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    matrix: claimMatrix(dataset, slice),
    casualties: casualties(dataset, slice),
    support: countSupport(dataset, slice),
    publishers: sourceTable(dataset, slice).publishers,
    sources: sourceTable(dataset, slice).sources,
    directions: countDirections(dataset, slice).pairs.map(({ id, groups }) => [id, groups]),
    missing: countDirections(dataset, slice).missing,
    coverage: coverage(dataset),
  }
}

/** A row once for each of its events; the figures, which are of all of them, once only. */
function repeated(row: RawRow, events: number): RawRow[] {
  const without = (figure = '') => (/^\d{1,7}$/.test(figure) ? '0' : figure)
  const copy = { ...row, killed: without(row.killed), wounded: without(row.wounded) }
  return Array.from({ length: events }, (_, index) =>
    index === 0 ? row : { ...copy, id: `${row.id}-${index}` },
  )
}

test('a row of n events counts as n rows of one', () => {
  fc.assert(
    fc.property(
      someRows,
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 40, maxLength: 40 }),
      someFilter,
      (rows, events, filter) => {
        const plain = { ...filter, query: NO_QUERY }
        const weighted = rows.map((row, index) => ({ ...row, events: String(events[index]) }))
        const single = rows.flatMap((row, index) => repeated(row, events[index] ?? 1))
        expect(counts(datasetOf(weighted), plain)).toEqual(counts(datasetOf(single), plain))
      },
    ),
    { numRuns: runs(60) },
  )
})
