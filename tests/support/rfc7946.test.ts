import { describe, expect, it } from 'vitest'
import { faultsOf } from './rfc7946'

const feature = (geometry: unknown, more = {}) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', id: 'a', properties: null, geometry, ...more }],
})
const points = (...coordinates: unknown[]) => ({ type: 'MultiPoint', coordinates })
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]

describe('the checker itself', () => {
  it('finds nothing wrong with valid files', () => {
    expect(faultsOf({ type: 'FeatureCollection', features: [], contactline: {} })).toEqual([])
    expect(faultsOf({ ...feature(points([46.5, 39.5])), bbox: [46.5, 39.5, 46.5, 39.5] })).toEqual(
      [],
    )
    const polygon = { type: 'Polygon', coordinates: [ring] }
    expect(faultsOf({ ...feature(polygon), bbox: [0, 0, 1, 1] })).toEqual([])
  })

  it.each([
    ['not a collection', { type: 'Feature' }, 'FeatureCollection'],
    ['a crs', { ...feature(null), crs: {} }, 'crs'],
    ['swapped axes', feature(points([39, 146])), 'longitude'],
    ['a third dimension', feature(points([39, 46, 0])), 'longitude'],
    ['too many decimals', feature(points([39.1234567, 46])), 'too exact'],
    ['no position', feature(points()), 'no coordinates'],
    ['no box', feature(points([39, 46])), 'bbox'],
    ['a wrong box', { ...feature(points([39, 46])), bbox: [39, 46, 40, 46] }, 'bbox'],
    ['a box around nothing', { ...feature(null), bbox: [0, 0, 0, 0] }, 'bbox'],
    ['a stray member', feature(null, { certainty: 'certain' }), 'unexpected'],
    ['no id', feature(null, { id: undefined }), 'id is no string'],
    [
      'a clockwise ring',
      feature({ type: 'Polygon', coordinates: [[...ring].reverse()] }),
      'left-handed',
    ],
    ['an open ring', feature({ type: 'Polygon', coordinates: [ring.slice(0, 3)] }), 'closed'],
  ])('finds %s', (_, value, message) => {
    expect(faultsOf(value).join()).toContain(message)
  })

  it('finds an id used twice', () => {
    const { features } = feature(null)
    expect(faultsOf({ type: 'FeatureCollection', features: [...features, ...features] })).toEqual([
      'feature 2: id a is not unique',
    ])
  })
})
