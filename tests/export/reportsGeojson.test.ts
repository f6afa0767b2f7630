import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Feature } from 'geojson'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { geoJsonText, reportsGeoJson, reportsGeoJsonParts } from '../../src/export/reportsGeojson'
import type { JoinedDataset } from '../../src/join/joinReports'
import { unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { readQuery } from '../../src/query/search/readQuery'
import { sliceDataset } from '../../src/query/sliceDataset'
import { runs } from '../propertyRuns'
import {
  choosing,
  datasetOf,
  day,
  type RawRow,
  range,
  someFilter,
  someTables,
} from '../support/arbitraries'
import { everything, geodata, META, realDataset, smallDataset } from '../support/fixtures'
import { faultsOf } from '../support/rfc7946'
import { ring } from '../support/shapes'

/** The words of design.md, section 4. */
const CONTRACT = `date_start time_start date_end time_end time_precision certainty placement areas
  area_names settlements kind weapons reported_by reporting_party accused_party accused_as_worded
  denied_by killed wounded summary citation source_urls sources`.split(/\s+/)

const exportAll = (dataset: JoinedDataset) =>
  reportsGeoJson(dataset, sliceDataset(dataset, everything(dataset)), META)

describe('reportsGeoJson', () => {
  it('writes 20221130-01 of the real records as it was frozen', () => {
    const { data } = Papa.parse<RawRow>(geodata('incidents.csv'), { header: true })
    const dataset = datasetOf(
      data.filter(({ id }) => id === '20221130-01'),
      geodata('sources.csv'),
    )
    const frozen = new URL('../fixtures/20221130-01.geojson', import.meta.url)
    expect(geoJsonText(exportAll(dataset))).toBe(readFileSync(frozen, 'utf8'))
  })

  it('is valid RFC 7946 and counts its features, whatever the rows and the filter', () => {
    fc.assert(
      fc.property(someTables, someFilter, ({ rows, sources }, filter) => {
        const dataset = datasetOf(rows, sources)
        const collection = reportsGeoJson(dataset, sliceDataset(dataset, filter), META)
        const { features, contactline } = JSON.parse(geoJsonText(collection))
        expect(faultsOf(JSON.parse(geoJsonText(collection)))).toEqual([])
        const having = (name: string, value: string) =>
          features.filter((feature: Feature) => feature.properties?.[name] === value).length
        expect(contactline.counts).toEqual({
          reports: features.length,
          certain: having('certainty', 'certain'),
          possible: having('certainty', 'possible'),
          not_located: having('placement', 'unlocated'),
        })
      }),
    )
  })

  it('gives the same bytes in any order of rows, but for the moment of the export', () => {
    fc.assert(
      fc.property(someTables, someFilter, ({ rows, sources }, filter) => {
        const exported = (list: readonly RawRow[], generated: string) => {
          const from = datasetOf(list, sources)
          return geoJsonText(
            reportsGeoJson(from, sliceDataset(from, filter), { ...META, generated }),
          )
        }
        const now = exported(rows, 'now')
        expect(exported([...rows].reverse(), 'later')).toBe(
          now.replace('"generated":"now"', '"generated":"later"'),
        )
      }),
    )
  })

  it('keeps the order of the slice and every name of the contract on all real records', () => {
    const dataset = realDataset()
    const collection = exportAll(dataset)
    expect(collection.features).toHaveLength(447)
    expect(faultsOf(JSON.parse(geoJsonText(collection)))).toEqual([])
    expect(collection.features.map((feature) => feature.id)).toEqual(
      dataset.incidents.map((incident) => incident.id),
    )
    for (const { properties } of collection.features) {
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(CONTRACT))
      expect(properties.sources.length).toBeGreaterThan(0)
    }
  })

  it('marks a shared point once, at five decimals, and a place without a point not at all', () => {
    const dataset = smallDataset([
      { id: 'twins', areas: 'Aghdam; Twin; Shusha' },
      { id: 'pointless', areas: 'Nowhere' },
      { id: 'unlocated' },
    ])
    const byId = new Map(exportAll(dataset).features.map((feature) => [feature.id, feature]))
    const coordinates = ring('46.9464 40.0623, 46.65451 39.7085')
    expect(byId.get('twins')).toMatchObject({
      geometry: { type: 'MultiPoint', coordinates },
      properties: { areas: 'aghdam; twin; shusha' },
    })
    expect(byId.get('pointless')).toMatchObject({
      geometry: null,
      properties: { placement: 'district' },
    })
    expect(byId.get('unlocated')).toMatchObject({
      geometry: null,
      properties: { placement: 'unlocated', areas: '' },
    })
  })

  it('says the filter in the words of a link, sorted, without what is not set', () => {
    const dataset = smallDataset([{ id: 'a', areas: 'Shusha' }])
    const window = range('2022-11-27', '2022-12-03')
    const plain = sliceDataset(dataset, unfiltered(window))
    const days = { from: '2022-11-27', to: '2022-12-03' }
    expect(reportsGeoJson(dataset, plain, META).contactline.filter).toEqual(days)
    const full = sliceDataset(dataset, {
      ...choosing(unfiltered(window), {
        area: ['shusha', 'aghdam'],
        by: ['russia', 'azerbaijan'],
        accused: ['not-stated', 'azerbaijan'],
        kind: ['mine', 'fire'],
        denied: ['no'],
        placement: ['district', 'approximate'],
        agreement: ['one-side'],
        source: ['s2', 's1'],
      }),
      off: new Set(['2022-12-01', '2022-11-28', '2023-01-01'].map(day)),
      query: readQuery(' Şuşa; "x" ', null),
      possible: false,
    })
    expect(reportsGeoJson(dataset, full, META).contactline.filter).toEqual({
      ...days,
      off: '2022-11-28,2022-12-01',
      area: 'aghdam,shusha',
      by: 'azerbaijan,russia',
      accused: 'azerbaijan,not-stated',
      kind: 'fire,mine',
      denied: 'no',
      placement: 'district,approximate',
      agreement: 'one-side',
      source: 's1,s2',
      possible: '0',
      q: 'Şuşa; "x"',
    })
  })

  it('throws on a slice of another dataset', () => {
    const dataset = smallDataset([{ id: 'a' }])
    const slice = sliceDataset(dataset, everything(dataset))
    expect(() => reportsGeoJson(smallDataset([]), slice, META)).toThrow('row 0 of the slice')
  })
})

