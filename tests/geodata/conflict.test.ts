import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { schemaFaults } from '../support/jsonSchemaChecker'

/** The two datasets that the site is built from in tests. */
const FOLDERS = ['geodata', 'tests/fixtures/orlavia']
/** Land in src/map/palette.ts: what marks are seen against. */
const LAND = { light: '#f2f0ea', dark: '#24221f' }
/** WCAG 2.2, 1.4.11: graphics that carry information. */
const CONTRAST = 3
const AREA_KINDS = ['district', 'province', 'city']
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

interface Entry {
  readonly id: string
  readonly record: string
  readonly label: string
}

interface Group extends Entry {
  readonly side?: string
  readonly colour: { readonly light: string; readonly dark: string }
}

/** What the tests need of dataset.json; the schema says the rest. */
interface Conflict {
  readonly title: string
  readonly bbox: readonly number[]
  readonly focusBox: readonly number[]
  readonly focus: readonly string[]
  readonly firstWindow: { readonly from: string; readonly to: string }
  readonly languages: readonly { readonly id: string; readonly column: string }[]
  readonly unitWords: readonly string[]
  readonly parties: readonly Group[]
  readonly accused: readonly Group[]
  readonly kinds: readonly (Entry & { readonly weapons: readonly string[] })[]
  readonly actors: {
    readonly parties: readonly { readonly party: string }[]
    readonly accused: readonly { readonly party: string; readonly accused: string }[]
  }
}

const schema = JSON.parse(read('geodata', 'schema/dataset.schema.json'))

