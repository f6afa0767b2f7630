import * as turf from '@turf/turf'
import { describe, expect, it, test } from 'vitest'
import { placeKeyOf } from '../../src/model/fold'
import { CONFLICT } from '../support/conflict'
import { readAreas, readTable, split } from './read'

const placeKey = placeKeyOf(CONFLICT)
const areas = new Map(readAreas().map((area) => [area.properties.id, area]))
const places = readTable('places.csv')
const incidents = new Set(readTable('incidents.csv').map((row) => row.id))
const AREA_KINDS = ['district', 'province', 'city']
/** Kilometres outside the generalised outline of its area that a settlement may lie (codebook). */
const OUTSIDE = 8

describe('places.csv', () => {
  it('gives every row an id of its own and a name', () => {
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length)
    for (const { id, name } of places) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(name).not.toBe('')
    }
  })

  it('names only areas that exist', () => {
    const named = places.flatMap(({ districts }) => split(districts))
    expect(named.filter((id) => !areas.has(id))).toEqual([])
  })

  it('has one row for each area, with its kind, its name, itself as district and its label point', () => {
    const rows = places.filter((place) => AREA_KINDS.includes(place.kind ?? ''))
    const expected = [...areas.values()].map(({ properties: { id, kind, name, label } }) =>
      [id, kind, name, id, ...label].join(),
    )
    const found = rows.map(({ id, kind, name, districts, lon, lat }) =>
      [id, kind, name, districts, lon, lat].join(),
    )
    expect(found.sort()).toEqual(expected.sort())
  })

  it('puts a settlement with a position inside its one district, or beside its generalised outline', () => {
    const placed = places.filter((place) => place.kind === 'settlement' && place.lon !== '')
    expect(placed.length).toBeGreaterThan(0)
    for (const { id, lon, lat, districts } of placed) {
      const area = areas.get(districts ?? '')
      expect(area, `${id} lies in ${districts}`).toBeDefined()
      if (!area) continue
      const away = turf.pointToPolygonDistance([Number(lon), Number(lat)], area)
      expect(away, id).toBeLessThan(OUTSIDE)
    }
  })

  it('says what each position but that of an area rests on, and nothing where there is none', () => {
    for (const { id, kind = '', lon, lat, position_quality } of places) {
      expect(lat === '', id).toBe(lon === '')
      const says = position_quality !== ''
      expect(says, id).toBe(lon !== '' && !AREA_KINDS.includes(kind))
    }
  })

  it('has no settlement at the position of another, unless approximately', () => {
    const exact = places.filter((place) =>
      ['one-source', 'two-sources'].includes(place.position_quality ?? ''),
    )
    const positions = exact.map(({ lon, lat }) => `${lon} ${lat}`)
    expect(new Set(positions).size).toBe(positions.length)
  })

  it('gives no position to a former unit', () => {
    const units = places.filter((place) => place.kind === 'former unit')
    expect(units.map((unit) => unit.id)).toEqual(['askeran', 'martuni', 'martakert', 'hadrut'])
    for (const unit of units) expect([unit.lon, unit.lat]).toEqual(['', ''])
  })

  it('says where each row comes from, and cites only reports that exist', () => {
    for (const { id, source = '' } of places) {
      expect(source, id).toMatch(
        /^(Natural Earth|GeoNames|Wikipedia:|Wikidata|Who's On First|qerbiazerbaycan\.com\S*|record) /,
      )
      const cited = source.match(/\d{8}-\d{2}/)?.[0]
      if (cited) expect(incidents).toContain(cited)
    }
  })

  it('never gives one name to two districts, provinces or former units', () => {
    const owners = new Map<string, Set<string>>()
    for (const place of places) {
      if (place.kind === 'settlement' || place.kind === 'city') continue
      const names = [place.name, place.name_az, place.name_hy, place.name_ru]
      for (const name of [...names, ...split(place.other_names)]) {
        if (!name) continue
        const key = placeKey(name)
        owners.set(key, (owners.get(key) ?? new Set()).add(place.id ?? ''))
      }
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name)
    expect(shared).toEqual([])
  })
})

test('unresolved.csv lists values that the reports use, each once, each with a reason', () => {
  const used = readTable('incidents.csv').flatMap((row) => [
    ...split(row.areas_as_reported),
    ...split(row.settlements),
  ])
  const rows = readTable('unresolved.csv')
  expect(new Set(rows.map((row) => row.value)).size).toBe(rows.length)
  expect(used).toEqual(expect.arrayContaining(rows.map((row) => row.value)))
  expect(rows.filter((row) => row.reason === '')).toEqual([])
})
