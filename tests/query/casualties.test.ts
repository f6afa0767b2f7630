import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import { isNotAdded } from '../../src/model/notAdded'
import { casualties } from '../../src/query/casualties'
import { unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { sliceDataset } from '../../src/query/sliceDataset'
import { datasetOf, type RawRow, range, someFilter, someRows } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { everything, realDataset } from '../support/fixtures'

const tollsOf = (dataset: JoinedDataset, filter: Filter) =>
  casualties(dataset, sliceDataset(dataset, filter))

const NOTES = [
  '',
  'The report names no district.',
  'The parties give different casualty figures for the same day; do not add them up.',
]
const figure = fc.constantFrom('', '', '0', '1', '7')
/** Datasets whose reports state figures, or none, and may say that they are not to be added. */
const someTolls = fc
  .tuple(
    someRows,
    fc.array(fc.record({ killed: figure, wounded: figure, note: fc.constantFrom(...NOTES) }), {
      minLength: 40,
      maxLength: 40,
    }),
  )
  .map(([rows, cells]) =>
    datasetOf(rows.map((row, index): RawRow => ({ ...row, ...cells[index] }))),
  )

test('each party’s sums are those of its own reports, certain ones as the least', () => {
  fc.assert(
    fc.property(someTolls, someFilter, (dataset, filter) => {
      const slice = sliceDataset(dataset, filter)
      const reports = [...slice.rows].map((row, index) => ({
        incident: dataset.incidents[row],
        certain: slice.certain[index] === 1,
      }))
      const tolls = casualties(dataset, slice)
      const parties = CONFLICT.parties
        .map(({ id }) => id)
        .filter((id) => reports.some(({ incident }) => incident?.record.reporting_party === id))
      expect(tolls.map(({ party }) => party)).toEqual(parties)
      for (const toll of tolls) {
        const own = reports.filter(
          ({ incident }) => incident?.record.reporting_party === toll.party,
        )
        const added = own.filter(({ incident }) => !incident?.record.note.includes('do not add'))
        for (const word of ['killed', 'wounded'] as const) {
          const sum = (list: typeof added) =>
            list.reduce((total, { incident }) => total + (incident?.record[word] ?? 0), 0)
          expect(toll[word]).toEqual({
            atLeast: sum(added.filter(({ certain }) => certain)),
            upTo: sum(added),
            stated: added.filter(({ incident }) => incident?.record[word] !== null).length,
          })
        }
        const size = ({ certain, possible }: { certain: number; possible: number }) =>
          certain + possible
        expect(size(toll.counted) + size(toll.silent) + size(toll.leftOut)).toBe(own.length)
      }
    }),
  )
})

describe('a number that is', () => {
  const day = unfiltered(range('2022-11-29', '2022-11-29'))
  const row: RawRow = {
    id: 'a',
    date_start: '2022-11-29',
    reported_by: 'A ministry',
    reporting_party: 'Armenia',
  }
  const only = (cells: RawRow) => tollsOf(datasetOf([{ ...row, ...cells }]), day)[0]

  test('not stated is not zero, and a stated zero is stated', () => {
    expect(only({})).toMatchObject({ killed: { stated: 0 }, silent: { certain: 1 } })
    expect(only({ killed: '0' })).toMatchObject({
      killed: { upTo: 0, stated: 1 },
      wounded: { stated: 0 },
      counted: { certain: 1 },
      silent: { certain: 0 },
    })
  })

  test('possible in the dates counts in the most and not in the least', () => {
    expect(only({ killed: '2', date_end: '2022-11-30' })).toMatchObject({
      killed: { atLeast: 0, upTo: 2, stated: 1 },
      counted: { certain: 0, possible: 1 },
    })
  })

  test('not to be added is left out and counted; a report with that note and no number states none', () => {
    const note = 'The figures are cumulative.'
    expect(only({ killed: '9', note })).toMatchObject({
      killed: { upTo: 0, stated: 0 },
      leftOut: { certain: 1 },
      silent: { certain: 0 },
    })
    expect(only({ note })).toMatchObject({ leftOut: { certain: 0 }, silent: { certain: 1 } })
  })
})

describe('isNotAdded', () => {
  test.each([
    'The parties differ; do not add them up.',
    'These figures MUST NOT be added up.',
    'Not to be added up.',
    'The figures are cumulative.',
  ])('%s', (note) => {
    expect(isNotAdded(note)).toBe(true)
  })

  test('not for other doubts, or none', () => {
    expect(isNotAdded('')).toBe(false)
    expect(isNotAdded('The times on the page do not agree; the first is used.')).toBe(false)
  })

  test('every frozen note that speaks of figures is one of them, and no other', () => {
    const notes = [...new Set(realDataset().incidents.map(({ record }) => record.note))]
    expect(notes.length).toBeGreaterThan(5)
    for (const note of notes) expect(isNotAdded(note)).toBe(/figure|add|total|sum\b/i.test(note))
  })
})

test('the frozen records: 3 reports are left out, each counted with its party', () => {
  const dataset = realDataset()
  const tolls = tollsOf(dataset, everything(dataset))
  expect(
    tolls.map(({ party, counted, silent, leftOut }) => [
      party,
      counted.certain + silent.certain + leftOut.certain,
      leftOut.certain,
    ]),
  ).toEqual([
    ['azerbaijan', 233, 1],
    ['armenia', 93, 0],
    ['nagorno-karabakh', 72, 1],
    ['russia', 46, 1],
    ['other', 3, 0],
  ])
})
