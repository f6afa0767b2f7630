import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportsGeoJson } from '../../src/export/reportsGeojson'
import { MAX_ZOOM, projectAt } from '../../src/figure/camera'
import { createFigure } from '../../src/figure/figure'
import { scaleAt } from '../../src/figure/layout/avoid'
import type { Mark } from '../../src/figure/marks'
import { selectedFeatures, selectedPositions } from '../../src/figure/selected'
import { placeSites } from '../../src/figure/siteMarks'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { IncidentId } from '../../src/model/ids'
import { totalOf } from '../../src/query/classes'
import { unfiltered } from '../../src/query/conditions'
import { sumGroups } from '../../src/query/groups'
import { findSiteIds } from '../../src/query/siteIds'
import { sliceDataset } from '../../src/query/sliceDataset'
import { areaId, DISTRICTS, dataset, sliceOfAll, values } from '../map/fixtures'
import { runs } from '../propertyRuns'
import { PLACES_CSV, range } from '../support/arbitraries'
import { META, realDataset, smallDataset } from '../support/fixtures'

const YELLIJA = '46.1,40.1'

function buildSites(data: JoinedDataset) {
  return placeSites(values(data, sliceOfAll(data)), 8).map(({ mark }) => mark)
}

describe('placeSites', () => {
  it('stands only where a settlement is known', () => {
    const marks = buildSites(dataset())
    expect(marks.map(({ id, incident }) => [id, incident])).toEqual([[YELLIJA, 'a']])
    expect(marks[0]?.label()).toBe('Yellija (named settlement), Aghdam: 1 report, Azerbaijan 1')
    expect(marks[0]?.at).toEqual([46.1, 40.1])
  })

  it('is one mark with a count for several reports of one settlement, which opens them', () => {
    const cells = { areas: 'Aghdam', settlements: 'Yellija' }
    const marks = buildSites(
      smallDataset([
        { id: 'a', ...cells },
        { id: 'b', ...cells, reporting_party: 'Russia' },
      ]),
    )
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatchObject({ incident: null, site: YELLIJA, area: 'aghdam' })
    expect(marks[0]?.label()).toContain('2 reports, Azerbaijan 1, Russia 1')
    expect(marks[0]?.picture.text).toBe('2')
  })

  it('counts each report of the shipped records once per settlement', () => {
    const data = realDataset()
    const expected = data.incidents.flatMap(({ locations }) => {
      const known = locations.filter((each) => each.precision === 'settlement' && each.position)
      return [...new Set(known.map(({ position }) => `${position?.join(',')}`))]
    })
    const found = data.incidents.flatMap((_, row) => findSiteIds(data, row))
    expect(found).toEqual(expected)
    expect(new Set(found)).toEqual(new Set(buildSites(data).map(({ id }) => id)))
  })
})

/** Reports at up to three of a dozen settlements round the label point of their district. */
const someCrowd = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 12, maxLength: 12 }),
    fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 3 }), { maxLength: 40 }),
  )
  .map(([points, rows]) => {
    const places = points.map(([x, y], index) => {
      return `s${index},settlement,S${index},,,,,aghdam,${46.85 + x / 1000},${39.96 + y / 1000},test`
    })
    const reports = rows.map((sites, index) => ({
      id: `r${index}`,
      areas: 'Aghdam',
      settlements: sites.map((site) => `S${site}`).join(';'),
    }))
    return smallDataset(reports, undefined, `${PLACES_CSV}${places.join('\n')}\n`)
  })

