import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Frame, wholeCells } from '../../../src/map/points/frame'
import { buildBins, isDense } from '../../../src/map/points/pointBins'
import { createPointReader } from '../../../src/map/points/points'
import {
  nearestPoint,
  pointGroups,
  pointIndices,
  pointPositions,
} from '../../../src/map/points/pointVertices'
import type { Day } from '../../../src/model/day'
import { unfiltered } from '../../../src/query/conditions'
import { sliceDataset } from '../../../src/query/sliceDataset'
import { projectedSites } from '../../../src/store/projected'
import { syntheticDataset } from '../../bench/synthetic'
import { runs } from '../../propertyRuns'
import { values } from '../fixtures'

const data = syntheticDataset(5000)
const projected = projectedSites(data.sites)
const sliceOf = (from: number, to: number) =>
  sliceDataset(data, unfiltered({ from: from as Day, to: to as Day }))
const { from = 0 as Day, to = 0 as Day } = data.span ?? {}
const someDays = fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 0, max: 200 }))
const someFrame = fc
  .record({
    lon: fc.double({ min: 0.62, max: 0.64, noNaN: true }),
    lat: fc.double({ min: 0.37, max: 0.39, noNaN: true }),
    zoom: fc.double({ min: 5, max: 14, noNaN: true }),
  })
  .map(({ lon, lat, zoom }): Frame => {
    const px = 1 / (512 * 2 ** zoom)
    return {
      west: lon - 400 * px,
      east: lon + 400 * px,
      north: lat - 300 * px,
      south: lat + 300 * px,
      zoom,
    }
  })

const WORLD: Frame = { west: 0, east: 1, north: 0, south: 1, zoom: 7 }

describe('buildBins', () => {
  it('counts every point of the frame once', () => {
    fc.assert(
      fc.property(someDays, someFrame, ([start, length], screen) => {
        const frame = wholeCells(screen)
        const points = pointIndices(data, sliceOf(start, start + length), projected, frame)
        const bins = buildBins(data, points, projected, 'party', frame)
        const certain = bins.reduce((sum, { count }) => sum + count.certain, 0)
        const possible = bins.reduce((sum, { count }) => sum + count.possible, 0)
        expect([certain, possible]).toEqual([
          points.certain,
          points.indices.length - points.certain,
        ])
        expect(new Set(bins.map(({ id }) => id)).size).toBe(bins.length)
        for (const { groups, count } of bins) {
          expect(groups.certain.reduce((sum, each) => sum + each, 0)).toBe(count.certain)
          expect(groups.possible.reduce((sum, each) => sum + each, 0)).toBe(count.possible)
        }
      }),
      { numRuns: runs(40) },
    )
  })

  it('shows no part of a cell as the whole of it', () => {
    fc.assert(
      fc.property(someFrame, (screen) => {
        const slice = sliceOf(from, to)
        const countsIn = (frame: Frame) => {
          const points = pointIndices(data, slice, projected, frame)
          const bins = buildBins(data, points, projected, 'party', frame)
          return new Map(bins.map(({ id, count }) => [id, count.certain + count.possible]))
        }
        const wide = (screen.east - screen.west) / 2
        const wider = { ...screen, west: screen.west - wide, east: screen.east + wide }
        const all = countsIn(wholeCells(wider))
        for (const [id, count] of countsIn(wholeCells(screen))) expect(all.get(id)).toBe(count)
      }),
      { numRuns: runs(40) },
    )
  })

  it('keeps its grid on the ground while the map is moved', () => {
    const slice = sliceOf(from, to)
    const frame = { west: 0.6, east: 0.66, north: 0.36, south: 0.4, zoom: 6 }
    const screens = [frame, { ...frame, west: 0.601, east: 0.661 }]
    const [here, there] = screens.map(wholeCells).map((each) => {
      const points = pointIndices(data, slice, projected, each)
      return buildBins(data, points, projected, 'party', each)
    })
    expect(there).toEqual(here)
  })
})

