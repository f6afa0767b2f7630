import * as turf from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { type AreaFeature, polygonsOf, readAreas } from './read'

const areas = readAreas()
const byId = new Map(areas.map((area) => [area.properties.id, area]))

/** lon, lat of each district's own town (GeoNames): the check that caught the mislabelled polygons. */
const TOWNS: [string, number, number][] = [
  ['shusha', 46.7499, 39.7601],
  ['aghdam', 46.9274, 39.991],
  ['kalbajar', 46.0445, 40.1098],
  ['lachin', 46.5498, 39.6374],
  ['khojavend', 47.1117, 39.795],
  ['fuzuli', 47.1453, 39.6009],
  ['jabrayil', 47.0284, 39.3992],
  ['khankendi', 46.7528, 39.8177],
  ['gubadli', 46.5818, 39.3444],
]

/**
 * km². Neighbours share every vertex of their border, so nothing should overlap at all; a hectare is room for the
 * arithmetic of the intersection. One vertex off by a step of the grid (11 m) on a 3 km edge is already 1.6 ha.
 */
const SLIVER = 0.01

describe('areas', () => {
  it('holds every district and city of Azerbaijan and the five Armenian provinces that reports name', () => {
    const count = (kind: string) => areas.filter((area) => area.properties.kind === kind).length
    expect([count('district'), count('city'), count('province')]).toEqual([66, 11, 5])
    expect(byId.size).toBe(areas.length)
    for (const area of areas) expect(area.id).toBe(area.properties.id)
  })

  it.each(TOWNS)('%s contains its own town', (id, lon, lat) => {
    const containing = areas.filter((area) => turf.booleanPointInPolygon([lon, lat], area))
    expect(containing.map((area) => area.id)).toEqual([id])
  })

  it('each have their label point inside, in no other area', () => {
    for (const { id, properties } of areas) {
      const containing = areas.filter((area) => turf.booleanPointInPolygon(properties.label, area))
      expect(containing.map((other) => other.id)).toEqual([id])
    }
  })
})

describe('geometry of areas', () => {
  it('has closed rings, the outer ones counter-clockwise', () => {
    for (const rings of areas.flatMap(({ geometry }) => polygonsOf(geometry))) {
      for (const [index, ring] of rings.entries()) {
        expect(ring.at(-1)).toEqual(ring[0])
        expect(ring.length).toBeGreaterThanOrEqual(4)
        expect(turf.booleanClockwise(turf.lineString(ring))).toBe(index > 0)
      }
    }
  })

  it('no two areas overlap by more than slivers', () => {
    const overlaps = areas.flatMap((a, index) =>
      areas
        .slice(index + 1)
        .filter((b) => boxesMeet(turf.bbox(a), turf.bbox(b)) && overlapOf(a, b) > SLIVER)
        .map((b) => `${a.id} ${b.id}`),
    )
    expect(overlaps).toEqual([])
  })

  it('every area shares border vertices with a neighbour, two at least', () => {
    const vertices = areas.map((area) => [...new Set(turf.coordAll(area).map(String))])
    const uses = new Map<string, number>()
    for (const vertex of vertices.flat()) uses.set(vertex, (uses.get(vertex) ?? 0) + 1)
    const lonely = areas.filter((_, index) => {
      return (vertices[index] ?? []).filter((vertex) => (uses.get(vertex) ?? 0) > 1).length < 2
    })
    expect(lonely.map((area) => area.id)).toEqual([])
  })

  it.each([
    ['kalbajar', 'gegharkunik'],
    ['lachin', 'syunik'],
    ['sadarak', 'ararat'],
    ['shusha', 'khojaly'],
    ['khankendi', 'khojaly'],
  ])('%s and %s share their common border vertex by vertex', (a, b) => {
    const own = new Set(turf.coordAll(byId.get(a) as AreaFeature).map(String))
    const shared = turf
      .coordAll(byId.get(b) as AreaFeature)
      .filter((position) => own.has(String(position)))
    expect(shared.length).toBeGreaterThanOrEqual(4)
  })
})

function boxesMeet(a: number[], b: number[]): boolean {
  const [aw = 0, as = 0, ae = 0, an = 0] = a
  const [bw = 0, bs = 0, be = 0, bn = 0] = b
  return aw < be && bw < ae && as < bn && bs < an
}

/** km² */
function overlapOf(a: AreaFeature, b: AreaFeature): number {
  const common = turf.intersect(turf.featureCollection([a, b]))
  return common ? turf.area(common) / 1e6 : 0
}
