import { expect, test } from 'vitest'
import { contactline } from './run'

const LAYOUTS = 'tests/fixtures/faults/layouts'

test('districts of the user are what reports of another country are counted in', () => {
  const file = `${LAYOUTS}/acled-other-country.csv`
  const areas = (...options: string[]) => {
    const { by_area: found } = JSON.parse(contactline(['stats', file, '--json', ...options]).stdout)
    return found.map(
      ({ id, certain, possible }: Record<'id' | 'certain' | 'possible', number>) =>
        `${id} ${certain + possible}`,
    )
  }
  expect(areas()).toEqual([
    'north-province 5',
    'east-province 4',
    'capital-province 3',
    'unlocated 0',
  ])
  expect(areas('--districts', `${LAYOUTS}/districts.geojson`)).toEqual([
    'lake-shore 4',
    'harbour 3',
    'upper-valley 3',
    'lower-valley 1',
    'north-province 1',
    'unlocated 0',
  ])
})
