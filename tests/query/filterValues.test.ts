import { expect, test } from 'vitest'
import { formatDay } from '../../src/model/day'
import { isFacetValue, isSlug, readDays } from '../../src/query/filterValues'
import { CONFLICT } from '../support/conflict'

test('days, weeks and months, in any mixture; what is no date is told', () => {
  const { days, unknown } = readDays('2022-11-29,2022-W48,2022-02-30,2022-02,2022-11-29,')
  expect(unknown).toEqual(['2022-02-30', ''])
  const sorted = [...days].sort((a, b) => a - b).map(formatDay)
  const week = [28, 29, 30].map((day) => `2022-11-${day}`)
  const february = Array.from(
    { length: 28 },
    (_, day) => `2022-02-${String(day + 1).padStart(2, '0')}`,
  )
  const december = [1, 2, 3, 4].map((day) => `2022-12-0${day}`)
  expect(sorted).toEqual([...february, ...week, ...december])
})

test('ids of the closed lists, and what can be an id at all', () => {
  const accepted = (values: string[], test: (value: string) => boolean) => values.filter(test)
  expect(accepted(['russia', 'Russia', 'nobody'], isFacetValue('by', CONFLICT))).toEqual(['russia'])
  const placements = ['unlocated', 'settlement']
  expect(accepted([...placements, ''], isFacetValue('placement', CONFLICT))).toEqual(placements)
  expect(accepted(['aghdam-tovuz', 'Şuşa', '', 'a b'], isSlug)).toEqual(['aghdam-tovuz'])
})
