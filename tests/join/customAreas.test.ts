import { readFileSync } from 'node:fs'
import type { FeatureCollection, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { areaLocator } from '../../src/geo/polygons'
import { readCustomAreas, withCustomAreas, withFocus } from '../../src/join/customAreas'
import { buildGazetteer } from '../../src/join/gazetteer'
import { joinDataset } from '../../src/join/joinReports'
import type { Place } from '../../src/model/place'
import { parseIncidents, parsePlaces } from '../../src/read/parseTables'
import { CONFLICT } from '../support/conflict'
import { geodata } from '../support/fixtures'
import { box, ring } from '../support/shapes'

const places = parsePlaces(geodata('places.csv'), 'places.csv', CONFLICT).rows
const file = new URL('../fixtures/opened/districts.geojson', import.meta.url)
const own = () =>
  readCustomAreas(JSON.parse(readFileSync(file, 'utf8')), 'districts.geojson', CONFLICT)

type Named = readonly [name: string, outline: Position[]]
const collection = (...outlines: Position[][]) =>
  named(outlines.map((outline): Named => ['Shusha', outline]))

function named(areas: readonly Named[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: areas.map(([name, outline]) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates: [outline] },
    })),
  }
}

const read = (value: FeatureCollection) => readCustomAreas(value, 'a', CONFLICT)
/** Joins the frozen records to some places. */
const joined = (list: readonly Place[]) =>
  joinDataset({
    conflict: CONFLICT,
    incidents: parseIncidents(geodata('incidents.csv'), 'incidents.csv', CONFLICT).rows,
    sources: [],
    places: list,
    issues: [],
    file: 'incidents.csv',
  })

/** The problem where the first reason to reject an outline is this. */
const because = (row: number, code: string) => ({
  code: 'noOutline',
  because: { numbering: 'feature', row, issue: expect.objectContaining({ row, code }) },
})
const placeOf = (list: readonly Place[], id: string) => list.find((place) => place.id === id)

describe('readCustomAreas', () => {
  test('keeps the polygons that can be drawn, with ids and a point inside each', () => {
    const { polygons, places: areas } = own()
    expect(areas.map(({ id, name }) => [id, name])).toEqual([
      ['shusha', 'Shusha'],
      ['agdam-rayonu', 'Ağdam rayonu'],
      ['lachin', 'Lachin'],
      ['area-4', 'Area 4'],
      ['a-bow-tie', 'A bow tie'],
    ])
    const areaAt = areaLocator(polygons)
    for (const { id, position } of areas.slice(0, 4)) expect(areaAt(position ?? [0, 0])).toBe(id)
    for (const { id, properties } of polygons.features) expect(properties?.id).toBe(id)
  })

  test('names the feature of everything that is wrong', () => {
    expect(own().issues.map(({ row, severity, code }) => [row, severity, code])).toEqual([
      [4, 'warning', 'openRing'],
      [4, 'warning', 'noName'],
      [5, 'warning', 'selfCrossing'],
      [6, 'error', 'shortOutline'],
      [7, 'error', 'inMetres'],
    ])
  })

  test('of two with one name the second gets an id of its own', () => {
    const { places: areas, issues } = read(collection(box(46, 39, 47, 40), box(47, 39, 48, 40)))
    expect(areas.map(({ id }) => id)).toEqual(['shusha', 'shusha-2'])
    expect(issues).toMatchObject([
      { row: 2, code: 'nameUsed', params: { name: 'Shusha' } },
      { row: 2, code: 'idChanged', params: { wanted: 'shusha', id: 'shusha-2' } },
    ])
  })

  test('takes the id of the feature, and none that stands for reports without a place', () => {
    const { features } = collection(box(46, 39, 47, 40), box(47, 39, 48, 40))
    const [first, second] = features.map((feature, index) => ({
      ...feature,
      id: ['AZ-SUS', 'unlocated'][index],
    }))
    const value = { type: 'FeatureCollection', features: [first, second] } as FeatureCollection
    const { places: areas } = read(value)
    expect(areas.map(({ id }) => id)).toEqual(['az-sus', 'unlocated-2'])
  })

  test('tells which areas overlap, and gives the point in both to the earlier one', () => {
    const value = named([
      ['West', box(46, 39, 47, 40)],
      ['East', box(47, 39, 48, 40)],
      ['All', box(46, 39, 48, 40)],
    ])
    const { polygons, issues } = read(value)
    const params = { names: '“West”, “East”', more: 0 }
    expect(issues).toMatchObject([{ row: 3, severity: 'warning', code: 'areaOverlaps', params }])
    expect(areaLocator(polygons)([47.5, 39.5])).toBe('east')
  })

  test('keeps an area that only may have its degrees exchanged', () => {
    const value = collection(box(46, 39, 47, 40), box(39, 46, 40, 47))
    const { places: areas, issues } = read(value)
    expect(areas).toHaveLength(2)
    expect(issues).toContainEqual(expect.objectContaining({ row: 2, code: 'maybeSwapped' }))
  })

  test('finds nothing wrong with the frozen districts', () => {
    const shipped = JSON.parse(geodata('districts.geojson')) as FeatureCollection
    const { polygons, issues } = read(shipped)
    expect(issues).toEqual([])
    expect(polygons.features.map(({ id }) => id)).toEqual(shipped.features.map(({ id }) => id))
  })

  test.each([
    [collection(ring('39.5 46, 39.6 46, 39.6 47, 39.5 46')), { code: 'swappedOutlines' }],
    [collection(ring('46 39, 47 39, 46 39')), because(1, 'shortOutline')],
    [collection(ring('46 39, x 39, 46 40, 46 39')), because(1, 'coordinatesNotNumbers')],
    [collection([]), because(1, 'shortOutline')],
    [collection(box(46, 39, 46, 40)), because(1, 'noSurface')],
    [collection(), { code: 'noOutline' }],
  ])('a problem where none can be drawn', (value, problem) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ problem }))
  })
})

