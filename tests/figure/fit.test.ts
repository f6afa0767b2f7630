import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { fitBounds, project } from '../../src/figure/camera'
import { findBox, fitCamera, reportsBox } from '../../src/figure/fit'
import { grow, overlap, type Rectangle } from '../../src/figure/names/rectangle'
import { boxAround } from '../../src/geo/boxAround'
import type { Bounds } from '../../src/geo/edges'
import type { Box } from '../../src/model/conflict'
import { areaId, DISTRICTS } from '../map/fixtures'
import { CONFLICT } from '../support/conflict'
import { smallDataset } from '../support/fixtures'

const EMPTY = smallDataset([])
const FAR_AREA = { id: areaId('x'), name: 'X', names: {}, kind: 'district', label: null } as const
const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] }

describe('boxes', () => {
  it('surround what passes', () => {
    expect(findBox(DISTRICTS, ({ id }) => id === 'quiet')).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(findBox(DISTRICTS, () => false)).toBeNull()
  })

  it('surround the districts of a slice, or else the focus districts', () => {
    const rows = new Int32Array()
    const quiet = { areas: new Map([[areaId('quiet'), null]]), rows }
    expect(reportsBox(DISTRICTS, EMPTY, quiet)).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(reportsBox(DISTRICTS, EMPTY, { areas: new Map(), rows })).toEqual(
      [46.55, 39.61, 47.05, 40.16].map((each) => expect.closeTo(each)),
    )
    expect(reportsBox(NONE, EMPTY, quiet)).toEqual(CONFLICT.focusBox)
  })

  it('surround the countries of a file of another part of the world without points', () => {
    const away = { ...EMPTY, countries: ['ET'], areas: new Map([[areaId('x'), FAR_AREA]]) }
    const nothing = { areas: new Map(), rows: new Int32Array() }
    const label = (iso: string, box: Box) =>
      ({ type: 'Feature', properties: { iso, box }, geometry: null }) as never
    const features = [label('ET', [33, 3, 48, 15]), label('KE', [34, -5, 42, 5])]
    const labels = { ...NONE, features }
    expect(reportsBox(NONE, away, nothing, labels)).toEqual([33, 3, 48, 15])
    for (const unknown of [NONE, undefined]) {
      expect(reportsBox(NONE, away, nothing, unknown)).toEqual([-170, -56, 170, 74])
    }
  })

  it('are the narrowest that hold every part, across 180 degrees too', () => {
    const degree = (min: number, max: number) => fc.integer({ min, max })
    const part = fc
      .tuple(degree(-180, 180), degree(-85, 84), degree(0, 90))
      .map(([west, south, width]): Bounds => [west, south, Math.min(180, west + width), south + 1])
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const [west, south, east, north] = boxAround(parts) ?? [0, 0, -1, 0]
        const holds = (from: number, width: number) =>
          parts.every(([start, , end]) => ((start - from + 720) % 360) + end - start <= width)
        expect(west >= -180 && west <= 180).toBe(true)
        expect(holds(west, east - west)).toBe(true)
        // From no degree of the circle does a narrower one hold them.
        for (let from = -180; from < 180; from++) {
          if (east > west) expect(holds(from, east - west - 1)).toBe(false)
        }
        expect([south, north]).toEqual([
          Math.min(...parts.map((each) => each[1])),
          Math.max(...parts.map((each) => each[3])),
        ])
      }),
    )
    expect(boxAround([])).toBeNull()
  })

  it('are fitted clear of what covers the map, as close as that allows', () => {
    const [width, height] = [800, 600]
    const length = (most: number) => fc.integer({ min: 20, max: most })
    const piece = fc
      .tuple(fc.boolean(), fc.boolean(), length(300), length(240), fc.nat(80))
      .map(([isRight, isLow, wide, high, away]): Rectangle => {
        const left = isRight ? width - wide : 0
        const top = isLow ? height - high - away : away
        return { left, top, right: left + wide, bottom: top + high }
      })
    const side = fc.integer({ min: 56, max: 400 })
    const rooms = fc.array(fc.record({ left: side, top: side, right: side, bottom: side }))
    const box: Box = [45, 39, 47, 41]
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), rooms, (covered, rooms) => {
        const camera = fitCamera(box, { width, height }, covered)
        const [left, top] = project(camera, [box[0], box[3]])
        const [right, bottom] = project(camera, [box[2], box[1]])
        const fitted = { left, top, right, bottom }
        fc.pre(right - left > 4)
        for (const piece of covered) expect(overlap(fitted, piece)).toBe(false)
        for (const room of rooms) {
          const free = {
            left: room.left,
            top: room.top,
            right: width - room.right,
            bottom: height - room.bottom,
          }
          const isClear = covered.every((piece) => !overlap(grow(piece, 8), free))
          if (!isClear || free.right < free.left || free.bottom < free.top) continue
          const other = fitBounds(box, { width, height }, room, 14)
          expect(other.zoom).toBeLessThanOrEqual(camera.zoom + 1e-9)
        }
      }),
    )
  })
})
