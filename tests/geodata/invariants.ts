import { describe, expect, test } from 'vitest'
import { allReports } from '../../scripts/allReports'
import { buildGazetteer } from '../../src/join/gazetteer'
import { joinDataset } from '../../src/join/joinReports'
import { fold } from '../../src/model/fold'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { exportSchema, tableSchema } from '../../src/schema/jsonSchema'
import { range } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { deepFreeze } from '../support/freeze'
import { schemaFaults } from '../support/jsonSchemaChecker'
import { readTable, readText, split } from './read'

/** Tests what holds for the records in a folder of the shape of geodata/, however many there are. */
export function describeRecords(folder: string): void {
  const incidents = readTable('incidents.csv', folder)
  const sources = readTable('sources.csv', folder)
  const gazetteerRows = readTable('places.csv', folder)
  const places = parsePlaces(readText('places.csv', folder), 'places.csv', CONFLICT)
  const reports = parseIncidents(readText('incidents.csv', folder), 'incidents.csv', CONFLICT)
  const pages = parseSources(readText('sources.csv', folder), 'sources.csv')
  const dataset = joinDataset(
    deepFreeze({
      conflict: CONFLICT,
      incidents: reports.rows,
      sources: pages.rows,
      places: places.rows,
      issues: [...reports.issues, ...pages.issues, ...places.issues],
      file: 'incidents.csv',
    }),
  )

  describe('the tables', () => {
    test('have each id once, and load whole, without an error or a warning', () => {
      for (const rows of [incidents, sources]) {
        expect(rows.length).toBeGreaterThan(0)
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
      }
      expect(dataset.incidents).toHaveLength(incidents.length)
      expect(dataset.sources.size).toBe(sources.length)
      expect(dataset.issues).toEqual([])
    })

    test.each(['incidents', 'sources', 'places'] as const)('%s match their schema', (name) => {
      const schema = tableSchema(name, name, CONFLICT)
      const rows = readTable(`${name}.csv`, folder)
      expect(rows.flatMap((row) => schemaFaults(schema, row, row.id))).toEqual([])
    })

    test('write ids as a day of the report and a number', () => {
      for (const { id = '', date_start = '', date_end = '' } of incidents) {
        expect(id).toMatch(/^\d{8}-\d{2}$/)
        // A correction of the day leaves the id as it is.
        const day = id.replace(/^(\d{4})(\d{2})(\d{2})-.*/, '$1-$2-$3')
        expect(day >= date_start && day <= date_end, id).toBe(true)
      }
    })
  })

  test('the sources are all cited, and every report cites one on file', () => {
    const cited = new Set<string>()
    for (const { id, sources: own, denial_source } of incidents) {
      expect(split(own).length, id).toBeGreaterThan(0)
      for (const source of [...split(own), ...split(denial_source)]) cited.add(source)
    }
    expect([...cited].sort()).toEqual(sources.map(({ id }) => id).sort())
  })

  describe('the places of origin', () => {
    test('are named by the words of the report, in a spelling on file', () => {
      const words = (text = '') => fold(text).split(' ')
      const spellings = new Map(gazetteerRows.map((row) => [row.id, namesOf(row)]))
      for (const { id, fired_from, fired_from_places } of incidents) {
        const said = new Set(words(fired_from))
        for (const place of split(fired_from_places)) {
          const names = (spellings.get(place) ?? []).filter((name) => name !== '')
          const named = names.some((name) => words(name).every((word) => said.has(word)))
          expect(named, `${place} in "${fired_from}" of ${id}`).toBe(true)
        }
      }
    })
  })

  describe('the slice of all dates', () => {
    const slice = sliceDataset(dataset, unfiltered(dataset.span ?? range(0, 0)))

    test('has the counts of the raw file', () => {
      expect(slice.count).toEqual({ certain: incidents.length, possible: 0 })
      for (const { id, record } of CONFLICT.parties) {
        const theirs = incidents.filter((row) => row.reporting_party === record)
        expect(slice.facets.by.get(id)?.certain).toBe(theirs.length)
      }
      const unlocated = incidents.filter((row) => row.areas === '')
      expect(slice.notLocated).toEqual({ certain: unlocated.length, possible: 0 })
      for (const [id, { certain, approximate }] of slice.areas) {
        const naming = (rows: readonly Record<string, string>[]) => {
          const names = new Set(rows.flatMap(namesOf))
          return incidents.filter((row) => split(row.areas).some((name) => names.has(name)))
        }
        const here = naming(gazetteerRows.filter((place) => place.id === id))
        const around = naming(gazetteerRows.filter((place) => split(place.districts).includes(id)))
        // A settlement says which area of a former unit is meant.
        expect(certain, id).toBeGreaterThanOrEqual(here.length)
        expect(certain, id).toBeLessThanOrEqual(around.length)
        expect(approximate, id).toBeLessThanOrEqual(certain)
      }
    })

    test('is exported with every report, as the schema says', () => {
      const collection = JSON.parse(allReports(folder))
      expect(collection.features).toHaveLength(incidents.length)
      expect(schemaFaults(exportSchema(CONFLICT), collection)).toEqual([])
    })
  })

  test('lakes, landmarks and approximate positions are no place where a report stands', () => {
    const positionsOf = (rows: typeof places.rows) => rows.map(({ position }) => String(position))
    const settlements = places.rows.filter(({ kind }) => kind === 'settlement')
    const exact = settlements.filter(({ positionQuality }) => positionQuality !== 'approximate')
    const rough = places.rows.filter(
      ({ kind, position, positionQuality: quality }) =>
        position && (quality === 'approximate' || ['lake', 'landmark'].includes(kind)),
    )
    const vague = new Set(positionsOf(rough))
    for (const position of positionsOf(exact)) vague.delete(position)
    const wrong = dataset.incidents.filter(({ locations }) =>
      locations.some(({ precision, position }) => {
        return precision === 'settlement' && vague.has(String(position))
      }),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('no place is listed as unresolved', () => {
    const gazetteer = buildGazetteer(places.rows, CONFLICT)
    const unresolved = readTable('unresolved.csv', folder).map(({ value = '' }) => value)
    expect(unresolved.filter((name) => gazetteer.area(name))).toEqual([])
  })
}

/** Every name of a row of places.csv. */
function namesOf(place: Record<string, string>): string[] {
  const { name = '', name_az = '', name_hy = '', name_ru = '', other_names } = place
  return [name, name_az, name_hy, name_ru, ...split(other_names)]
}
