import type { FeatureCollection, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { districtsGeoJson } from '../../src/export/districtsGeojson'
import { geoJsonText } from '../../src/export/reportsGeojson'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { range } from '../support/arbitraries'
import { everything, geodata, META, realDataset, smallDataset } from '../support/fixtures'
import { faultsOf } from '../support/rfc7946'
import { box } from '../support/shapes'

const square = (west: number): Polygon => ({
  type: 'Polygon',
  coordinates: [box(west, 39, west + 1, 40)],
})
const POLYGONS: FeatureCollection<Polygon> = {
  type: 'FeatureCollection',
  features: ['shusha', 'twin', 'silent'].map((id, index) => ({
    type: 'Feature',
    id,
    properties: { id, source: 'drawn for the test' },
    geometry: square(44 + index),
  })),
}

/** Shusha: one certain, one possible, one approximate; Twin: on file only outside the window; silent: nothing. */
const DATASET = smallDataset([
  { id: 'certain', areas: 'Shusha', date_start: '2022-11-29' },
  {
    id: 'possible',
    areas: 'Shusha; Nowhere',
    date_start: '2022-11-28',
    date_end: '2022-11-29',
    reporting_party: 'Nagorno-Karabakh authorities',
  },
  { id: 'approximate', areas: 'Askeran', date_start: '2022-11-29', reporting_party: 'Armenia' },
  { id: 'earlier', areas: 'Twin', date_start: '2022-01-01' },
  { id: 'unlocated', date_start: '2022-11-29' },
])

describe('districtsGeoJson', () => {
  const filter = unfiltered(range('2022-11-29', '2022-11-30'))
  const collection = districtsGeoJson(POLYGONS, DATASET, sliceDataset(DATASET, filter), META)
  const byId = new Map(collection.features.map((feature) => [feature.id, feature]))

  it('counts at least and up to, in all and by party', () => {
    expect(byId.get('shusha')?.properties).toMatchObject({
      source: 'drawn for the test',
      reports: 3,
      reports_certain: 2,
      reports_possible: 1,
      approximate: 1,
      on_file: true,
      reports_azerbaijan: 1,
      reports_certain_azerbaijan: 1,
      reports_armenia: 1,
      reports_certain_armenia: 1,
      reports_nagorno_karabakh: 1,
      reports_certain_nagorno_karabakh: 0,
      reports_russia: 0,
      reports_certain_russia: 0,
      reports_other: 0,
      reports_certain_other: 0,
    })
  })

  it('tells an area without a report in the slice from one without any report', () => {
    expect(byId.get('twin')?.properties).toMatchObject({ reports: 0, on_file: true })
    expect(byId.get('silent')?.properties).toMatchObject({ reports: 0, on_file: false })
  })

  it('has all polygons as MultiPolygon, the areas without one, and the same columns for each', () => {
    expect([...byId.keys()]).toEqual(['shusha', 'twin', 'silent', 'aghdam', 'nowhere'])
    const { coordinates } = square(44)
    expect(byId.get('shusha')?.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [coordinates],
    })
    const columns = collection.features.map(({ properties }) => Object.keys(properties))
    expect(new Set(columns.map(String)).size).toBe(1)
    expect(columns[0]).not.toContain('id')
    expect(byId.get('nowhere')).toMatchObject({
      geometry: null,
      properties: { name: 'Nowhere', kind: 'district', reports: 2, approximate: 1 },
    })
    const counts = { reports: 4, certain: 3, possible: 1, not_located: 1 }
    expect(collection.contactline.counts).toEqual(counts)
    expect(faultsOf(JSON.parse(geoJsonText(collection)))).toEqual([])
  })

  it('is valid with the frozen districts and all real records, which all have a polygon', () => {
    const dataset = realDataset()
    const polygons = JSON.parse(geodata('districts.geojson'))
    const slice = sliceDataset(dataset, everything(dataset))
    const collection = districtsGeoJson(polygons, dataset, slice, META)
    expect(faultsOf(JSON.parse(geoJsonText(collection)))).toEqual([])
    expect(collection.features).toHaveLength(polygons.features.length)
    for (const { id, properties } of collection.features) {
      const reports = dataset.incidents.filter(({ areas }) => areas.some((area) => area === id))
      expect(properties).toMatchObject({ reports: reports.length, on_file: reports.length > 0 })
    }
  })
})
