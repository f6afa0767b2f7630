import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IssueCollector } from '../../src/issues/issueCollector'
import { buildGazetteer } from '../../src/join/gazetteer'
import { joinDataset } from '../../src/join/joinReports'
import { leastExactPlacement, locate } from '../../src/join/locate'
import type { AreaId } from '../../src/model/ids'
import type { Area, Position } from '../../src/model/place'
import type { IncidentRecord, Location, Placement } from '../../src/model/report'
import { parseIncidents, parsePlaces } from '../../src/read/parseTables'
import { datasetOf, PLACES_CSV, someDataset } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const { rows: places } = parsePlaces(
  `${PLACES_CSV.replace('source\n', 'source,position_quality\n').replaceAll('made up\n', 'made up,\n')}rough,settlement,Rough,,,,,kalbajar,46.3,40.2,made up,approximate
`,
  'places.csv',
  CONFLICT,
)
const { areas } = datasetOf([])

/** Longitude bands stand in for polygons: enough to tell three areas apart. */
function areaAt([lon]: Position): AreaId | null {
  if (lon < 46) return null
  return (
    lon < 46.5 ? 'kalbajar' : lon < 46.9 ? 'shusha' : lon < 47.5 ? 'aghdam' : null
  ) as AreaId | null
}

interface Where {
  readonly areas?: string[]
  readonly settlements?: string[]
  readonly at?: Position
}

function place(where: Where, withPolygons = true): { locations: Location[]; found: unknown[] } {
  const { rows } = parseIncidents('id,date_start\nx,2022-11-29\n', 'mine.csv', CONFLICT)
  const record = {
    ...rows[0],
    areas: where.areas ?? [],
    settlements: where.settlements ?? [],
    position: where.at ?? null,
  } as IncidentRecord
  const issues = new IssueCollector('mine.csv', 2, 'x')
  const geography = {
    conflict: CONFLICT,
    gazetteer: buildGazetteer(places, CONFLICT),
    areas,
    areaAt: withPolygons ? areaAt : null,
  }
  return {
    locations: locate(record, geography, issues),
    found: issues.list.map(({ code, column, params }) => [code, column, params]),
  }
}

function at(
  area: string,
  precision: Location['precision'],
  settlement: string | null = null,
): object {
  return {
    area,
    precision,
    settlement,
    position: settlement === null ? (areas.get(area as AreaId)?.label ?? null) : expect.any(Array),
  }
}

describe('locate by name', () => {
  test('a district is its label point, and only a district', () => {
    expect(place({ areas: ['Şuşa rayonu'] })).toEqual({
      locations: [at('shusha', 'district')],
      found: [],
    })
  })

  test('several areas are several locations, in the order named', () => {
    expect(place({ areas: ['Shusha', 'Aghdam', 'Şuşa'] }).locations).toEqual([
      at('shusha', 'district'),
      at('aghdam', 'district'),
    ])
  })

  test('a settlement with a known position stands there', () => {
    const { locations } = place({ areas: ['Kalbajar'], settlements: ['Çərəktar'] })
    expect(locations).toEqual([
      {
        area: 'kalbajar',
        precision: 'settlement',
        position: [46.35, 40.12],
        settlement: 'Charektar',
      },
    ])
  })

  test('a settlement without a known position, or in another area, leaves the report on the district', () => {
    expect(place({ areas: ['Shusha'], settlements: ['Taghavard'] }).locations).toEqual([
      at('shusha', 'district'),
    ])
    expect(place({ areas: ['Shusha'], settlements: ['Charektar'] }).locations).toEqual([
      at('shusha', 'district'),
    ])
  })

  test('a settlement of approximate position is its area, approximately', () => {
    expect(place({ areas: ['Kalbajar', 'Shusha'], settlements: ['Rough'] }).locations).toEqual([
      at('kalbajar', 'approximate'),
      at('shusha', 'district'),
    ])
  })

  test('beside a settlement whose position is known, one of approximate position adds nothing', () => {
    expect(place({ areas: ['Kalbajar'], settlements: ['Rough', 'Charektar'] }).locations).toEqual([
      at('kalbajar', 'settlement', 'Charektar'),
    ])
  })

  test('a former unit is all its areas, approximately', () => {
    expect(place({ areas: ['Martakert'] }).locations).toEqual([
      at('aghdam', 'approximate'),
      at('kalbajar', 'approximate'),
    ])
  })

  test('a settlement says which area of a former unit is meant', () => {
    expect(place({ areas: ['Martakert'], settlements: ['Charektar'] }).locations).toEqual([
      at('kalbajar', 'settlement', 'Charektar'),
    ])
  })

  test('an area named for itself is not made approximate by a former unit beside it', () => {
    expect(place({ areas: ['Martakert', 'Kalbajar'] }).locations).toEqual([
      at('aghdam', 'approximate'),
      at('kalbajar', 'district'),
    ])
  })

  test('no area is not located, without an issue; an unknown one is not located, with one', () => {
    expect(place({})).toEqual({ locations: [], found: [] })
    const unknown = place({ areas: ['Atlantis'] })
    expect(unknown.locations).toEqual([])
    expect(unknown.found).toEqual([['unknownArea', 'areas', { name: 'Atlantis' }]])
  })

  test('an area that only sounds like its name is located, with an issue', () => {
    const { locations, found } = place({ areas: ['Schouscha'] })
    expect(locations.map(({ area }) => area)).toEqual(['shusha'])
    expect(found).toEqual([['areaBySound', 'areas', { name: 'Schouscha', area: 'Shusha' }]])
  })
})

