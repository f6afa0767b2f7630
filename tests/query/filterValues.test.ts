import { expect, test } from 'vitest'
import { formatDay } from '../../src/model/day'
import { isFacetValue, isSlug, readDays } from '../../src/query/filterValues'
import { CONFLICT } from '../support/conflict'

test('days, weeks and months, in any mixture', () => {
  const { days, unknown } = readDays('2022-11-29,2022-W48,2022-02,2022-11-29')
  expect(unknown).toEqual([])
  // The week holds the day; February has 28 more.
  expect(days.size).toBe(7 + 28)
  const sorted = [...days].sort((a, b) => a - b).map(formatDay)
  expect([sorted[0], sorted[27], sorted[28], sorted.at(-1)]).toEqual([
    '2022-02-01',
    '2022-02-28',
    '2022-11-28',
    '2022-12-04',
  ])
})

test('parts that are no dates are told, the others kept', () => {
  const { days, unknown } = readDays('2022-02-30,2022-11-29,')
  expect([...days].map(formatDay)).toEqual(['2022-11-29'])
  expect(unknown).toEqual(['2022-02-30', ''])
})

test('ids of the closed lists, and what can be an id at all', () => {
  expect(['russia', 'Russia', 'nobody'].map(isFacetValue('by', CONFLICT))).toEqual([
    true,
    false,
    false,
  ])
  expect(['unlocated', 'settlement', ''].map(isFacetValue('placement', CONFLICT))).toEqual([
    true,
    true,
    false,
  ])
  expect(['aghdam-tovuz', 'Şuşa', '', 'a b'].map(isSlug)).toEqual([true, false, false, false])
})