describe('geoJsonText', () => {
  it('puts each feature and each fact on a line of its own', () => {
    const dataset = smallDataset([{ id: 'a', summary: 'two\nlines \u2028' }, { id: 'b' }])
    const lines = geoJsonText(exportAll(dataset)).split('\n')
    expect(lines.filter((line) => line.startsWith('{"type":"Feature"'))).toHaveLength(2)
    expect(lines).toContain(`"generated":"${META.generated}",`)
    expect(lines.at(-1)).toBe('')
  })
})

it('in parts is the same text', async () => {
  const expectSame = async (dataset: JoinedDataset, filter: Filter) => {
    const slice = sliceDataset(dataset, filter)
    const parts = await reportsGeoJsonParts(dataset, slice, META, async () => {})
    expect(parts.join('')).toBe(geoJsonText(reportsGeoJson(dataset, slice, META)))
  }
  const property = fc.asyncProperty(someTables, someFilter, ({ rows, sources }, filter) =>
    expectSame(datasetOf(rows, sources), filter),
  )
  await fc.assert(property, { numRuns: runs(30) })
  // More than are written in one step.
  const ids = Array.from({ length: 501 }, (_, index) => `r-${index}`)
  const many = smallDataset(ids.map((id) => ({ id, areas: id === 'r-99' ? 'Kalbajar' : 'Shusha' })))
  await expectSame(many, everything(many))
})
