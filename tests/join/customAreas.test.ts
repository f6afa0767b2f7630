import { readFileSync } from 'node:fs'
import type { Feature, FeatureCollection, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { areaLocator } from '../../src/geo/polygons'
import { readCustomAreas, withCustomAreas, withFocus } from '../../src/join/customAreas'
import { buildGazetteer } from '../../src/join/gazetteer'
import { joinDataset } from '../../src/join/joinReports'
import type { AreaId } from '../../src/model/ids'
import type { Place } from '../../src/model/place'
import { parseIncidents, parsePlaces } from '../../src/read/parseTables'
import { CONFLICT } from '../support/conflict'
import { geodata } from '../support/fixtures'
import { box, ring } from '../support/shapes'

const places = parsePlaces(geodata('places.csv'), 'places.csv', CONFLICT).rows
const file = new URL('../fixtures/opened/districts.geojson', import.meta.url)
const read = (value: FeatureCollection) => readCustomAreas(value, 'a', CONFLICT)
/** Of fixtures/opened/districts.geojson. */
const OWN_IDS = ['shusha', 'agdam-rayonu', 'lachin', 'area-4', 'a-bow-tie']
const own = () => read(JSON.parse(readFileSync(file, 'utf8')))

/** Outlines by name, or all of them of one name. */
function named(...areas: (readonly [name: string, outline: Position[]])[]): FeatureCollection {
  const features = areas.map(([name, outline]): Feature => {
    const geometry: Polygon = { type: 'Polygon', coordinates: [outline] }
    return { type: 'Feature', properties: { name }, geometry }
  })
  return { type: 'FeatureCollection', features }
}
const outlines = (...list: Position[][]) => named(...list.map((each) => ['Shusha', each] as const))
const [WEST, EAST] = [box(46, 39, 47, 40), box(47, 39, 48, 40)]

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
    const names = ['Shusha', 'Ağdam rayonu', 'Lachin', 'Area 4', 'A bow tie']
    expect(areas.map(({ name }) => name)).toEqual(names)
    expect(areas.map(({ id }) => id)).toEqual(OWN_IDS)
    const areaAt = areaLocator(polygons)
    for (const { id, position } of areas.slice(0, 4)) expect(areaAt(position ?? [0, 0])).toBe(id)
    for (const { id, properties } of polygons.features) expect(properties?.id).toBe(id)
  })

  test('names the feature of everything that is wrong', () => {
    const found = own().issues.map(({ row, severity, code }) => `${row} ${severity} ${code}`)
    const warnings = ['4 warning openRing', '4 warning noName', '5 warning selfCrossing']
    expect(found).toEqual([...warnings, '6 error shortOutline', '7 error inMetres'])
  })

  const issue = (row: number, code: string, params = {}) => ({ row, code, params })

  test('of two with one name the second gets an id of its own', () => {
    const { places: areas, issues } = read(outlines(WEST, EAST))
    expect(areas.map(({ id }) => id)).toEqual(['shusha', 'shusha-2'])
    const changed = issue(2, 'idChanged', { wanted: 'shusha', id: 'shusha-2' })
    expect(issues).toMatchObject([issue(2, 'nameUsed', { name: 'Shusha' }), changed])
  })

  test('takes the id of the feature, and none that stands for reports without a place', () => {
    const value = outlines(WEST, EAST)
    value.features.forEach((feature, index) => {
      feature.id = ['AZ-SUS', 'unlocated'][index]
    })
    expect(read(value).places.map(({ id }) => id)).toEqual(['az-sus', 'unlocated-2'])
  })

  test('tells which areas overlap, and gives the point in both to the earlier one', () => {
    const all = box(46, 39, 48, 40)
    const { polygons, issues } = read(named(['West', WEST], ['East', EAST], ['All', all]))
    const overlaps = issue(3, 'areaOverlaps', { names: '“West”, “East”', more: 0 })
    expect(issues).toMatchObject([{ ...overlaps, severity: 'warning' }])
    expect(areaLocator(polygons)([47.5, 39.5])).toBe('east')
  })

  test('keeps an area that only may have its degrees exchanged', () => {
    const { places: areas, issues } = read(outlines(WEST, box(39, 46, 40, 47)))
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
    [outlines(ring('39.5 46, 39.6 46, 39.6 47, 39.5 46')), { code: 'swappedOutlines' }],
    [outlines(ring('46 39, 47 39, 46 39')), because(1, 'shortOutline')],
    [outlines(box(46, 39, 46, 40)), because(1, 'noSurface')],
    [outlines(), { code: 'noOutline' }],
  ])('a problem where none can be drawn', (value, problem) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ problem }))
  })
})