describe('marks of several settlements', () => {
  it('count each report of their settlements once, cover no other mark, and come apart', () => {
    fc.assert(
      fc.property(someCrowd, fc.double({ min: 5, max: 14, noNaN: true }), (data, zoom) => {
        const slice = sliceOfAll(data)
        const marks = placeSites(values(data, slice), zoom).map(({ mark }) => mark)
        const idsOf = ({ id, parts = [id] }: Mark) => parts
        const named = data.incidents.map((_, row) => findSiteIds(data, row))
        expect(marks.flatMap(idsOf).toSorted()).toEqual([...new Set(named.flat())].toSorted())
        for (const mark of marks) {
          const at = named.filter((ids) => ids.some((id) => idsOf(mark).includes(id)))
          expect(totalOf(sumGroups(mark.picture))).toBe(at.length)
          expect(mark.zoomsIn === true).toBe(idsOf(mark).length > 1)
          if (mark.zoomsIn)
            expect(mark.label()).toMatch(/^\d+ named settlements around S\d+, .*Zoom in$/)
        }
        marks.forEach((mark, index) => {
          for (const other of marks.slice(0, index)) {
            const [[x, y], [left, top]] = [projectAt(zoom, mark.at), projectAt(zoom, other.at)]
            const reach = mark.picture.radius + other.picture.radius
            expect(Math.hypot(x - left, y - top)).toBeGreaterThan(0.8 * reach * scaleAt(zoom))
          }
        })
        const closest = placeSites(values(data, slice), MAX_ZOOM)
        expect(closest.some(({ mark }) => mark.zoomsIn)).toBe(false)
      }),
      { numRuns: runs(60) },
    )
  })

  it('cover no number of a ring', () => {
    const camera = { center: [46.95, 40.06], width: 900, height: 600 } as const
    fc.assert(
      fc.property(someCrowd, fc.double({ min: 5, max: 14, noNaN: true }), (data, zoom) => {
        const { marks } = createFigure(
          values(data, sliceOfAll(data)),
          { ground: {}, districts: DISTRICTS },
          { ...camera, zoom },
        ).marks
        const isRing = ({ picture }: Mark) => picture.shape === 'ring'
        const ring = marks.find(isRing)
        if (!ring) return
        const middleOf = ({ at, offset: [right, down] }: Mark) => {
          const [x, y] = projectAt(zoom, at)
          return [x + right, y + down] as const
        }
        const [x, y] = middleOf(ring)
        for (const mark of marks.filter((each) => !isRing(each))) {
          const [left, top] = middleOf(mark)
          const apart = Math.abs(left - x) + Math.abs(top - y)
          expect(apart).toBeGreaterThan((mark.picture.radius + 8) * scaleAt(zoom))
        }
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('the marks of a figure', () => {
  it('come, with the reports that are not located, to the positions of the export', () => {
    const data = realDataset()
    const camera = { center: [46, 40], zoom: MAX_ZOOM, width: 900, height: 600 } as const
    const { from, to } = data.span ?? { from: 0, to: 0 }
    const someDays = fc.tuple(fc.integer({ min: from, max: to }), fc.nat(400))
    fc.assert(
      fc.property(someDays, fc.boolean(), ([first, days], areHidden) => {
        const slice = sliceDataset(data, unfiltered(range(first, first + days)))
        const hidden = new Set(areHidden ? (['settlements'] as const) : [])
        const geography = { ground: {}, districts: DISTRICTS }
        const figure = createFigure({ ...values(data, slice), hidden }, geography, camera)
        const counts = figure.marks.marks.map(({ picture }) => totalOf(sumGroups(picture)))
        const { features } = reportsGeoJson(data, slice, META)
        const places = features.map(({ geometry }, index) =>
          areHidden
            ? (data.incidents[slice.rows[index] ?? -1]?.areas.length ?? NaN)
            : (geometry?.coordinates.length ?? 0),
        )
        const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
        expect(sum(counts)).toBe(sum(places))
        expect(places.filter((count) => count === 0)).toHaveLength(totalOf(slice.notLocated))
        expect(features).toHaveLength(totalOf(slice.count))
      }),
      { numRuns: runs(40) },
    )
  })
})

describe('findSiteIds', () => {
  it('has a report at a settlement once, though it names it twice', () => {
    const data = smallDataset([
      { id: 'a', areas: 'Aghdam; Ağdam', settlements: 'Yellija; yellija' },
    ])
    expect(findSiteIds(data, 0)).toEqual([YELLIJA])
  })

  it('has none for a row that is not there', () => {
    expect(findSiteIds(dataset(), 99)).toEqual([])
  })
})

describe('selectedFeatures', () => {
  const data = dataset()
  const incident = (id: string) => ({ kind: 'incident', id: id as IncidentId }) as const

  it('marks a report as exactly as its place is known', () => {
    expect(selectedFeatures(data, incident('a'))).toEqual({
      areas: new Set(),
      sites: new Set([YELLIJA]),
    })
    expect(selectedFeatures(data, incident('b'))).toEqual({
      areas: new Set(['aghdam']),
      sites: new Set(),
    })
  })

  it('knows the positions to keep off', () => {
    expect(selectedPositions(data, incident('a'))).toEqual([[46.1, 40.1]])
    expect(selectedPositions(data, { kind: 'area', id: areaId('shusha') })).toEqual([
      [46.654512, 39.7085],
    ])
    expect(selectedPositions(data, { kind: 'area', id: areaId('nowhere') })).toEqual([])
    for (const none of [incident('gone'), null]) {
      expect(selectedPositions(data, none)).toEqual([])
      expect(selectedFeatures(data, none)).toEqual({ areas: new Set(), sites: new Set() })
    }
  })
})
