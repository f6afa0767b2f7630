import { booleanPointInPolygon } from '@turf/turf'
import fc from 'fast-check'
import type { Feature, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { unproject } from '../../src/figure/camera'
import { findFrame } from '../../src/figure/cellFrame'
import { createFigure } from '../../src/figure/figure'
import { scaleAt } from '../../src/figure/layout/avoid'
import { placeAreas, stackLevel } from '../../src/figure/marks'
import { readDistricts } from '../../src/figure/shading'
import type { MapValues } from '../../src/map/mapHandle'
import type { Day } from '../../src/model/day'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { DISTRICTS, dataset, markOf, sliceOfAll, values } from '../map/fixtures'
import { runs } from '../propertyRuns'
import { CONFLICT, language } from '../support/conflict'
import { realDataset, smallDataset } from '../support/fixtures'
import { realGeography } from '../support/geography'

const districts = readDistricts(DISTRICTS)

const marksOf = (values: MapValues, part: 'all' | 'districtOnly' = 'all') =>
  placeAreas(districts, values, part, [], 8).flatMap(({ mark }) => mark ?? [])

describe('stackLevel', () => {
  it('has settlements over several over districts, and a small mark over a large one', () => {
    const stack = [
      markOf('large', { radius: 40 }),
      markOf('small', { radius: 13 }),
      markOf('large stack', { shape: 'stack', radius: 14 }),
      markOf('stack', { shape: 'stack', radius: 9 }),
      markOf('settlement', { shape: 'diamond', radius: 40 }),
    ]
    const levels = stack.map(({ picture }) => stackLevel(picture))
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
    expect(new Set(levels).size).toBe(stack.length)
  })
})

describe('placeAreas', () => {
  it('names every district and puts a ring where there are reports', () => {
    const places = placeAreas(districts, values(dataset()), 'all', [], 8)
    expect(places.map(({ district, mark, count }) => [district.id, mark?.id, count])).toEqual([
      ['shusha', 'shusha', 1],
      ['aghdam', 'aghdam', 2],
      ['quiet', undefined, 0],
    ])
    expect(places[2]?.names.lead).toBe('Quiet')
  })

  it('splits the ring by party in picture and words, and keeps possible reports separate', () => {
    const marks = marksOf(values(dataset()))
    const zero = CONFLICT.parties.map(() => 0)
    const [possible, both] = [zero.with(0, 1), zero.with(0, 1).with(1, 1)]
    expect(marks.map(({ picture }) => picture)).toMatchObject([
      { certain: zero, possible, text: '0–1' },
      { certain: both, possible: zero, text: '2' },
    ])
    expect(marks.map(({ label }) => label())).toEqual([
      'Shusha: at least 0, up to 1 report, Azerbaijan 1',
      'Aghdam: 2 reports, Azerbaijan 1, Armenia 1',
    ])
  })

  it('counts what is known to the district only, and keeps the name of a district without such', () => {
    const data = smallDataset([
      { id: 'a', areas: 'Aghdam; Shusha', settlements: 'Yellija' },
      { id: 'b', areas: 'Aghdam' },
      { id: 'c', areas: 'Aghdam', settlements: 'Unknown' },
    ])
    const part = marksOf(values(data), 'districtOnly')
    expect(part.map(({ label }) => label())).toEqual([
      'Shusha: 1 report, Azerbaijan 1. Known to the district only',
      'Aghdam: 2 reports, Azerbaijan 2. Known to the district only',
    ])
    const one = smallDataset([{ id: 'a', areas: 'Aghdam', settlements: 'Yellija' }])
    const [, aghdam] = placeAreas(districts, values(one), 'districtOnly', [], 8)
    expect(aghdam).toMatchObject({ count: 1, mark: null, names: { lead: 'Aghdam' } })
  })

  it('follows the colouring in words and picture', () => {
    const marks = marksOf({ ...values(dataset()), colouring: 'agreement' })
    expect(marks[1]?.label()).toBe('Aghdam: 2 reports, both sides 2')
    expect(marks[1]?.picture).toMatchObject({
      certain: [0, 0, 2],
    })
  })

  it('leads with the chosen language but keeps the order of the English names', () => {
    const marks = marksOf({ ...values(dataset()), lang: language('az') })
    expect(marks.map(({ label, order }) => [label().split(':')[0], order])).toEqual([
      ['Şuşa', 'Shusha'],
      ['Ağdam', 'Aghdam'],
    ])
  })

  it('shows areas that the map file lacks at their own label point, and none without one', () => {
    const data = smallDataset([{ id: 'a', areas: 'Twin; Nowhere' }])
    const marks = marksOf(values(data, sliceOfAll(data)))
    expect(marks.map(({ id }) => id)).toEqual(['twin'])
  })

  it('has each ring in its district or over its place, or a line leads there', () => {
    const data = realDataset()
    const geography = realGeography()
    const outlines = new Map(
      geography.districts.features.map((each) => [each.properties?.id as string, each]),
    )
    const { from, to } = data.span ?? { from: 0, to: 0 }
    const day = fc.integer({ min: from, max: to })
    let lines = 0
    fc.assert(
      fc.property(day, day, fc.double({ min: 5.5, max: 9, noNaN: true }), (one, other, zoom) => {
        const window = { from: Math.min(one, other) as Day, to: Math.max(one, other) as Day }
        const slice = sliceDataset(data, unfiltered(window))
        const camera = { center: [46.5, 39.9] as const, zoom, width: 900, height: 600 }
        const { areas } = createFigure(values(data, slice), geography, camera)
        const frame = findFrame(camera, false).level
        for (const { mark } of areas) {
          const outline = outlines.get(mark?.id ?? '')
          if (!mark || !outline || mark.isAway) {
            if (mark?.isAway) lines++
            continue
          }
          const middle = unproject(
            { center: mark.at, zoom: frame, width: 0, height: 0 },
            mark.offset,
          )
          const isIn = booleanPointInPolygon([...middle], outline as Feature<Polygon>)
          const reach = mark.picture.radius * scaleAt(frame)
          expect(isIn || Math.hypot(...mark.offset) <= reach, mark.id).toBe(true)
        }
      }),
      { numRuns: runs(60) },
    )
    expect(lines).toBeGreaterThan(0)
  })

  it('has a mark for every area of the shipped records that has a point', () => {
    const data = realDataset()
    const slice = sliceOfAll(data)
    const marks = marksOf(values(data, slice))
    expect(marks.length).toBeGreaterThan(10)
    expect(marks.map(({ id }) => id).sort()).toEqual([...slice.areas.keys()].sort())
  })
})
