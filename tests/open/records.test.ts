import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/csv/table'
import { buildGazetteer, listSpellings } from '../../src/join/gazetteer'
import { placeKeyOf } from '../../src/model/fold'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { range } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { geodata as read, realDataset } from '../support/fixtures'
import { flat } from '../support/open'

const placeKey = placeKeyOf(CONFLICT)

/** The frozen records: what they hold and what the user is told about them. */
const dataset = realDataset()
const places = parsePlaces(read('places.csv'), 'places.csv', CONFLICT)
const gazetteer = buildGazetteer(places.rows, CONFLICT)

test('all 447 reports and 629 sources load, without an error or a warning', () => {
  expect(dataset.incidents).toHaveLength(447)
  expect(dataset.sources.size).toBe(629)
  const incidents = parseIncidents(read('incidents.csv'), 'incidents.csv', CONFLICT)
  const sources = parseSources(read('sources.csv'), 'sources.csv')
  for (const { issues } of [incidents, sources, places, dataset]) expect(issues).toEqual([])
})

test('the slice of 29 and 30 November 2022 holds the three reports that the project began with', () => {
  const { rows } = sliceDataset(dataset, unfiltered(range('2022-11-29', '2022-11-30')))
  const ids = Array.from(rows, (row) => dataset.incidents[row]?.id)
  expect(ids).toEqual(expect.arrayContaining(['20221129-02', '20221129-03', '20221130-01']))
  for (const id of ['20221129-02', '20221129-03', '20221130-01']) {
    const incident = dataset.incidents.find((each) => each.id === id)
    expect(incident?.citedSources.map((source) => source.publisher)).toContain('Daily Sabah')
  }
  const shelled = dataset.incidents.find((each) => each.id === '20221130-01')
  expect(flat(shelled)).toMatchObject({
    time_start: '14:40',
    time_end: '15:50',
    areas: ['shusha', 'aghdam'],
  })
})

describe('names', () => {
  const values = (column: 'areas_as_reported' | 'settlements') =>
    new Set(dataset.incidents.flatMap((incident) => incident.record[column]))
  const unresolved = new Map(
    readTable(read('unresolved.csv'), 'unresolved.csv').rows.map(({ cells }) => [
      cells.value ?? '',
      cells.reason ?? '',
    ]),
  )

  test('every area in a source’s own spelling resolves, or is listed with the reason', () => {
    const unknown = [...values('areas_as_reported')].filter((name) => !gazetteer.area(name))
    expect(unknown.filter((name) => !unresolved.has(name))).toEqual([])
    expect([...unresolved.values()].filter((reason) => reason.length < 5)).toEqual([])
  })

  test('an area in a source’s own spelling is one of the areas of its row, but for these', () => {
    const elsewhere = dataset.incidents.flatMap((incident) =>
      incident.record.areas_as_reported
        .filter((name) => {
          const areas = gazetteer.area(name)?.areas
          return areas?.length && !areas.some((area) => incident.areas.includes(area))
        })
        .map((name) => `${incident.id}: ${name}`),
    )
    // Directions of fire, whose target's area the report does not name, and one field that two units claim.
    expect(elsewhere.sort()).toEqual([
      '20210709-01: مقاطعة طاووش',
      '20221121-01: Askeran',
      '20221121-01: Ասկերանի շրջան',
      '20221122-04: Askeran',
      '20221122-04: Ասկերանի շրջան',
      '20230510-01: direction of Zod settlement',
      '20230511-02: direction of Zod settlement',
      '20230807-01: Basarkechar district',
      '20230920-01: near the village of Dzhanyatag',
    ])
  })

  test('no two areas share a spelling, but a city and the district around it', () => {
    const owner = new Map<string, string>()
    const shared: string[] = []
    for (const place of places.rows) {
      if (place.kind === 'settlement' || place.kind === 'former unit') continue
      for (const key of new Set(listSpellings(place).map(placeKey))) {
        const before = owner.get(key)
        if (before !== undefined && place.id !== `${before}-city`) {
          shared.push(`${key}: ${before}, ${place.id}`)
        }
        owner.set(key, place.id)
      }
    }
    expect(shared).toEqual([])
  })
})
