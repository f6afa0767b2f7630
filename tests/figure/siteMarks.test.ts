import { describe, expect, it } from 'vitest'
import { selectedFeatures, selectedPositions } from '../../src/figure/selected'
import { findSiteIds, placeSites } from '../../src/figure/siteMarks'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { IncidentId } from '../../src/model/ids'
import { areaId, dataset, sliceOfAll, values } from '../map/fixtures'
import { realDataset, smallDataset } from '../support/fixtures'

const YELLIJA = 'site:46.1,40.1'

function buildSites(data: JoinedDataset) {
  return placeSites(values(data, sliceOfAll(data))).map(({ mark }) => mark)
}

describe('placeSites', () => {
  it('stands only where a settlement is known', () => {
    const marks = buildSites(dataset())
    expect(marks.map(({ id, incident }) => [id, incident])).toEqual([[YELLIJA, 'a']])
    expect(marks[0]?.label()).toBe('Yellija (settlement), Aghdam: 1 report, Azerbaijan 1')
    expect(marks[0]?.at).toEqual([46.1, 40.1])
  })

  it('is one mark with a count for several reports of one settlement, which opens the area', () => {
    const cells = { areas: 'Aghdam', settlements: 'Yellija' }
    const marks = buildSites(
      smallDataset([
        { id: 'a', ...cells },
        { id: 'b', ...cells, reporting_party: 'Russia' },
      ]),
    )
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatchObject({ incident: null, area: 'aghdam' })
    expect(marks[0]?.label()).toContain('2 reports, Azerbaijan 1, Russia 1')
    expect(marks[0]?.picture.text).toBe('2')
  })

  it('counts each report of the shipped records once per settlement', () => {
    const data = realDataset()
    const expected = data.incidents.flatMap(({ locations }) => {
      const known = locations.filter((each) => each.precision === 'settlement' && each.position)
      return [...new Set(known.map(({ position }) => `site:${position?.join(',')}`))]
    })
    const found = data.incidents.flatMap((_, row) => findSiteIds(data, row))
    expect(found).toEqual(expected)
    expect(new Set(found)).toEqual(new Set(buildSites(data).map(({ id }) => id)))
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
