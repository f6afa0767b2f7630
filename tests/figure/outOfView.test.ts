import fc from 'fast-check'
import { expect, test } from 'vitest'
import { project } from '../../src/figure/camera'
import { countOutOfView, fitCamera, reportsBox } from '../../src/figure/fit'
import type { Position } from '../../src/model/place'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { runs } from '../propertyRuns'
import { range } from '../support/arbitraries'
import { realDataset } from '../support/fixtures'
import { realGeography } from '../support/geography'

const dataset = realDataset()
const { districts } = realGeography()
const size = { width: 900, height: 600 }
const all = sliceDataset(dataset, unfiltered(range('2020-01-01', '2024-12-31')))

test('a fitted map has no report out of view', () => {
  const camera = fitCamera(reportsBox(districts, dataset, all), size)
  expect(countOutOfView(dataset, all, camera)).toBe(0)
})

test('a report is out of view if none of its places is in view; one without places never is', () => {
  const size = { width: 300, height: 200 }
  const point = fc.tuple(
    fc.double({ min: 45, max: 47.5, noNaN: true }),
    fc.double({ min: 39, max: 41, noNaN: true }),
  )
  fc.assert(
    fc.property(point, fc.double({ min: 6, max: 11, noNaN: true }), (center, zoom) => {
      const camera = { ...size, center, zoom }
      const isIn = (at: Position) => {
        const [x, y] = project(camera, at)
        return x >= 0 && x <= size.width && y >= 0 && y <= size.height
      }
      const hidden = [...all.rows].filter((row) => {
        const places =
          dataset.incidents
            .at(row)
            ?.locations.flatMap(({ position }) => (position ? [position] : [])) ?? []
        return places.length > 0 && !places.some(isIn)
      })
      expect(countOutOfView(dataset, all, camera)).toBe(hidden.length)
    }),
    { numRuns: runs(50) },
  )
})
