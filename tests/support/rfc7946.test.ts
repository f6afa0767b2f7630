import { describe, expect, it } from 'vitest'
import { faultsOf } from './rfc7946'
import { box } from './shapes'

const feature = (geometry: unknown, more = {}) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', id: 'a', properties: null, geometry, ...more }],
})
const points = (...coordinates: unknown[]) => ({ type: 'MultiPoint', coordinates })
const one = feature(null).features
const polygon = (...coordinates: unknown[]) => feature({ type: 'Polygon', coordinates })
const square = box(0, 0, 1, 1)

describe('the checker itself', () => {
  it.each([
    { type: 'FeatureCollection', features: [], contactline: {} },
    { ...feature(points([46.5, 39.5])), bbox: [46.5, 39.5, 46.5, 39.5] },
    { ...polygon(square), bbox: [0, 0, 1, 1] },
  ])('finds nothing wrong with %j', (value) => {
    expect(faultsOf(value)).toEqual([])
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
    ['an id used twice', { features: [...one, ...one] }, 'feature 2: id a is not unique'],
    ['a clockwise ring', polygon([...square].reverse()), 'left-handed'],
    ['an open ring', polygon(square.slice(0, 4)), 'closed'],
  ])('finds %s', (_, value, message) => {
    expect(faultsOf(value).join()).toContain(message)
  })
})
