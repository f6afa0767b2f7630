import { beforeEach, describe, expect, test } from 'vitest'
import { setColouring } from '../../src/app/actions'
import * as state from '../../src/app/state'
import { readUrl, writeUrl } from '../../src/app/url'
import { COLOURINGS } from '../../src/query/groups'
import { realDataset } from '../support/fixtures'

const FIRST = COLOURINGS[0]

beforeEach(() => {
  readUrl('')
})

describe('the colouring in the address', () => {
  test.each(COLOURINGS)('%s comes back from its own link', (id) => {
    setColouring(id)
    const query = writeUrl()
    expect(new URLSearchParams(query).get('colour')).toBe(id === FIRST ? null : id)
    setColouring('party')
    expect(readUrl(`?${query}`).problems).toEqual([])
    expect(state.colouring.value).toBe(id)
  })

  test('that is none is ignored and told', () => {
    expect(readUrl('?colour=blue').problems).toHaveLength(1)
    expect(state.colouring.value).toBe('party')
  })

  test('leaves the slice, its facets and so its exports as they are', () => {
    state.dataset.value = realDataset()
    const before = state.slice.value
    expect(before.rows.length).toBeGreaterThan(0)
    for (const id of COLOURINGS) {
      setColouring(id)
      expect(state.slice.value).toBe(before)
    }
  })
})

describe('files in the address', () => {
  test.each(['data/incidents.csv', 'my reports/2022.csv.gz', '/records.geojson', 'browser:abc123'])(
    '%j comes back from its own link',
    (file) => {
      readUrl(`?data=${encodeURIComponent(file)}&boundaries=${encodeURIComponent(file)}`)
      expect([state.dataKey.value, state.boundariesKey.value]).toEqual([file, file])
      const query = writeUrl()
      readUrl('')
      expect(state.dataKey.value).toBeNull()
      expect(readUrl(`?${query}`).problems).toEqual([])
      expect([state.dataKey.value, state.boundariesKey.value]).toEqual([file, file])
    },
  )

  test.each([
    'https://example.org/a.csv',
    '//example.org/a.csv',
    '\\\\example.org\\a.csv',
    'javascript:alert(1)',
    'data:text/csv,a',
    'blob:abc',
    'browser:../a',
  ])('%j is no file of this site, and is told', (file) => {
    expect(readUrl(`?data=${encodeURIComponent(file)}`).problems).toHaveLength(1)
    expect(state.dataKey.value).toBeNull()
  })
})