describe('withCustomAreas', () => {
  test('the frozen districts as one’s own change nothing about the frozen records', () => {
    const placed = (list: readonly Place[]) =>
      joined(list).incidents.map(({ id, areas, placement, locations }) => {
        const where = locations.map(({ position: _, ...location }) => location)
        return [id, areas, placement, where]
      })
    const shipped = read(JSON.parse(geodata('districts.geojson')))
    expect(placed(withCustomAreas(shipped, places, CONFLICT))).toEqual(placed(places))
  })

  test('the frozen records are in the outlines of their own names', () => {
    const { areas, incidents } = joined(withCustomAreas(own(), places, CONFLICT))
    // The others are groups without an outline.
    const drawn = [...areas.values()].filter(({ label }) => label)
    expect(drawn.map(({ id }) => id).sort()).toEqual([...OWN_IDS].sort())
    const inShusha = incidents.filter((each) => each.areas.includes('shusha' as AreaId))
    expect(inShusha.length).toBeGreaterThan(40)
  })

  test('a settlement lies where its point does, and a shipped city is one', () => {
    const found = withCustomAreas(own(), places, CONFLICT)
    expect(placeOf(found, 'goris')?.districts).toEqual(['lachin'])
    const city = { kind: 'settlement', districts: ['shusha'] }
    expect(placeOf(found, 'khankendi')).toMatchObject(city)
    expect(buildGazetteer(found, CONFLICT).area('Stepanakert')?.areas).toEqual(['shusha'])
  })

  test('a settlement beside all outlines lies in the one that has the name of its district', () => {
    const far = read(named(['Սյունիք', box(10, 10, 11, 11)]))
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

  test('a spelling that the user gives to another outline belongs to that one', () => {
    const both = read(named(['Shusha', WEST], ['Shushi', EAST]))
    const gazetteer = buildGazetteer(withCustomAreas(both, places, CONFLICT), CONFLICT)
    const find = (name: string) => gazetteer.area(name)?.areas
    expect(['Shushi', 'Shusha', 'Шуша'].map(find)).toEqual([['shushi'], ['shusha'], ['shusha']])
  })

  test('a district is not taken for the city of the same name', () => {
    const both = read(named(['Lənkəran', WEST], ['Lankaran city', EAST]))
    const found = withCustomAreas(both, places, CONFLICT)
    expect(placeOf(found, 'lenkeran')?.names.ru).toBe(placeOf(places, 'lankaran')?.names.ru)
    expect(found.find(({ name }) => name === 'Lankaran city')?.names.ru).toBe('город Ленкорань')
  })

  test('a former unit is in the districts that have the names of its own', () => {
    const districts = ['aghdam', 'shusha']
    const unit = { ...places[0], id: 'unit', kind: 'former unit', position: null, districts }
    const found = withCustomAreas(own(), [...places, unit as unknown as Place], CONFLICT)
    expect(placeOf(found, 'unit')?.districts).toEqual(['agdam-rayonu', 'shusha'])
  })
})

test.each([
  ['the four districts are framed first', own(), ['shusha', 'agdam-rayonu', 'lachin']],
  ['without the four all are', read(named(['West', WEST], ['East', EAST])), ['west', 'east']],
])('%s', (_, areas, framed) => {
  const { features } = withFocus(areas, places, CONFLICT)
  expect(features.filter(({ properties }) => properties?.focus).map(({ id }) => id)).toEqual(framed)
})
