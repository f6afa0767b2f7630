import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/csv/table'
import { buildGazetteer, listSpellings } from '../../src/join/gazetteer'
import { joinDataset } from '../../src/join/joinReports'
import { placeKey } from '../../src/model/fold'
import type { AreaId } from '../../src/model/ids'
import { PARTIES } from '../../src/model/vocabulary'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { range } from '../support/arbitraries'
import { deepFreeze } from '../support/freeze'

/** The records as they ship: what they hold and what the reader is told about them. */
const read = (name: string) =>
  readFileSync(new URL(`../../geodata/${name}`, import.meta.url), 'utf8')
const incidents = parseIncidents(read('incidents.csv'), 'incidents.csv')
const sources = parseSources(read('sources.csv'), 'sources.csv')
const places = parsePlaces(read('places.csv'), 'places.csv')
const gazetteer = buildGazetteer(places.rows)
const dataset = joinDataset(
  deepFreeze({
    incidents: incidents.rows,
    sources: sources.rows,
    places: places.rows,
    issues: [...incidents.issues, ...sources.issues, ...places.issues],
    file: 'incidents.csv',
  }),
)

test('all 447 reports and 629 sources that the project began with load, and all added since', () => {
  const lines = (name: string) => readTable(read(name), name).rows.length
  expect(dataset.incidents).toHaveLength(lines('incidents.csv'))
  expect(dataset.sources.size).toBe(lines('sources.csv'))
  expect(dataset.incidents.length).toBeGreaterThanOrEqual(447)
  expect(dataset.sources.size).toBeGreaterThanOrEqual(629)
})

test('without an error, and with no warning but these', () => {
  expect(dataset.issues).toEqual([])
})

test('in the counts that a reader of the raw file gets', () => {
  const rows = readTable(read('incidents.csv'), 'incidents.csv').rows.map((row) => row.cells)
  const { areas, count, notLocated, facets } = sliceDataset(
    dataset,
    unfiltered(dataset.span ?? range(0, 0)),
  )
  expect(count).toEqual({ certain: rows.length, possible: 0 })
  for (const { id, record } of PARTIES) {
    const theirs = rows.filter((cells) => cells.reporting_party === record)
    expect(facets.by.get(id)?.certain).toBe(theirs.length)
  }
  const unlocated = rows.filter((cells) => cells.areas === '')
  expect(notLocated).toEqual({ certain: unlocated.length, possible: 0 })
  for (const id of ['shusha', 'aghdam', 'kalbajar', 'lachin'] as AreaId[]) {
    const name = dataset.areas.get(id)?.name ?? ''
    const here = rows.filter((cells) => cells.areas?.split('; ').includes(name))
    const { certain = 0, approximate = 0 } = areas.get(id) ?? {}
    expect(here.length).toBeGreaterThan(0)
    expect(certain - approximate).toBe(here.length)
  }
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
  expect(shelled).toMatchObject({
    timeStart: '14:40',
    timeEnd: '15:50',
    areas: ['shusha', 'aghdam'],
  })
})

test('the reports that are not located are those that name no area', () => {
  for (const incident of dataset.incidents) {
    expect(incident.placement === 'unlocated').toBe(incident.record.areas.length === 0)
  }
})

test('every source is cited, and every report cites one that is on file', () => {
  for (const incident of dataset.incidents) {
    expect(incident.citedSources.map((source) => source.id)).toEqual(incident.record.sources)
    expect(incident.citedSources).not.toEqual([])
  }
  const cited = new Set(
    dataset.incidents.flatMap((incident) => [
      ...incident.record.sources,
      incident.record.denial_source ?? '',
    ]),
  )
  expect([...dataset.sources.keys()].filter((id) => !cited.has(id))).toEqual([])
})

describe('names', () => {
  const values = (column: 'areaNames' | 'areasAsReported' | 'settlements') =>
    new Set(dataset.incidents.flatMap((incident) => incident[column]))
  const unresolved = new Map(
    readTable(read('unresolved.csv'), 'unresolved.csv').rows.map(({ cells }) => [
      cells.value ?? '',
      cells.reason ?? '',
    ]),
  )

  test('every area of the records is one that the gazetteer knows', () => {
    const unknown = [...values('areaNames')].filter((name) => !gazetteer.area(name)?.areas.length)
    expect(unknown).toEqual([])
  })

  test('every area in a source’s own spelling resolves, or is listed with the reason', () => {
    const unknown = [...values('areasAsReported')].filter((name) => !gazetteer.area(name))
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

  test('what is listed as unresolved does stand in the records, and does not resolve', () => {
    const all = new Set([...values('areasAsReported'), ...values('settlements')])
    expect([...unresolved.keys()].filter((name) => !all.has(name))).toEqual([])
    expect([...unresolved.keys()].filter((name) => gazetteer.area(name))).toEqual([])
  })

  test('every place’s areas are areas', () => {
    const lost = places.rows.flatMap((place) =>
      place.districts.filter((id) => !dataset.areas.has(id)).map((id) => `${place.id}: ${id}`),
    )
    expect(lost).toEqual([])
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
