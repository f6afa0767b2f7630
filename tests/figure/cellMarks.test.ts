import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeCells } from '../../src/figure/cellMarks'
import type { Mark } from '../../src/figure/marks'
import type { Box } from '../../src/model/conflict'
import { unfiltered } from '../../src/query/conditions'
import { countCells } from '../../src/query/countCells'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import { syntheticDataset } from '../bench/synthetic'
import { markOf, values } from '../map/fixtures'
import { runs } from '../propertyRuns'
import { range } from '../support/arbitraries'

const data = syntheticDataset(5000)
const { from = 0, to = 0 } = data.span ?? {}
const WORLD: Box = [-180, -80, 179, 80]

function place(slice: Slice, zoom: number, box: Box, rings: readonly Mark[] = []): Mark[] {
  return placeCells(countCells(data, slice, zoom, box, 'party'), values(data, slice), rings, zoom)
}

function countReports(marks: readonly Mark[]): number {
  return marks
    .flatMap(({ picture: { certain, possible } }) => [...certain, ...possible])
    .reduce((sum, count) => sum + count, 0)
}

describe('placeCells', () => {
  it('counts each report in one mark, and has no more marks than can be drawn', () => {
    const someDay = fc.integer({ min: from, max: to })
    const someDays = fc.oneof(fc.nat(30), fc.nat(1000))
    const someZoom = fc.integer({ min: 4, max: 7 })
    fc.assert(
      fc.property(someDay, someDays, someZoom, (first, days, zoom) => {
        const slice = sliceDataset(data, unfiltered(range(first, first + days)))
        const marks = place(slice, zoom, WORLD)
        expect(countReports(marks)).toBe(slice.rows.length)
        expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length)
        expect(marks.length).toBeLessThanOrEqual(300)
      }),
      { numRuns: runs(30) },
    )
  })

  it('shows few settlements by themselves, and bins of many, which zoom in', () => {
    const few = place(sliceDataset(data, unfiltered(range(from, from + 3))), 10, WORLD)
    expect(new Set(few.map(({ picture }) => picture.shape))).toEqual(new Set(['diamond']))
    expect(few.some(({ zoomsIn }) => zoomsIn)).toBe(false)
    const many = place(sliceDataset(data, unfiltered(range(from, to))), 6, WORLD)
    const bins = many.filter(({ picture }) => picture.shape === 'stack')
    expect(bins.length).toBeGreaterThan(5)
    expect(bins.every(({ zoomsIn, incident }) => zoomsIn && incident === null)).toBe(true)
    expect(bins[0]?.label()).toMatch(/^Around here, .* reports?, .*Zoom in$/)
  })

  it('moves bins off the rings of districts', () => {
    const slice = sliceDataset(data, unfiltered(range(from, to)))
    const [bin] = place(slice, 6, WORLD)
    const ring = { ...markOf('ring'), at: bin?.at ?? [0, 0] } as const
    const moved = place(slice, 6, WORLD, [ring]).find(({ id }) => id === bin?.id)
    expect(bin?.offset).toEqual([0, 0])
    expect(moved?.offset).not.toEqual([0, 0])
  })
})
