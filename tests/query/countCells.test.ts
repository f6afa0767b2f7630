import fc from 'fast-check'
import { MercatorCoordinate } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../src/model/conflict'
import { unfiltered } from '../../src/query/conditions'
import { type Cell, countCells, MAX_SITES } from '../../src/query/countCells'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { syntheticDataset } from '../bench/synthetic'
import { runs } from '../propertyRuns'
import { range } from '../support/arbitraries'

/** Points among which several reports share a site, and every tenth report has two sites. */
const data = ((): Dataset => {
  const made = syntheticDataset(4000)
  const rows = Array.from({ length: 4000 }, (_, row) =>
    row % 10 === 0 ? [row % 700, (row * 7) % 900] : [row % 5 === 1 ? row % 40 : row],
  )
  let end = 0
  const siteOffset = Int32Array.from([0, ...rows.map((own) => (end += own.length))])
  const siteIndex = Int32Array.from(rows.flat())
  return { ...made, columns: { ...made.columns, siteOffset, siteIndex } }
})()
const { from = 0, to = 0 } = data.span ?? {}

const someSlice = fc
  .tuple(fc.integer({ min: from, max: to }), fc.oneof(fc.nat(20), fc.nat(1000)))
  .map(([first, days]) => sliceDataset(data, unfiltered(range(first, first + days))))
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const someBox = fc
  .tuple(between(44, 49), between(38, 41), between(0, 4), between(0, 3))
  .map(([west, south, wide, high]): Box => [west, south, west + wide, south + high])
const someZoom = between(4, 14)

/** The cell of a position, by the map's own projection. */
function cellAt(lon: number, lat: number, zoom: number): [column: number, line: number] {
  const { x, y } = MercatorCoordinate.fromLngLat([lon, lat])
  const pixels = 512 * 2 ** Math.floor(zoom)
  return [Math.floor((x * pixels) / 64), Math.floor((y * pixels) / 64)]
}

/** Each point of the slice in cells that touch the box, one by one. */
function pointsIn({ rows, certain }: Slice, zoom: number, [west, south, east, north]: Box) {
  const { columns, sites } = data
  const [first, last] = [cellAt(west, north, zoom), cellAt(east, south, zoom)]
  return Array.from(rows).flatMap((row, index) =>
    Array.from(
      columns.siteIndex.subarray(columns.siteOffset[row], columns.siteOffset[row + 1]),
    ).flatMap((site) => {
      const [lon = 0, lat = 0] = [sites.lon[site], sites.lat[site]]
      const [column, line] = cellAt(lon, lat, zoom)
      const isIn = column >= first[0] && column <= last[0] && line >= first[1] && line <= last[1]
      const id = `${Math.floor(zoom)},${column},${line}`
      return isIn ? [{ id, row, site, lon, lat, certain: certain[index] === 1 }] : []
    }),
  )
}
type CountedPoint = ReturnType<typeof pointsIn>[number]

function groupsOf(points: readonly CountedPoint[]): Cell['groups'] {
  const count = (certain: boolean) =>
    data.conflict.parties.map((_, code) => {
      const isOf = ({ row }: CountedPoint) => data.columns.codes.by[row] === code
      return points.filter((point) => point.certain === certain && isOf(point)).length
    })
  return { certain: count(true), possible: count(false) }
}

function groupBy<Key>(points: readonly CountedPoint[], keyOf: (point: CountedPoint) => Key) {
  const groups = new Map<Key, CountedPoint[]>()
  for (const point of points) {
    const key = keyOf(point)
    groups.set(key, [...(groups.get(key) ?? []), point])
  }
  return groups
}

describe('countCells', () => {
  it('counts each report once in a cell and at a site, by party, and cells that touch the box as a whole', () => {
    fc.assert(
      fc.property(someSlice, someZoom, someBox, (slice, zoom, box) => {
        const points = groupBy(pointsIn(slice, zoom, box), ({ id }) => id)
        const cells = countCells(data, slice, zoom, box, 'party')
        expect(cells.map(({ id }) => id).sort()).toEqual([...points.keys()].sort())
        for (const { id, middle, groups, sites } of cells) {
          const own = points.get(id) ?? []
          const reports = new Map(own.map((point) => [point.row, point]))
          expect(groups).toEqual(groupsOf([...reports.values()]))
          const mean = (key: 'lon' | 'lat') =>
            own.reduce((sum, point) => sum + point[key], 0) / own.length
          expect(middle[0]).toBeCloseTo(mean('lon'), 9)
          expect(middle[1]).toBeCloseTo(mean('lat'), 9)
          const bySite = groupBy(own, ({ site }) => site)
          if (bySite.size > MAX_SITES) expect(sites).toBeNull()
          else {
            expect(sites?.map(({ site }) => site)).toEqual([...bySite.keys()])
            for (const { site, row, groups } of sites ?? []) {
              expect(groups).toEqual(groupsOf(bySite.get(site) ?? []))
              expect(bySite.get(site)?.map((point) => point.row)).toContain(row)
            }
          }
        }
      }),
      { numRuns: runs(60) },
    )
  })
})
