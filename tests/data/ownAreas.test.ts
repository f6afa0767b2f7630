import { readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { joinDataset } from '../../src/data/join'
import { readOwnAreas, withFocus, withOwnAreas } from '../../src/data/ownAreas'
import { parseIncidents, parsePlaces } from '../../src/data/parse'
import { areaLocator } from '../../src/data/polygons'
import type { Place } from '../../src/types'
import { geodata } from './fixtures'

const places = parsePlaces(geodata('places.csv'), 'places.csv').rows
const file = new URL('../fixtures/opened/districts.geojson', import.meta.url)
const own = () => readOwnAreas(JSON.parse(readFileSync(file, 'utf8')), 'districts.geojson')

function collection(...coordinates: number[][][][]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: coordinates.map((rings) => ({
      type: 'Feature',
      properties: { name: 'Shusha' },
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  }
}

describe('readOwnAreas', () => {
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
    expect(own().issues.map(({ row, severity, message }) => [row, severity, message])).toEqual([
      [4, 'warning', expect.stringContaining('not closed')],
      [4, 'warning', expect.stringContaining('has no name')],
      [5, 'warning', expect.stringContaining('crosses its own outline')],
      [6, 'error', expect.stringContaining('fewer than four points')],
      [7, 'error', expect.stringContaining('in metres')],
    ])
  })

  test('of two with one name the second gets an id of its own', () => {
    const square = [
      [
        [46, 39],
        [47, 39],
        [47, 40],
        [46, 40],
        [46, 39],
      ],
    ]
    const { places: areas, issues } = readOwnAreas(collection(square, square), 'a')
    expect(areas.map(({ id }) => id)).toEqual(['shusha', 'shusha-2'])
    expect(issues).toMatchObject([{ row: 2, severity: 'warning' }])
  })

  test.each([
    [
      collection([
        [
          [39.5, 46],
          [39.6, 46],
          [39.6, 47],
          [39.5, 46],
        ],
      ]),
      /latitude before longitude/,
    ],
    [
      collection([
        [
          [46, 39],
          [47, 39],
          [46, 39],
        ],
      ]),
      /fewer than four/,
    ],
    [
      collection([
        [
          [46, 39],
          [Number.NaN, 39],
          [46, 40],
          [46, 39],
        ],
      ]),
      /no numbers/,
    ],
  ])('one sentence where none can be drawn', (value, sentence) => {
    expect(() => readOwnAreas(value, 'a')).toThrow(sentence)
  })
})

describe('withOwnAreas', () => {
  test('the shipped records find their districts under every spelling', () => {
    const dataset = joinDataset({
      incidents: parseIncidents(geodata('incidents.csv'), 'incidents.csv').rows,
      sources: [],
      places: withOwnAreas(own(), places),
      issues: [],
      file: 'incidents.csv',
    })
    expect([...dataset.areas.keys()].sort()).toEqual([
      'a-bow-tie',
      'agdam-rayonu',
      'area-4',
      'lachin',
      'shusha',
    ])
    const inShusha = dataset.incidents.filter(({ areas }) => areas.includes('shusha' as never))
    expect(inShusha.length).toBeGreaterThan(40)
    const named = new Set(inShusha.flatMap(({ areaNames }) => areaNames))
    expect(named).toContain('Shusha')
  })

  test('a settlement lies where its point does', () => {
    const lying = new Map(
      withOwnAreas(own(), places).map(({ id, districts }) => [String(id), districts]),
    )
    expect(lying.get('goris')).toEqual(['lachin'])
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
    const found = withOwnAreas(own(), [...areas, unit]).find(({ id }) => id === 'unit')
    expect(found?.districts).toEqual(['agdam-rayonu', 'shusha'])
  })
})

test('the four districts are framed first under any of their names', () => {
  const focused = withFocus(own(), places).features.filter(({ properties }) => properties?.focus)
  expect(focused.map(({ id }) => id)).toEqual(['shusha', 'agdam-rayonu', 'lachin'])
})
