import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GEOMETRIES, ROWS } from '../../src/export/exportRows'
import { filterWords } from '../../src/export/provenance'
import { fileStem, sliceFileName } from '../../src/export/sliceFileName'
import { unfiltered } from '../../src/query/conditions'
import { readQuery } from '../../src/query/search/readQuery'
import { choosing, range, someFilter } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const WEEK = unfiltered(range('2022-11-27', '2022-12-03'))

test('the name of a file has the dates, the filters and what its rows are', () => {
  const nameOf = (filter = WEEK, layout?: Parameters<typeof sliceFileName>[3]) =>
    sliceFileName('contactline-reports', filter, CONFLICT, layout)
  expect(nameOf()).toBe('contactline-reports-2022-11-27-2022-12-03')
  const chosen = choosing(WEEK, { by: ['azerbaijan'], area: ['shusha', 'lachin'] })
  const filters = 'area-lachin-shusha-by-azerbaijan'
  expect(nameOf(chosen)).toBe(`contactline-reports-2022-11-27-2022-12-03-${filters}`)
  expect(nameOf(WEEK, { geometry: 'outlines', rows: 'place' })).toMatch(/03-outlines-by-place$/)
  const searched = { ...WEEK, query: readQuery('Şuşa / "x"', null) }
  expect(nameOf(searched)).toMatch(/03-q-Şuşa-x--[a-z0-9]+$/)
})

test.each<[(string | null)[], string]>([
  [[null], 'contactline'],
  [[], 'contactline'],
  [[null, 'a.csv'], 'contactline'],
  [['Vorfälle 2024.csv'], 'Vorfälle-2024'],
  [['north.csv.gz', 'river.geojson'], 'north-river'],
  [['data/../x/Bericht v1.2.xlsx'], 'Bericht-v1.2'],
  [['.csv'], 'file'],
  [[`${'a'.repeat(200)}.csv`], 'a'.repeat(60)],
])('names of files saved of %j begin with %s', (files, stem) => {
  expect(fileStem(files)).toBe(stem)
})

test('two slices have two names, and no name is long or has a sign that files cannot have', () => {
  const layouts = fc.record({
    geometry: fc.constantFrom(...GEOMETRIES),
    rows: fc.constantFrom(...ROWS),
  })
  fc.assert(
    fc.property(someFilter, someFilter, layouts, (one, other, layout) => {
      const [first, second] = [one, other].map((each) =>
        sliceFileName('contactline-reports', each, CONFLICT, layout),
      )
      expect(first).toMatch(/^[\p{L}\p{N}-]{10,160}$/u)
      const [a, b] = [one, other].map((each) => JSON.stringify(filterWords(each, CONFLICT)))
      expect(first === second).toBe(a === b)
    }),
  )
})
