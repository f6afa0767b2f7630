import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { issueText } from '../../src/issues/issueText'
import type { Incident } from '../../src/model/report'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { runs } from '../propertyRuns'
import { day } from '../support/arbitraries'
import { everything, geodata, META, realDataset } from '../support/fixtures'
import { openReports, reportsOf, textFile } from '../support/open'

const shippedFiles = ['incidents.csv', 'sources.csv'].map((name) => textFile(geodata(name), name))
const exported = (dataset: Dataset) => {
  const slice = sliceDataset(
    dataset,
    unfiltered({ from: day('2020-01-01'), to: day('2024-01-01') }),
  )
  return geoJsonText(reportsGeoJson(dataset, slice, META))
}

describe('the frozen records opened as a file', () => {
  test('are the records themselves: reports, columns, counts, pairs and exports', async () => {
    const shipped = realDataset()
    const { dataset } = await openReports(shippedFiles)
    expect(reportsOf(dataset)).toEqual(shipped.incidents)
    expect(dataset.columns).toEqual(shipped.columns)
    expect(dataset.sites.lon).toEqual(shipped.sites.lon)
    const filter = everything(shipped)
    expect(sliceDataset(dataset, filter)).toEqual(sliceDataset(shipped, filter))
    shipped.incidents.forEach(({ id }, row) => {
      expect(dataset.rowOf.get(id)).toBe(row)
      expect(dataset.pairsOf(row)).toEqual(shipped.pairsOf(row))
    })
    expect(exported(dataset)).toBe(exported(shipped))
  })

  test('come back from their own export, sources and all', async () => {
    const shipped = realDataset()
    const { dataset, rows } = await openReports([textFile(exported(shipped), 'export.geojson')])
    expect(reportsOf(dataset).map(withoutRow)).toEqual(shipped.incidents.map(withoutRow))
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
    expect(exported(dataset)).toBe(exported(shipped))
  })
})

test('rows come in display order whatever their order in the file, and are found by their ids', async () => {
  const dates = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(dates, async (days) => {
      const lines = days.map((date) => {
        return `t-${date},2022-11-${`${date}`.padStart(2, '0')},Shusha,A,Armenia,Text ${date},`
      })
      const header = 'id,date_start,areas,reported_by,reporting_party,summary,sources'
      const { dataset, imported } = await openReports([textFile([header, ...lines].join('\n'))])
      // Before any report is read: rows of read reports are remembered.
      for (const date of days) {
        const row = dataset.rowOf.get(`t-${date}` as never)
        expect(dataset.incidents.at(row ?? -1)?.record.summary).toBe(`Text ${date}`)
      }
      const ordered = [...days].sort((a, b) => b - a)
      expect(reportsOf(dataset).map(({ id }) => id)).toEqual(ordered.map((date) => `t-${date}`))
      expect(Array.from(imported.fileRow)).toEqual(ordered.map((date) => days.indexOf(date)))
      expect(dataset.rowOf.get('t-99' as never)).toBeUndefined()
    }),
    { numRuns: runs(20) },
  )
})

test('equal sources in rows are one source, and are found again by their ids', async () => {
  const header = 'event_id_cnty,event_date,time_precision,admin1,source,notes'
  const cells = ['A;B', 'B', '', 'A;A']
  const lines = cells.map((source, index) => `E${index},2022-11-0${index + 1},1,Shusha,${source},x`)
  const { dataset } = await openReports([textFile([header, ...lines].join('\n'))])
  expect(dataset.sources.size).toBe(2)
  const cited = reportsOf(dataset).map(({ id, citedSources }) =>
    [id, ...citedSources.map(({ publisher }) => publisher)].join(' '),
  )
  expect(cited.sort()).toEqual(['E0 A B', 'E1 B', 'E2', 'E3 A'])
  for (const index of [0, 1]) {
    const source = dataset.sourceOrder.at(index)
    expect(dataset.sources.get(source?.id ?? ('' as never))).toEqual(source)
    expect(dataset.sourceIndexOf.get(source?.id ?? ('' as never))).toBe(index)
  }
  expect(dataset.sources.get('source-3' as never)).toBeUndefined()
})

test('reasons count rows by what is wrong, and quote what all of them have', async () => {
  const lines = ['Frotz', 'Plugh', 'Shusha'].map(
    (area, index) => `r${index},2022-11-29,${area},A,Armenia,Text,46.9,40.0${index},s`,
  )
  const header = 'id,date_start,areas,reported_by,reporting_party,summary,lon,lat,sources'
  const { imported } = await openReports([textFile([header, ...lines].join('\n'))])
  expect(imported.reasons.map((reason) => [issueText(reason), reason.rows, reason.first])).toEqual([
    ['source "s" is not in the sources file', 3, 2],
    ['area "…" is not in the gazetteer; kept as a name without an outline', 2, 2],
    [
      'coordinates 46.9, 40.02 (lon, lat) are in Aghdam, the row names Shusha; the name is kept',
      ...[1, 4],
    ],
  ])
})

/** A report apart from the line of its file. */
function withoutRow({ record: { row: _, ...record }, ...report }: Incident) {
  return { ...report, record }
}
