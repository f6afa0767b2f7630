import { expect, test } from 'vitest'
import { overlapCsv } from '../../src/export/overlapCsv'
import { compareEvents } from '../../src/query/overlap/compareEvents'
import { comparable } from '../../src/query/overlap/events'
import { smallDataset } from '../support/fixtures'

test('decisions are a column as soon as there is one', () => {
  const dataset = smallDataset([
    { id: 'one', date_start: '2022-12-01', areas: 'Kalbajar', settlements: 'Charektar' },
    { id: 'two', date_start: '2022-12-09', areas: 'Kalbajar', settlements: 'Charektar' },
  ])
  const rows = Int32Array.of(0, 1)
  const [a, b] = comparable({ dataset, rows }, { dataset, rows })
  const { candidates, matches } = compareEvents(a, b, { days: 0, km: 0 })
  const plain = overlapCsv(a, b, candidates, matches).trimEnd().split('\n')
  const decided = overlapCsv(a, b, candidates, matches, new Map([[1, 'same']]))
  expect(decided.trimEnd().split('\n')).toEqual(
    plain.map((line, at) => `${line},${['decision', '', 'same'][at]}`),
  )
})
