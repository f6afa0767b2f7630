import { expect, test } from 'vitest'
import { readTable } from '../../src/csv/table'
import { buildGazetteer } from '../../src/join/gazetteer'
import { parsePlaces } from '../../src/read/parseTables'
import { CONFLICT } from '../support/conflict'
import { geodata as read, realDataset } from '../support/fixtures'

/** The frozen records: how the names of their sources resolve. */
const dataset = realDataset()
const places = parsePlaces(read('places.csv'), 'places.csv', CONFLICT)
const gazetteer = buildGazetteer(places.rows, CONFLICT)

test('every area in a source’s own spelling resolves, or is listed with the reason', () => {
  const unresolved = readTable(read('unresolved.csv'), 'unresolved.csv').rows
  const listed = new Set(unresolved.map(({ cells }) => cells.value))
  const names = dataset.incidents.flatMap(({ record }) => record.areas_as_reported)
  expect(names.filter((name) => !gazetteer.area(name) && !listed.has(name))).toEqual([])
  expect(unresolved.filter(({ cells }) => (cells.reason ?? '').length < 5)).toEqual([])
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