describe('isDense', () => {
  const px = 1 / (512 * 2 ** 7)
  const screen: Frame = {
    west: 0.62,
    east: 0.62 + 1000 * px,
    north: 0.37,
    south: 0.37 + 800 * px,
    zoom: 7,
  }
  /** Sites at places of the screen, px from its corner, a report each. */
  const placed = (places: readonly (readonly [number, number])[]) => {
    const made = {
      x: Float64Array.from(places, ([x]) => screen.west + x * px),
      y: Float64Array.from(places, ([, y]) => screen.north + y * px),
    }
    const indices = Uint32Array.from(places, (_, index) => index)
    return [{ indices, rows: indices, certain: places.length }, made] as const
  }
  const dense = (places: readonly (readonly [number, number])[], wereBins: boolean) =>
    isDense(data, ...placed(places), screen, wereBins)
  const spread = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => [(index * 9) % 999, Math.floor(index / 111) * 9] as const,
    )

  it('turns to bins where marks would cover the screen, and back only where there is clearly room', () => {
    const counts = Array.from({ length: 60 }, (_, index) => index * 50)
    const turn = counts.find((count) => dense(spread(count), false)) ?? 0
    const back = counts.find((count) => dense(spread(count), true)) ?? 0
    expect(turn).toBeGreaterThan(back)
    expect(back).toBeGreaterThan(0)
  })

  it('turns to bins where they crowd in one corner, however empty the rest is', () => {
    const corner = spread(200).map(([x, y]) => [x / 20, y / 20] as const)
    expect(dense(spread(200), false)).toBe(false)
    expect(dense(corner, false)).toBe(true)
    expect(dense(corner.slice(0, 10), false)).toBe(false)
  })
})

describe('the points of a slice', () => {
  it('are those of its reports within the frame, the certain ones first', () => {
    fc.assert(
      fc.property(someDays, someFrame, ([start, length], frame) => {
        const slice = sliceOf(start, start + length)
        const { indices } = pointIndices(data, slice, projected, frame)
        const inside = [...slice.rows].filter((row) => {
          const [x, y] = [projected.x[row] ?? 0, projected.y[row] ?? 0]
          return x >= frame.west && x < frame.east && y >= frame.north && y < frame.south
        })
        expect([...indices].sort((a, b) => a - b)).toEqual(inside)
      }),
      { numRuns: runs(30) },
    )
  })

  it('are all of its reports where the frame is the world', () => {
    fc.assert(
      fc.property(someDays, ([start, length]) => {
        const slice = sliceOf(start, start + length)
        const { rows, certain } = pointIndices(data, slice, projected, WORLD)
        expect([...rows].sort((a, b) => a - b)).toEqual([...slice.rows])
        const sure = new Set([...slice.rows].filter((_, index) => slice.certain[index] === 1))
        expect([...rows.slice(0, certain)].every((row) => sure.has(row))).toBe(true)
        expect(certain).toBe(sure.size)
      }),
      { numRuns: runs(30) },
    )
  })

  it('stand where their sites do, to a hundredth of a pixel at the closest zoom', () => {
    const origin = { x: 0.63, y: 0.38 }
    const positions = pointPositions(data, projected, origin)
    for (let at = 0; at < 5000; at += 97) {
      const x = (positions[2 * at] ?? 0) + origin.x
      expect(Math.abs(x - (projected.x[at] ?? 0)) * 512 * 2 ** 14).toBeLessThan(0.01)
    }
  })

  it('have the group of their report', () => {
    expect(pointGroups(data, data.columns.codes.by)).toEqual(data.columns.codes.by)
  })

  it('are found by the pointer: the nearest one, and none that is not drawn', () => {
    const slice = sliceOf(from, from + 30)
    const points = pointIndices(data, slice, projected, WORLD)
    const [row = 0] = slice.rows
    const at = [projected.x[row] ?? 0, projected.y[row] ?? 0] as const
    expect(points.rows[nearestPoint(data, projected, points, at, 1e-9)]).toBe(row)
    const none = { indices: points.indices.filter((each) => each !== row), certain: 0 }
    expect(nearestPoint(data, projected, none, at, 1e-9)).toBe(-1)
  })
})

