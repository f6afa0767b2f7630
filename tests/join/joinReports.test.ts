import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { IncidentId } from '../../src/model/ids'
import { daysOf } from '../../src/model/interval'
import type { Incident } from '../../src/model/report'
import { datasetOf, type RawRow, range, someDataset, someRows } from '../support/arbitraries'

const ROW: RawRow = {
  id: 'a',
  date_start: '2022-11-29',
  areas: 'Shusha',
  reported_by: 'A ministry',
  reporting_party: 'Azerbaijan',
  summary: 'Fire.',
  sources: 'daily-2; daily-1',
}

describe('joinDataset', () => {
  test('gives a report its interval, areas and sources, in the order the row names them', () => {
    const { incidents, issues } = datasetOf([{ ...ROW, areas: 'Ağdam; Şuşa' }])
    const [incident] = incidents as [Incident]
    expect(daysOf(incident.interval)).toEqual(range('2022-11-29', '2022-11-29'))
    expect(incident).toMatchObject({ areas: ['aghdam', 'shusha'], placement: 'district' })
    expect(incident.citedSources.map((source) => source.id)).toEqual(['daily-2', 'daily-1'])
    expect(issues).toEqual([])
  })

  test('an unknown area or source is an issue with file, row and id, and the report is there', () => {
    const unknown = { areas: 'Atlantis; Shusha', sources: 'gone; daily-1', denial_source: 'away' }
    const rows = [
      { ...ROW, summary: 'Two\nlines' },
      { ...ROW, ...unknown, id: 'odd' },
    ]
    const dataset = datasetOf(rows)
    expect(dataset.issues.map(({ code, column, params }) => [code, column, params])).toEqual([
      ['unknownSource', 'sources', { id: 'gone' }],
      ['unknownDenialSource', 'denial_source', { id: 'away' }],
      ['unknownArea', 'areas', { name: 'Atlantis' }],
    ])
    for (const issue of dataset.issues) {
      expect(issue).toMatchObject({ severity: 'warning', file: 'incidents.csv', row: 4, id: 'odd' })
    }
    const odd = dataset.incidents[dataset.rowOf.get('odd' as IncidentId) ?? -1]
    expect(odd?.areas).toEqual(['shusha', 'atlantis'])
    expect(odd?.citedSources.map((source) => source.id)).toEqual(['daily-1'])
    expect(odd?.record.sources).toEqual(['gone', 'daily-1'])
  })

  test('drops no report: as many come out as rows with an id and a date went in', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { incidents, columns, rowOf } = datasetOf(rows)
        expect(incidents.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
        expect(columns.length).toBe(rows.length)
        expect(rowOf.size).toBe(rows.length)
        incidents.forEach((incident, row) => {
          expect(rowOf.get(incident.id)).toBe(row)
        })
      }),
    )
  })

  test('says of every area and source that did not match, once a row and value', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { issues } = datasetOf(rows)
        for (const [code, column, word] of [
          ['unknownArea', 'areas', 'Atlantis'],
          ['unknownSource', 'sources', 'no-such-source'],
        ] as const) {
          const found = issues.filter(
            (issue) => issue.code === code && Object.values(issue.params ?? {}).includes(word),
          )
          expect(found).toHaveLength(rows.filter((row) => row[column]?.includes(word)).length)
        }
      }),
    )
  })

  test('does not depend on the order of the rows', () => {
    const shuffled = someRows.chain((rows) => {
      const all = { minLength: rows.length, maxLength: rows.length }
      return fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], all))
    })
    fc.assert(
      fc.property(shuffled, ([rows, mixed]) => {
        const [a, b] = [datasetOf(rows), datasetOf(mixed)]
        const withoutRow = ({ incidents }: JoinedDataset) =>
          incidents.map(({ record, ...rest }) => ({ ...rest, record: { ...record, row: 0 } }))
        expect(withoutRow(b)).toEqual(withoutRow(a))
        expect(b.columns).toEqual(a.columns)
        expect(b.span).toEqual(a.span)
        const said = ({ issues }: JoinedDataset) =>
          issues.map(({ id, code, params }) => `${id} ${code} ${JSON.stringify(params)}`).sort()
        expect(said(b)).toEqual(said(a))
      }),
    )
  })

  test('puts the latest start first, then the latest end, then the id', () => {
    fc.assert(
      fc.property(someDataset, ({ incidents }) => {
        const ordered = [...incidents].sort(
          ({ interval: a, id }, { interval: b, id: other }) =>
            b.start - a.start || b.end - a.end || (id < other ? -1 : 1),
        )
        expect(incidents.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
      }),
    )
  })

  test('of nothing is an empty dataset with no span, that still knows its areas', () => {
    expect(datasetOf([])).toMatchObject({
      incidents: [],
      span: null,
      areaIds: ['aghdam', 'kalbajar', 'nowhere', 'shusha', 'syunik', 'twin'],
    })
  })
})