describe.each(FOLDERS)('%s/dataset.json', (folder) => {
  const value: unknown = JSON.parse(read(folder, 'dataset.json'))
  const conflict = value as Conflict
  const { parties, accused, kinds, languages, actors } = conflict
  const incidents = readTable(folder, 'incidents.csv')
  const places = readTable(folder, 'places.csv')
  const areas = places.filter(({ kind = '' }) => AREA_KINDS.includes(kind)).map(({ id }) => id)

  it('conforms to its schema', () => {
    expect(schemaFaults(schema, value)).toEqual([])
  })

  it('has unknown keys rejected, at the top and inside', () => {
    expect(schemaFaults(schema, { ...conflict, extra: 1 })).toEqual([': has extra'])
    const [first, ...rest] = parties
    const changed = { ...conflict, parties: [{ ...first, extra: 1 }, ...rest] }
    expect(schemaFaults(schema, changed)).toEqual(['/parties/0: has extra'])
    expect(schemaFaults(schema, { ...conflict, files: {} })).toEqual([])
  })

  it.each([
    ['parties', parties, 'other'],
    ['accused', accused, 'not-stated'],
    ['kinds', kinds, 'unspecified'],
  ] as const)('has unique slugs, words and labels for %s, and the fallback', (_, entries, id) => {
    const ids = entries.map((entry) => entry.id)
    expect(ids).toContain(id)
    for (const slug of ids) expect(slug).toMatch(SLUG)
    expect(ids).toEqual(unique(ids))
    const records = entries.map(({ record }) => record.toLowerCase())
    expect(records).toEqual(unique(records))
    const labels = entries.map(({ label }) => label)
    expect(labels).toEqual(unique(labels))
  })

  it('lists each weapon once per kind', () => {
    for (const { weapons } of kinds) expect(weapons).toEqual(unique(weapons))
  })

  it('has exactly two sides, and the fallback party on neither', () => {
    const sides = parties.flatMap(({ side }) => side ?? [])
    expect(unique(sides)).toHaveLength(2)
    expect(parties.find(({ id }) => id === 'other')?.side).toBeUndefined()
  })

  it('has colours that stand out from the land of both themes', () => {
    for (const { id, colour } of [...parties, ...accused]) {
      for (const theme of ['light', 'dark'] as const) {
        expect(colour[theme], id).toMatch(/^#[0-9a-f]{6}$/)
        expect(contrast(colour[theme], LAND[theme]), `${id}, ${theme}`).toBeGreaterThanOrEqual(
          CONTRAST,
        )
      }
    }
  })

  it('has parties with different colours', () => {
    for (const theme of ['light', 'dark'] as const) {
      const colours = parties.map(({ colour }) => colour[theme])
      expect(colours).toEqual(unique(colours))
    }
  })

  it('knows every party, accused party and kind of the reports', () => {
    const known = (entries: readonly Entry[]) => new Set(entries.map(({ record }) => record))
    expect(unknown(incidents, 'reporting_party', known(parties))).toEqual([])
    expect(unknown(incidents, 'accused_party', known(accused))).toEqual([])
    expect(unknown(incidents, 'kind', known(kinds))).toEqual([])
  })

  it('maps actors to parties and accused parties that exist', () => {
    const ids = parties.map(({ id }) => id)
    const accusedIds = accused.map(({ id }) => id)
    for (const { party } of actors.parties) expect(ids).toContain(party)
    for (const mapping of actors.accused) {
      expect(ids).toContain(mapping.party)
      expect(accusedIds).toContain(mapping.accused)
    }
  })

  it('focuses on areas that places.csv and districts.geojson have', () => {
    for (const id of conflict.focus) expect(areas).toContain(id)
    const { features } = JSON.parse(read(folder, 'districts.geojson')) as {
      features: { id: string; properties: { focus: boolean } }[]
    }
    const flagged = features.filter(({ properties }) => properties.focus).map(({ id }) => id)
    expect(flagged.sort()).toEqual([...conflict.focus].sort())
    expect(features.map(({ id }) => id).sort()).toEqual([...areas].sort())
  })

  it('opens with days that reports are on file for', () => {
    const { from, to } = conflict.firstWindow
    expect(from <= to).toBe(true)
    const starts = incidents.map(({ date_start = '' }) => date_start).sort()
    expect(from >= (starts.at(0) ?? '')).toBe(true)
    expect(to <= (starts.at(-1) ?? '')).toBe(true)
    expect(starts.some((day) => day >= from && day <= to)).toBe(true)
  })

  it('has boxes on the globe, the focus inside the limits', () => {
    const [limits, focus] = [conflict.bbox, conflict.focusBox]
    for (const [west = NaN, south = NaN, east = NaN, north = NaN] of [limits, focus]) {
      expect(west).toBeLessThan(east)
      expect(south).toBeLessThan(north)
      expect([west >= -180, south >= -90, east <= 180, north <= 90]).not.toContain(false)
    }
    for (const edge of [0, 1]) {
      expect(focus[edge]).toBeGreaterThanOrEqual(limits[edge] ?? NaN)
      expect(focus[edge + 2]).toBeLessThanOrEqual(limits[edge + 2] ?? NaN)
    }
  })

  it('has a column of places.csv for each language, the plain name first', () => {
    expect(languages[0]?.column).toBe('name')
    const ids = languages.map(({ id }) => id)
    expect(ids).toEqual(unique(ids))
    for (const { column } of languages) expect(Object.keys(places[0] ?? {})).toContain(column)
  })

  it('repeats no unit word', () => {
    expect(conflict.unitWords).toEqual(unique(conflict.unitWords))
  })
})

function read(folder: string, name: string): string {
  return readFileSync(join(import.meta.dirname, '../..', folder, name), 'utf8')
}

function readTable(folder: string, name: string): Record<string, string>[] {
  const options = { header: true, skipEmptyLines: true } as const
  return Papa.parse<Record<string, string>>(read(folder, name), options).data
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

/** Values of a column, split at `;`, that are not known. */
function unknown(
  rows: readonly Record<string, string>[],
  column: string,
  known: ReadonlySet<string>,
): string[] {
  const values = rows.flatMap((row) => (row[column] ?? '').split(/\s*;\s*/))
  return unique(values.filter((value) => value !== '' && !known.has(value)))
}

/** Contrast ratio of two `#rrggbb` colours (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
