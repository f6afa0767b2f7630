import { describe, expect, test } from 'vitest'
import { customInfo } from '../../src/export/provenance'
import { findReach } from '../../src/figure/reach'
import type { Dataset } from '../../src/store/dataset'
import { CONFLICT } from '../support/conflict'
import { codesOf, fixture, openGuessed, openReports, reportsOf, textFile } from '../support/open'

const ACLED = '../faults/layouts/acled-other-country.csv'
const AGGREGATED = '../faults/layouts/acled-aggregated.csv'
const UCDP = '../faults/layouts/ucdp-other-country.csv'

/** How many reports are where, by area and by how exactly that is known. */
function tally(dataset: Dataset) {
  const found: Record<string, number> = {}
  for (const { locations, placement } of reportsOf(dataset)) {
    for (const { area, isPoint } of locations) {
      const key = `${area} ${placement}${isPoint ? ' point' : ''}`
      found[key] = (found[key] ?? 0) + 1
    }
  }
  return found
}

describe('a file of another country', () => {
  test('of ACLED is counted by its provinces, at its points', async () => {
    const { dataset, imported, rows } = await openReports([fixture(ACLED)])
    expect([...dataset.areas.keys()]).toEqual([
      'capital-province',
      'east-province',
      'north-province',
    ])
    expect(tally(dataset)).toEqual({
      'capital-province settlement point': 3,
      'east-province approximate point': 1,
      'east-province settlement point': 3,
      'north-province approximate point': 1,
      'north-province district': 1,
      'north-province settlement point': 3,
    })
    expect(findReach(dataset, null)).toEqual({ isBeyond: true, isElsewhere: true })
    expect(codesOf(imported.reasons)).not.toContain('unknownArea')
    expect(rows.map(({ outcome }) => outcome)).not.toContain('refused')
  })

  test('of counts is counted by its provinces, though it has no points', async () => {
    const { dataset, imported } = await openReports([fixture(AGGREGATED)])
    expect([...dataset.areas.keys()]).toEqual([
      'capital-province',
      'east-province',
      'north-province',
    ])
    expect(findReach(dataset, null)).toEqual({ isBeyond: true, isElsewhere: true })
    expect(codesOf(imported.reasons)).not.toContain('unknownArea')
  })

  test('is not said to be joined with ours', async () => {
    const { dataset } = await openReports([fixture(ACLED)])
    expect(customInfo(CONFLICT, 'a.csv', dataset.places).attribution).toBe('Reports: a.csv.')
    const home = await openReports([fixture('acled.csv')])
    const { attribution } = customInfo(CONFLICT, 'b.csv', home.dataset.places)
    expect(attribution).toMatch(/^Reports: b\.csv\. Joined with /)
  })

  test('of UCDP says of which reports only the country is known', async () => {
    const { dataset, imported } = await openReports([fixture(UCDP)])
    expect(tally(dataset)).toEqual({
      'exampleland country': 1,
      'east-province settlement point': 1,
      'north-province district': 2,
      'north-province settlement point': 1,
      'null approximate point': 1,
    })
    expect(codesOf(imported.reasons)).toContain('knownToCountry')
  })

  test('is known as that although some of its names sound like ours', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => [
      `e${index},2024-03-05,${index < 2 ? 'Schouscha' : `Province ${index}`}`,
      index < 2 ? '' : `10.${index}`,
      index < 2 ? '' : '5.5',
    ])
    const text = ['id,date_start,areas,lon,lat,reported_by,reporting_party,summary', ...rows]
    const { dataset } = await openReports([textFile(text.join('\n'))])
    expect(dataset.areas.has('shusha' as never)).toBe(false)
    expect([...dataset.areas.values()].map(({ name }) => name)).toContain('Schouscha')
  })

  test('has its areas named as in the first rows, as published folders have them', async () => {
    const rows = [
      'a,2024-03-05,Somewhere,10.1,5.5,X,Y,Text',
      'a,2024-03-06,Óther Province,10.2,5.5,X,Y,Text',
      'b,2024-03-06,OTHER PROVINCE,10.2,5.5,X,Y,Text',
    ]
    const header = 'id,date_start,areas,lon,lat,reported_by,reporting_party,summary'
    const text = [header, ...rows].join('\n')
    const { dataset } = await openReports([textFile(text)])
    const names = [...dataset.areas.values()].map(({ name }) => name)
    expect(names).toEqual(['Somewhere', 'Óther Province'])
  })
})

test('a file of ours keeps its districts beside places elsewhere and rows at 0, 0', async () => {
  const header = 'id,date_start,areas,lon,lat,reported_by,reporting_party,summary'
  const rows = [
    'a,2022-11-29,Shusha,46.75,39.76,X,Armenia,In Shusha',
    'b,2022-11-29,,-74.1,4.6,X,Armenia,In Bogota',
    'c,2022-11-29,,0,0,X,Armenia,Nowhere',
    'd,2022-11-29,Shusha,0,0,X,Armenia,By its name',
  ]
  const { dataset, imported } = await openReports([textFile([header, ...rows].join('\n'))])
  expect(tally(dataset)).toEqual({
    'shusha settlement point': 1,
    'null settlement point': 1,
    'shusha district': 1,
  })
  const nowhere = reportsOf(dataset).filter(({ placement }) => placement === 'unlocated')
  expect(nowhere.map(({ id }) => id)).toEqual(['c'])
  expect(codesOf(imported.reasons)).toContain('zeroCoordinates')
  expect(findReach(dataset, null)).toEqual({ isBeyond: true, isElsewhere: false })
})

test('coordinates that are all swapped are said to be that, not elsewhere', async () => {
  const rows = ['a', 'b'].map((id) => `${id},2022-11-29,,39.76,46.75,X,Armenia,Text`)
  const header = 'id,date_start,areas,lon,lat,reported_by,reporting_party,summary'
  const { imported } = await openReports([textFile([header, ...rows].join('\n'))])
  expect(codesOf(imported.reasons)).toContain('coordinatesSwapped')
})

const COUNTS = 'country,week,event_type,events,fatalities,admin1'

test.each<[string, string, string[]]>([
  [
    'counts by province',
    `${COUNTS}\nEthiopia,2024-03-02,Battles,2,0,Tigray\nKenya,2024-03-02,Battles,1,0,Turkana\n`,
    ['ET', 'KE'],
  ],
  ['counts of a country', `${COUNTS}\nMyanmar (Burma),2024-03-02,Battles,2,0,\n`, ['MM']],
  ['a table with names', 'Datum;Land;Text\n5.3.2024;Äthiopien;a\n6.3.2024;Kenia;b\n', ['ET', 'KE']],
  ['a table with codes', 'date,iso3,text\n2024-03-05,COD,a\n2024-03-06,XXX,b\n', ['CD']],
  ['a table of regions', 'date,region,text\n2024-03-05,Tigray,a\n', []],
  ['a table with points', 'date,country,lat,lon,text\n2024-03-05,Kenya,1.5,37.5,a\n', []],
])('the countries of %s are known where it has no points', async (_, text, codes) => {
  const file = textFile(text)
  const { dataset } = await (text.startsWith(COUNTS) ? openReports([file]) : openGuessed(file))
  expect(dataset.countries).toEqual(codes)
  expect(findReach(dataset, null).isElsewhere).toBe(codes.length > 0 || text.includes('lat'))
})
