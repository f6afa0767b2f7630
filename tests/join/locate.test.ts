import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitValues } from '../../src/csv/table'
import { IssueCollector } from '../../src/issues/issueCollector'
import { AreaGroups } from '../../src/join/areaGroups'
import { buildGazetteer } from '../../src/join/gazetteer'
import { locate } from '../../src/join/locate'
import type { PositionPrecision } from '../../src/model/fields'
import type { AreaId } from '../../src/model/ids'
import type { Position } from '../../src/model/place'
import type { IncidentRecord, Location } from '../../src/model/report'
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
const IN_SHUSHA: Position = [46.75, 39.7]
const PARIS: Position = [2.35, 48.86]

/** Longitude bands stand in for polygons: enough to tell three areas apart. */
function areaAt([lon]: Position): AreaId | null {
  if (lon < 46 || lon >= 47.5) return null
  return (lon < 46.5 ? 'kalbajar' : lon < 46.9 ? 'shusha' : 'aghdam') as AreaId
}

/** Locates a report; areas and settlements are separated by "; ", each location is its words. */
function place(
  where: string,
  villages: string,
  at: Position | null,
  withPolygons = true,
  precision: PositionPrecision = 'settlement',
) {
  const { rows } = parseIncidents('id,date_start\nx,2022-11-29\n', 'mine.csv', CONFLICT)
  const names = { areas: splitValues(where), settlements: splitValues(villages) }
  const given = { position: at, position_precision: precision }
  const record = { ...rows[0], ...names, ...given } as IncidentRecord
  const issues = new IssueCollector('mine.csv', 2, 'x')
  const gazetteer = buildGazetteer(places, CONFLICT)
  const groups = new AreaGroups(areas.keys())
  const shapes = withPolygons ? areaAt : null
  const geography = {
    conflict: CONFLICT,
    gazetteer,
    areas,
    groups,
    areaAt: shapes,
    areChosen: false,
  }
  const locations = locate(record, geography, issues)
  for (const location of locations) {
    expect(location.position).toEqual(knownPosition(location, at))
  }
  return {
    found: locations.map(({ area, precision, settlement }) =>
      settlement === null ? `${area} ${precision}` : `${area} ${precision} ${settlement}`,
    ),
    issues: issues.list.map(({ code, column, params }) => ({ code, column, params })),
  }
}

/** The label of the area, the settlement of the gazetteer, or the coordinates of the row. */
function knownPosition({ area, isPoint, settlement }: Location, at: Position | null) {
  if (isPoint && at) return at
  if (settlement !== null) return places.find(({ name }) => name === settlement)?.position
  return areas.get(area as AreaId)?.label ?? null
}

test.each<[string, string, string, Position | null, string[]]>([
  ['a district', 'Şuşa rayonu', '', null, ['shusha district']],
  [
    'areas, in their order',
    'Shusha; Aghdam; Şuşa',
    '',
    null,
    ['shusha district', 'aghdam district'],
  ],
  ['a settlement', 'Kalbajar', 'Çərəktar', null, ['kalbajar settlement Charektar']],
  ['a settlement without a position', 'Shusha', 'Taghavard', null, ['shusha district']],
  ['a settlement of another area', 'Shusha', 'Charektar', null, ['shusha district']],
  ['a former unit', 'Martakert', '', null, ['aghdam approximate', 'kalbajar approximate']],
  ['a village of a unit', 'Martakert', 'Charektar', null, ['kalbajar settlement Charektar']],
  [
    'a unit and an area',
    'Martakert; Kalbajar',
    '',
    null,
    ['aghdam approximate', 'kalbajar district'],
  ],
  [
    'a place of approximate position',
    'Kalbajar; Shusha',
    'Rough',
    null,
    ['kalbajar approximate', 'shusha district'],
  ],
  [
    'the known position of two places',
    'Kalbajar',
    'Rough; Charektar',
    null,
    ['kalbajar settlement Charektar'],
  ],
  ['nothing', '', '', null, []],
  ['coordinates alone', '', '', IN_SHUSHA, ['shusha settlement']],
  ['both agreeing', 'Aghdam; Shusha', '', IN_SHUSHA, ['shusha settlement', 'aghdam district']],
])('locates %s: %s %s %j', (_, where, villages, at, found) => {
  expect(place(where, villages, at)).toEqual({ found, issues: [] })
})

test.each<[string, Position | null, string[], string, object]>([
  ['Atlantis', null, ['atlantis district'], 'unknownArea', { name: 'Atlantis' }],
  ['Schouscha', null, ['shusha district'], 'areaBySound', { name: 'Schouscha', area: 'Shusha' }],
  [
    'Aghdam',
    IN_SHUSHA,
    ['aghdam district'],
    'coordinatesInOtherArea',
    { area: 'Shusha', named: 'Aghdam' },
  ],
  ['Aghdam', PARIS, ['aghdam district'], 'coordinatesOutside', { lon: '2.35', lat: '48.86' }],
  ['', [0, 0], [], 'zeroCoordinates', {}],
  ['', [39.7, 46.75], ['null settlement'], 'coordinatesSwapped', { area: 'Shusha' }],
])('%j at %j is %j and an issue: %s', (where, at, found, code, params) => {
  const column = at ? 'lon' : 'areas'
  expect(place(where, '', at)).toMatchObject({ found, issues: [{ code, column, params }] })
})

test('without polygons the names decide', () => {
  expect(place('Aghdam', '', IN_SHUSHA, false).found).toEqual(['aghdam district'])
})

test.each<[string, string, Position, PositionPrecision, string[]]>([
  ['at its point', '', PARIS, 'settlement', ['null settlement']],
  [
    'in the area that the row names',
    'Île-de-France',
    PARIS,
    'settlement',
    ['ile-de-france settlement'],
  ],
  ['near its point', 'Île-de-France', PARIS, 'approximate', ['ile-de-france approximate']],
  [
    'in its area, which has no place',
    'Île-de-France',
    PARIS,
    'district',
    ['ile-de-france district'],
  ],
  ['near the point of an unnamed area', '', PARIS, 'district', ['null approximate']],
  ['in its country', 'Shusha', PARIS, 'country', ['shusha-2 country']],
])('outside all outlines, a report is %s: %s', (_, where, at, precision, found) => {
  expect(place(where, '', at, true, precision).found).toEqual(found)
})

const VAGUEST_FIRST = ['approximate', 'district', 'settlement'] as const

test('no point is made up, and a report is placed as its vaguest location', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      for (const { locations, placement } of dataset.incidents) {
        for (const location of locations) {
          expect(location.position).toEqual(knownPosition(location, null))
        }
        const keys = locations.map(({ area, position }) => `${area} ${position}`)
        expect(new Set(keys).size).toBe(keys.length)
        const precisions = locations.map(({ precision }) => precision)
        const vaguest = VAGUEST_FIRST.find((each) => precisions.includes(each))
        expect(placement).toBe(vaguest ?? 'unlocated')
      }
    }),
  )
})
