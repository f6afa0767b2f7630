import fc from 'fast-check'
import { MercatorCoordinate } from 'maplibre-gl'
import { expect, it } from 'vitest'
import {
  boundsOf,
  type Camera,
  constrain,
  fitBounds,
  MIN_ZOOM,
  nearestLon,
  project,
  unproject,
} from '../../src/figure/camera'
import type { Box } from '../../src/model/conflict'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const position = fc.tuple(number(-179, 179), number(-80, 80))
const size = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 3000 }),
})
const camera: fc.Arbitrary<Camera> = fc
  .tuple(position, number(0, 14), size)
  .map(([center, zoom, size]) => ({ center, zoom, ...size }))
const box: fc.Arbitrary<Box> = fc
  .tuple(number(-180, 180), number(-75, 65), number(0.01, 10), number(0.01, 10))
  .map(([west, south, width, height]) => [west, south, west + width, south + height])

/** The same by MapLibre, which has a world of 512 px at zoom 0. */
function projectByMapLibre({ center, zoom, width, height }: Camera, [lon, lat]: [number, number]) {
  const middle = MercatorCoordinate.fromLngLat([...center])
  const { x, y } = MercatorCoordinate.fromLngLat([lon, lat])
  const world = 512 * 2 ** zoom
  const turns = Math.round(middle.x - x)
  return [(x + turns - middle.x) * world + width / 2, (y - middle.y) * world + height / 2] as const
}

it('projects as MapLibre does, to the copy of the world that is nearest', () => {
  fc.assert(
    fc.property(camera, position, (camera, position) => {
      // Half way round the world, two copies are as near.
      const apart = Math.abs(camera.center[0] - position[0])
      fc.pre(Math.abs(apart - 180) > 1e-6)
      const wanted = projectByMapLibre(camera, position)
      project(camera, position).forEach((px, axis) => {
        expect(Math.abs(px - (wanted[axis] ?? NaN))).toBeLessThan(0.01)
      })
    }),
  )
})

it('finds the position of a pixel again', () => {
  fc.assert(
    fc.property(camera, number(0, 1), number(0, 1), (camera, x, y) => {
      const pixel = [x * camera.width, y * camera.height] as const
      fc.pre(Math.abs(unproject(camera, pixel)[1]) < 85)
      // Where the world is shown more than once, positions go to the middle one.
      fc.pre(camera.width < 512 * 2 ** camera.zoom)
      project(camera, unproject(camera, pixel)).forEach((px, axis) => {
        expect(px).toBeCloseTo(pixel[axis] ?? NaN, 3)
      })
    }),
  )
})

it('fits a box as closely as its padding and the closest zoom allow', () => {
  const [someLeft, someMax] = [fc.integer({ min: 0, max: 90 }), number(4, 14)]
  fc.assert(
    fc.property(box, size, someLeft, someMax, (box, size, left, max) => {
      const padding = { top: 10, right: 20, bottom: 30, left }
      const camera = fitBounds(box, size, padding, max)
      const [west, south, east, north] = box
      const [x, y] = project(camera, [west, north])
      const [right, bottom] = project(camera, [east, south])
      const across = [x - left, size.width - padding.right - right] as const
      const down = [y - padding.top, size.height - padding.bottom - bottom] as const
      // In the middle of what is left, and touching where the zoom is not the closest.
      expect(across[0]).toBeCloseTo(across[1], 3)
      expect(down[0]).toBeCloseTo(down[1], 3)
      const closest = Math.min(...across, ...down)
      expect(closest).toBeGreaterThan(-0.001)
      if (camera.zoom < max) expect(closest).toBeLessThan(0.001)
      const shown = boundsOf({ ...camera, width: size.width + 0.01, height: size.height + 0.01 })
      const turn = nearestLon(camera.center[0], (west + east) / 2) - camera.center[0]
      expect(shown[0] + turn <= west && shown[1] <= south).toBe(true)
      expect(shown[2] + turn >= east && shown[3] >= north).toBe(true)
    }),
  )
})

it('keeps the view inside a box, and as it is where it is inside', () => {
  fc.assert(
    fc.property(camera, box, (camera, box) => {
      const [west, south, east, north] = boundsOf(constrain(camera, { box, minZoom: MIN_ZOOM }))
      const [left, bottom, right, top] = box
      expect(Math.min(west - left, south - bottom)).toBeGreaterThan(-0.001)
      expect(Math.max(east - right, north - top)).toBeLessThan(0.001)

      const near = { ...camera, zoom: Math.max(MIN_ZOOM, camera.zoom) }
      const kept = constrain(near, { box: boundsOf(near, 5), minZoom: MIN_ZOOM })
      expect(kept.zoom).toBe(near.zoom)
      project(near, kept.center).forEach((px, axis) => {
        expect(px).toBeCloseTo([near.width / 2, near.height / 2][axis] ?? NaN, 1)
      })
    }),
  )
})
