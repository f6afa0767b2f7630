import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { contactline } from './run'

const LAYOUTS = 'tests/fixtures/faults/layouts'

const file = `${LAYOUTS}/acled-other-country.csv`
const districts = `${LAYOUTS}/districts.geojson`
const IN_DISTRICTS = [
  ...['lake-shore 4', 'harbour 3', 'upper-valley 3', 'lower-valley 1', 'north-province 1'],
  'unlocated 0',
]

function areasOf(args: readonly string[], input: Uint8Array | string = '') {
  const { by_area: found } = JSON.parse(contactline(['stats', '--json', ...args], { input }).stdout)
  return found.map(
    ({ id, certain, possible }: Record<'id' | 'certain' | 'possible', number>) =>
      `${id} ${certain + possible}`,
  )
}

test('districts of the user are what reports of another country are counted in', () => {
  expect(areasOf([file])).toEqual([
    'north-province 5',
    'east-province 4',
    'capital-province 3',
    'unlocated 0',
  ])
  expect(areasOf([file, '--districts', districts])).toEqual(IN_DISTRICTS)
})

test('districts are read beside reports and from one archive with them', () => {
  const [districtsText, reports] = [readFileSync(districts), readFileSync(file)]
  const archive = zipSync({ 'districts.geojson': districtsText, 'reports.csv': reports })
  expect(areasOf(['-'], archive)).toEqual(IN_DISTRICTS)
  expect(areasOf([file, districts])).toEqual(IN_DISTRICTS)
  expect(contactline(['stats', districts]).stderr).toContain('--districts')
  expect(contactline(['stats', file, districts, '--districts', districts]).stderr).toContain(
    'one file of district outlines',
  )
})