describe('withCustomAreas', () => {
  test('the frozen records find their districts under every spelling', () => {
    const dataset = joined(withCustomAreas(own(), places, CONFLICT))
    expect([...dataset.areas.keys()].sort()).toEqual([
      'a-bow-tie',
      'agdam-rayonu',
      'area-4',
      'lachin',
      'shusha',
    ])
    const inShusha = dataset.incidents.filter(({ areas }) => areas.includes('shusha' as never))
    expect(inShusha.length).toBeGreaterThan(40)
    const named = new Set(inShusha.flatMap(({ record }) => record.areas))
    expect(named).toContain('Shusha')
  })

  test('the frozen districts as one’s own change nothing about the frozen records', () => {
    const shipped = readCustomAreas(
      JSON.parse(geodata('districts.geojson')),
      'districts.geojson',
      CONFLICT,
    )
    const placed = (list: readonly Place[]) =>
      joined(list).incidents.map(({ id, areas, placement, locations }) => {
        const where = locations.map(({ position: _, ...location }) => location)
        return [id, areas, placement, where]
      })
    expect(placed(withCustomAreas(shipped, places, CONFLICT))).toEqual(placed(places))
  })

  test('a settlement lies where its point does, and a shipped city is one', () => {
    const found = withCustomAreas(own(), places, CONFLICT)
    expect(placeOf(found, 'goris')?.districts).toEqual(['lachin'])
    expect(placeOf(found, 'khankendi')).toMatchObject({
      kind: 'settlement',
      districts: ['shusha'],
    })
    expect(buildGazetteer(found, CONFLICT).area('Stepanakert')?.areas).toEqual(['shusha'])
  })

  test('a settlement beside all outlines lies in the one that has the name of its district', () => {
    const far = read(named([['Սյունիք', box(10, 10, 11, 11)]]))
    const found = withCustomAreas(far, places, CONFLICT)
    expect(placeOf(places, 'goris')?.districts).toEqual(['syunik'])
    expect(placeOf(found, 'goris')?.districts).toEqual(['area-1'])
    expect(placeOf(found, 'khankendi')?.districts).toEqual([])
  })

  test('each spelling of a shipped district finds the outline of that name, and no other shipped district is left', () => {
    const gazetteer = buildGazetteer(withCustomAreas(own(), places, CONFLICT), CONFLICT)
    for (const name of ['Şuşa', 'Шуша', 'Shushi', 'Շուշի', 'Shusha district', 'Şuşa rayonu']) {
      expect(gazetteer.area(name)?.areas).toEqual(['shusha'])
    }
    expect(gazetteer.area('Akna')?.areas).toEqual(['agdam-rayonu'])
    expect(gazetteer.area('Fuzuli')).toBeNull()
  })

  test('a spelling that the reader gives to another outline is that one’s', () => {
    const both = read(
      named([
        ['Shusha', box(46, 39, 47, 40)],
        ['Shushi', box(47, 39, 48, 40)],
      ]),
    )
    const gazetteer = buildGazetteer(withCustomAreas(both, places, CONFLICT), CONFLICT)
    expect(gazetteer.area('Shushi')?.areas).toEqual(['shushi'])
    expect(gazetteer.area('Shusha')?.areas).toEqual(['shusha'])
    expect(gazetteer.area('Шуша')?.areas).toEqual(['shusha'])
  })

  test('a district is not taken for the city of the same name', () => {
    const both = read(
      named([
        ['Lənkəran', box(48, 38, 49, 39)],
        ['Lankaran city', box(49, 38, 50, 39)],
      ]),
    )
    const found = withCustomAreas(both, places, CONFLICT)
    expect(placeOf(found, 'lenkeran')?.names.ru).toBe(placeOf(places, 'lankaran')?.names.ru)
    expect(found.find(({ name }) => name === 'Lankaran city')?.names.ru).toBe('город Ленкорань')
  })

  test('a former unit lies in the districts that go by the names of its own', () => {
    const areas = places.filter(({ kind }) => kind === 'district' || kind === 'city')
    const unit = {
      ...(places[0] as Place),
      id: 'unit' as Place['id'],
      kind: 'former unit' as const,
      position: null,
      districts: ['aghdam', 'shusha'] as Place['districts'][number][],
    }
    expect(placeOf(withCustomAreas(own(), [...areas, unit], CONFLICT), 'unit')?.districts).toEqual([
      'agdam-rayonu',
      'shusha',
    ])
  })
})

test('the four districts are framed first under any of their names', () => {
  const focused = withFocus(own(), places, CONFLICT).features.filter(
    ({ properties }) => properties?.focus,
  )
  expect(focused.map(({ id }) => id)).toEqual(['shusha', 'agdam-rayonu', 'lachin'])
})

test('all of them are framed where none is one of the four', () => {
  const value = named([
    ['West', box(46, 39, 47, 40)],
    ['East', box(47, 39, 48, 40)],
  ])
  const { features } = withFocus(read(value), places, CONFLICT)
  expect(features.map(({ properties }) => properties?.focus)).toEqual([true, true])
})
