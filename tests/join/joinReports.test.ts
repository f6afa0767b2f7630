import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IssueCode } from '../../src/issues/issue'
import type { JoinedDataset } from '../../src/join/joinReports'
import { joinDataset } from '../../src/join/joinReports'
import type { IncidentId } from '../../src/model/ids'
import { daysOf } from '../../src/model/interval'
import { datasetOf, type RawRow, range, someDataset, someRows } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const ROW: RawRow = {
  id: 'a',
  date_start: '2022-11-29',
  areas: 'Shusha',
  reported_by: 'A ministry',
  reporting_party: 'Azerbaijan',
  summary: 'Fire.',
  sources: 'daily-2; daily-1',
}

function only(dataset: JoinedDataset) {
  const [incident] = dataset.incidents
  if (!incident) throw new Error('the dataset has no report')
  return incident
}

describe('joinDataset', () => {
  test('gives a report its interval, areas and sources, in the order the row names them', () => {
    const dataset = datasetOf([{ ...ROW, areas: 'Ağdam; Şuşa' }])
    const incident = only(dataset)
    expect(daysOf(incident.interval)).toEqual(range('2022-11-29', '2022-11-29'))
    expect(incident.areas).toEqual(['aghdam', 'shusha'])
    expect(incident.citedSources.map((source) => source.id)).toEqual(['daily-2', 'daily-1'])
    expect(incident.placement).toBe('district')
    expect(dataset.issues).toEqual([])
  })

  test('an unknown area or source is an issue with file, row and id, and the report is there', () => {
    const dataset = datasetOf([
      { ...ROW, summary: 'Two\nlines' },
      {
        ...ROW,
        id: 'odd',
        areas: 'Atlantis; Shusha',
        sources: 'gone; daily-1',
        denial_source: 'away',
      },
    ])
    expect(dataset.issues.map(({ code, column, params }) => [code, column, params])).toEqual([
      ['unknownSource', 'sources', { id: 'gone' }],
      ['unknownDenialSource', 'denial_source', { id: 'away' }],
      ['unknownArea', 'areas', { name: 'Atlantis' }],
    ])
    for (const issue of dataset.issues) {
      expect(issue).toMatchObject({ severity: 'warning', file: 'incidents.csv', row: 4, id: 'odd' })
    }
    const odd = dataset.incidents[dataset.rowOf.get('odd' as IncidentId) ?? -1]
    expect(odd?.areas).toEqual(['shusha'])
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
        const about = (code: IssueCode, value: string) =>
          issues.filter(
            (issue) => issue.code === code && Object.values(issue.params ?? {}).includes(value),
          ).length
        const having = (column: 'areas' | 'sources', word: string) =>
          rows.filter((row) => row[column]?.includes(word)).length
        expect(about('unknownArea', 'Atlantis')).toBe(having('areas', 'Atlantis'))
        expect(about('unknownSource', 'no-such-source')).toBe(having('sources', 'no-such-source'))
      }),
    )
  })

  test('does not depend on the order of the rows', () => {
    const shuffled = someRows.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
      ),
    )
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
        incidents.slice(1).forEach((after, index) => {
          const before = incidents[index]
          if (!before) return
          const order = [
            before.interval.start - after.interval.start,
            before.interval.end - after.interval.end,
            after.id > before.id ? 1 : -1,
          ].find((difference) => difference !== 0)
          expect(order).toBeGreaterThan(0)
        })
      }),
    )
  })

  test('of nothing is an empty dataset with no span, that still knows its areas', () => {
    const empty = datasetOf([])
    expect(empty.incidents).toEqual([])
    expect(empty.span).toBeNull()
    expect(empty.areaIds).toEqual(['aghdam', 'kalbajar', 'shusha', 'syunik'])
    const nothing = joinDataset({
      conflict: CONFLICT,
      incidents: [],
      sources: [],
      places: [],
      issues: [],
      file: 'x.csv',
    })
    expect(nothing.areaIds).toEqual([])
  })
})
