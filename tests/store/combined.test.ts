import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { reportsCsv } from '../../src/export/reportsCsv'
import { labelOf } from '../../src/model/conflict'
import { CODED_FACETS, type CodedFacetKey, facetValues, hasSeveral } from '../../src/model/facets'
import type { Incident } from '../../src/model/report'
import { failedConditions } from '../../src/query/conditions'
import type { Count } from '../../src/query/counts'
import { sliceDataset } from '../../src/query/sliceDataset'
import { sliceOfPart } from '../../src/query/sliceOfPart'
import { combineDatasets } from '../../src/store/combined/combineDatasets'
import type { Dataset } from '../../src/store/dataset'
import { choosing, someDataset, someFilter } from '../support/arbitraries'
import { everything, META, realDataset } from '../support/fixtures'
import { fixture, openGuessed, openReports, reportsOf, textFile } from '../support/open'

const combine = (...datasets: Dataset[]) =>
  combineDatasets(
    datasets.map((dataset, index) => ({ id: `part-${index}`, name: `Part ${index}`, dataset })),
  )
const sum = (a: Count | undefined, b: Count | undefined): Count => ({
  certain: (a?.certain ?? 0) + (b?.certain ?? 0),
  possible: (a?.possible ?? 0) + (b?.possible ?? 0),
})
/** A report as its own dataset has it: ids may differ, as others can have the same. */
const plain = ({ id, record, citedSources, dataset, ...rest }: Incident) => ({
  ...rest,
  record: { ...record, id: '', sources: [], denial_source: '' },
  sources: citedSources.map((source) => ({ ...source, id: '' })),
})

describe('several datasets as one', () => {
  it('have the counts of all together, under any filter', () => {
    fc.assert(
      fc.property(someDataset, someDataset, someFilter, (one, other, any) => {
        const filter = choosing(any, { dataset: [], source: [] })
        const both = sliceDataset(combine(one, other), filter)
        const [a, b] = [sliceDataset(one, filter), sliceDataset(other, filter)]
        expect(both.count).toEqual(sum(a.count, b.count))
        for (const key of ['area', ...CODED_FACETS.filter((key) => key !== 'dataset')] as const) {
          for (const [id, count] of both.facets[key]) {
            expect([key, id, count]).toEqual([
              key,
              id,
              sum(a.facets[key].get(id), b.facets[key].get(id)),
            ])
          }
        }
        expect([...both.facets.dataset.values()]).toEqual([a.count, b.count])
        const first = sliceDataset(combine(one, other), choosing(filter, { dataset: ['part-0'] }))
        expect(first.count).toEqual(a.count)
      }),
    )
  })

  it('say of the rest what each says of it', async () => {
    const mapped = textFile('date,place,lat,lon\n2024-03-05,Alder,5.6,10.4\n')
    const { dataset: unnamed } = await openGuessed(mapped)
    const { dataset: named } = await openReports([fixture('acled.csv')])
    const labels = combine(named, unnamed).conflict.parties.map(({ label }) => label)
    expect(labels).toContain('Other / Not stated')
  })

  it('keep every report, in display order, under an id of its own', () => {
    fc.assert(
      fc.property(someDataset, someDataset, (one, other) => {
        const all = combine(one, other)
        const reports = reportsOf(all)
        expect(new Set(reports.map(({ id }) => id)).size).toBe(
          one.columns.length + other.columns.length,
        )
        reports.forEach(({ id, citedSources, record }, row) => {
          expect(all.rowOf.get(id)).toBe(row)
          for (const source of citedSources) {
            expect(all.sources.get(source.id)).toEqual(source)
            expect(all.sourceOrder.at(all.sourceIndexOf.get(source.id) ?? -1)).toEqual(source)
            expect(record.sources).toContain(source.id)
          }
        })
        ;[one, other].forEach((part, index) => {
          const rows = Array.from(all.rowsOf?.[index] ?? [])
          expect(rows).toEqual(rows.toSorted((a, b) => a - b))
          expect(rows.map((row) => plain(reports[row] as Incident))).toEqual(
            reportsOf(part).map(plain),
          )
          expect(rows.map((row) => all.pairsOf(row))).toEqual(
            rows.map((_, own) => part.pairsOf(own).map((pair) => rows[pair])),
          )
        })
        const starts = Array.from(all.columns.startMinute)
        expect(starts).toEqual(starts.toSorted((a, b) => b - a))
      }),
    )
  })

  it('are exported one by one as if each was alone', async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, someDataset, someFilter, async (one, other, any) => {
        const filter = choosing(any, { dataset: [], source: [] })
        const all = combine(one, other)
        const fails = failedConditions(all, filter)
        for (const [index, part] of [one, other].entries()) {
          const apart = sliceOfPart(all, index, part, { filter }, fails)
          const slice = sliceDataset(part, filter)
          expect(apart).toEqual({ slice, fails: failedConditions(part, filter) })
          expect((await reportsCsv(part, apart.slice, META)).join('')).toBe(
            (await reportsCsv(part, slice, META)).join(''),
          )
        }
      }),
    )
  })

  it('have one vocabulary, in which each term keeps its meaning', async () => {
    const opened = await Promise.all([
      openReports([fixture('acled.csv')]),
      openReports([fixture('ucdp.csv')]),
    ])
    const parts = [realDataset(), ...opened.map(({ dataset }) => dataset)]
    const all = combine(...parts)
    const words = ({ conflict }: Dataset, { record }: Incident) => [
      labelOf(conflict.parties, record.reporting_party),
      labelOf(conflict.accused, record.accused_party),
      ...record.kind.map((id) => labelOf(conflict.kinds, id)),
    ]
    parts.forEach((part, index) => {
      reportsOf(part).forEach((report, own) => {
        const row = all.rowsOf?.[index]?.[own] ?? -1
        const shown = all.incidents.at(row) as Incident
        expect(words(all, shown)).toEqual(words(part, report))
        for (const key of CODED_FACETS.filter((each) => each !== 'dataset')) {
          expect([key, valuesAt(all, key, row)]).toEqual([key, valuesAt(part, key, own)])
        }
        expect(shown.dataset?.label).toBe(`Part ${index}`)
      })
    })
    expect(all.conflict.parties.slice(0, 5)).toEqual(parts[0]?.conflict.parties)
  })

  it('say in exports which dataset a report is of', async () => {
    const all = combine(realDataset(), (await openReports([fixture('acled.csv')])).dataset)
    const text = (await reportsCsv(all, sliceDataset(all, everything(all)), META)).join('')
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    })
    expect(new Set(data.map(({ dataset }) => dataset))).toEqual(new Set(['Part 0', 'Part 1']))
  })
})

/** The ids that the codes of a row mean. */
function valuesAt({ columns, conflict }: Dataset, key: CodedFacetKey, row: number): string[] {
  const values = facetValues(key, conflict)
  const code = columns.codes[key][row] ?? -1
  return values.filter((_, at) => (hasSeveral(key) ? (code >>> at) & 1 : at === code)).sort()
}