describe('createPointReader', () => {
  const far = { west: 0.6, east: 0.66, north: 0.36, south: 0.4, zoom: 5 }

  it('shows few points as points, and many as bins that bring the reader closer', () => {
    const reader = createPointReader()
    const few = reader.read(values(data, sliceOf(from, from + 30)), far)
    expect(few.drawing?.indices.length).toBeGreaterThan(50)
    expect([few.bins, few.marked.marks]).toEqual([[], []])
    const many = reader.read(values(data, sliceOf(from, to)), far)
    expect(many.drawing).toBeNull()
    expect(many.bins.length).toBeGreaterThan(5)
    expect(many.bins.every(({ zoomsIn }) => zoomsIn)).toBe(true)
    expect(many.bins[0]?.label()).toMatch(/^Around here, .* reports?, .*Zoom in$/)
  })

  it('reads what was found ahead, and finds anew for another part of the world', () => {
    const reader = createPointReader()
    const all = values(data, sliceOf(from, from + 30))
    const found = pointIndices(data, all.slice, projected, wholeCells(far))
    reader.find(all, far)
    expect(reader.read(all, far).drawing?.indices).toEqual(found.indices)
    const east = { ...far, west: 0.63 }
    const there = reader.read(all, east).drawing?.indices.length ?? 0
    expect(there).toBeGreaterThan(0)
    expect(there).toBeLessThan(found.indices.length)
  })

  it('forgets the points under the pointer when others are found in their room', () => {
    const reader = createPointReader()
    const shown = values(data, sliceOf(from, from + 30))
    reader.read(shown, far)
    const [row = 0] = shown.slice.rows
    const at = [data.sites.lon[row] ?? 0, data.sites.lat[row] ?? 0] as const
    expect(reader.targetAt(at, 14)).not.toBeNull()
    reader.find(values(data, sliceOf(from + 1, from + 30)), far)
    expect(reader.targetAt(at, 14)).toBeNull()
  })

  it('shows the settlement itself where a bin has no other', () => {
    const [site = 0] = sliceOf(from, to).rows
    const alone = { ...data, sites: { ...data.sites } }
    alone.sites.lon = data.sites.lon.map((lon, at) =>
      at < 4000 ? (data.sites.lon[site] ?? 0) : lon,
    )
    alone.sites.lat = data.sites.lat.map((lat, at) =>
      at < 4000 ? (data.sites.lat[site] ?? 0) : lat,
    )
    alone.columns = {
      ...data.columns,
      siteIndex: data.columns.siteIndex.map((at) => (at < 4000 ? site : at)),
    }
    const [x, y] = [projected.x[site] ?? 0, projected.y[site] ?? 0]
    const near = { west: x - 1e-6, east: x + 1e-6, north: y - 1e-6, south: y + 1e-6, zoom: 14 }
    const slice = sliceDataset(alone, unfiltered({ from, to }))
    const { bins } = createPointReader().read(values(alone, slice), near)
    const [mark] = bins
    expect(bins).toHaveLength(1)
    expect(mark).toMatchObject({ at: [data.sites.lon[site], data.sites.lat[site]], incident: null })
    expect(mark?.zoomsIn).toBeUndefined()
    expect(mark?.picture.shape).toBe('diamond')
  })

  it('finds a point under the pointer while points are drawn, and none while bins are or they are hidden', () => {
    const reader = createPointReader()
    const slice = sliceOf(from, from + 30)
    reader.read(values(data, slice), far)
    const [row = 0] = slice.rows
    const at = [data.sites.lon[row] ?? 0, data.sites.lat[row] ?? 0] as const
    expect(reader.targetAt(at, 14)).toMatchObject({ at, area: data.areaIds[0] })
    expect(reader.targetAt([40, 30], 14)).toBeNull()
    reader.read({ ...values(data, slice), hidden: new Set(['settlements']) }, far)
    expect(reader.targetAt(at, 14)).toBeNull()
    reader.read(values(data, slice), far)
    expect(reader.targetAt(at, 14)).not.toBeNull()
    reader.read(values(data, sliceOf(from, to)), far)
    expect(reader.targetAt(at, 14)).toBeNull()
  })
})
