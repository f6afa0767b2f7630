import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNotAdded } from '../../src/model/notAdded'
import { casualties } from '../../src/query/casualties'
import { sliceDataset } from '../../src/query/sliceDataset'
import { datasetOf, type RawRow, someFilter, someRows } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'

const note = fc.constantFrom(
  '',
  'The report names no district.',
  'The parties give different casualty figures for the same day; do not add them up.',
)
/** Datasets whose reports may say that their figures are not to be added. */
const someTolls = fc
  .tuple(someRows, fc.array(note, { minLength: 40, maxLength: 40 }))
  .map(([rows, notes]) =>
    datasetOf(rows.map((row, index): RawRow => ({ ...row, note: notes[index] ?? '' }))),
  )

test('each party’s sums are those of its own reports, certain ones as the least', () => {
  fc.assert(
    fc.property(someTolls, someFilter, (dataset, filter) => {
      const slice = sliceDataset(dataset, filter)
      const reports = Array.from(slice.rows, (row, index) => {
        const record = dataset.incidents[row]?.record
        if (!record) throw new Error('no such row')
        return { ...record, certain: slice.certain[index] === 1 }
      })
      const tolls = casualties(dataset, slice)
      const parties = CONFLICT.parties
        .map(({ id }) => id)
        .filter((id) => reports.some((report) => report.reporting_party === id))
      expect(tolls.map(({ party }) => party)).toEqual(parties)
      for (const toll of tolls) {
        const own = reports.filter((report) => report.reporting_party === toll.party)
        const added = own.filter((report) => !report.note.includes('do not add'))
        for (const word of ['killed', 'wounded'] as const) {
          const sum = (list: typeof added) =>
            list.reduce((total, report) => total + (report[word] ?? 0), 0)
          expect(toll[word]).toEqual({
            atLeast: sum(added.filter(({ certain }) => certain)),
            upTo: sum(added),
            stated: added.filter((report) => report[word] !== null).length,
          })
        }
        const states = ({ killed, wounded }: (typeof own)[0]) => killed !== null || wounded !== null
        const split = (list: typeof own) => {
          const certain = list.filter((report) => report.certain).length
          return { certain, possible: list.length - certain }
        }
        expect(toll).toMatchObject({
          counted: split(added.filter(states)),
          leftOut: split(own.filter((report) => states(report) && !added.includes(report))),
          silent: split(own.filter((report) => !states(report))),
        })
      }
    }),
  )
})

describe('isNotAdded', () => {
  test.each([
    [true, 'The parties differ; do not add them up.'],
    [true, 'These figures MUST NOT be added up.'],
    [true, 'Not to be added up.'],
    [true, 'The figures are cumulative.'],
    [false, ''],
    [false, 'The times on the page do not agree; the first is used.'],
  ])('%s: "%s"', (expected, note) => {
    expect(isNotAdded(note)).toBe(expected)
  })

  test('every frozen note that speaks of figures is one of them, and no other', () => {
    const notes = [...new Set(realDataset().incidents.map(({ record }) => record.note))]
    expect(notes.length).toBeGreaterThan(5)
    for (const note of notes) expect(isNotAdded(note)).toBe(/figure|add|total|sum\b/i.test(note))
  })
})