describe('locate by coordinates', () => {
  const inShusha: Position = [46.75, 39.7]

  test('alone give the area they lie in', () => {
    expect(place({ at: inShusha })).toEqual({
      locations: [
        { area: 'shusha', precision: 'settlement', position: inShusha, settlement: null },
      ],
      found: [],
    })
  })

  test('with the name of the area they lie in give the point, and keep the other areas', () => {
    expect(place({ areas: ['Aghdam', 'Shusha'], at: inShusha })).toEqual({
      locations: [
        { area: 'shusha', precision: 'settlement', position: inShusha, settlement: null },
        at('aghdam', 'district'),
      ],
      found: [],
    })
  })

  test('in another area than the named one are not drawn, and it is said', () => {
    const { locations, found } = place({ areas: ['Aghdam'], at: inShusha })
    expect(locations).toEqual([at('aghdam', 'district')])
    const params = { lon: '46.75', lat: '39.7', area: 'Shusha', named: 'Aghdam' }
    expect(found).toEqual([['coordinatesInOtherArea', 'lon', params]])
  })

  test('in no area are not drawn, and it is said', () => {
    const { locations, found } = place({ areas: ['Aghdam'], at: [2.35, 48.86] })
    expect(locations).toEqual([at('aghdam', 'district')])
    expect(found).toEqual([['coordinatesOutside', 'lon', { lon: '2.35', lat: '48.86' }]])
    expect(place({ at: [2.35, 48.86] }).locations).toEqual([])
  })

  test('without polygons the names decide', () => {
    expect(place({ areas: ['Aghdam'], at: inShusha }, false).locations).toEqual([
      at('aghdam', 'district'),
    ])
  })
})

describe('leastExactPlacement', () => {
  test.each<[Location['precision'][], Placement]>([
    [[], 'unlocated'],
    [['settlement'], 'settlement'],
    [['district'], 'district'],
    [['settlement', 'district'], 'district'],
    [['approximate', 'settlement', 'district'], 'approximate'],
  ])('of %j is %s', (precisions, expected) => {
    expect(leastExactPlacement(precisions.map((precision) => ({ precision }) as Location))).toBe(
      expected,
    )
  })
})

test('no point is made up: each is a label, a settlement of the gazetteer, or the row’s own', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      for (const { locations, placement } of dataset.incidents) {
        for (const { area, precision, position, settlement } of locations) {
          const known =
            settlement === null
              ? (dataset.areas.get(area) as Area).label
              : places.find(({ name }) => name === settlement)?.position
          expect(position).toEqual(known)
          expect(precision === 'settlement').toBe(settlement !== null)
        }
        const keys = locations.map(({ area, position }) => `${area} ${position}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(placement === 'unlocated').toBe(locations.length === 0)
      }
    }),
  )
})

test('the join places rows with coordinates by the polygons it is given', () => {
  const header = 'id,date_start,areas,reported_by,reporting_party,summary,lon,lat\n'
  const { rows } = parseIncidents(
    `${header}x,2022-11-29,,MoD,Azerbaijan,Fire.,46.75,39.7\n`,
    'mine.csv',
    CONFLICT,
  )
  const tables = {
    conflict: CONFLICT,
    incidents: rows,
    sources: [],
    places,
    issues: [],
    file: 'mine.csv',
  }
  expect(joinDataset({ ...tables, areaAt }).incidents[0]?.areas).toEqual(['shusha'])
  expect(joinDataset(tables).incidents[0]?.areas).toEqual([])
})
