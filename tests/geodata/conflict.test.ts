import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPalette } from '../../src/figure/palette'
import type { Conflict } from '../../src/model/conflict'
import { formatDay } from '../../src/model/day'
import { parseIncidents } from '../../src/read/parseTables'
import { readTable } from './read'

/** WCAG 2.2, 1.4.11: graphics that carry information. */
const CONTRAST = 3
const AREA_KINDS = ['district', 'province', 'city']
const ROOT = join(import.meta.dirname, '../..')

/** The two datasets that the site is built from in tests. `contactline check` tests the rest. */
describe.each(['geodata', 'tests/fixtures/orlavia'])('%s/dataset.json', (folder) => {
  const read = (name: string) => readFileSync(join(ROOT, folder, name), 'utf8')
  const conflict = JSON.parse(read('dataset.json')) as Conflict
  const incidents = parseIncidents(read('incidents.csv'), 'incidents.csv', conflict)
  const areas = readTable('places.csv', join(ROOT, folder))
    .filter(({ kind = '' }) => AREA_KINDS.includes(kind))
    .map(({ id }) => id)

  it.each(['light', 'dark'] as const)('has colours that stand out in the %s theme', (theme) => {
    for (const { id, colour } of [...conflict.parties, ...conflict.accused]) {
      const found = contrast(colour[theme], findPalette(theme).land)
      expect(found, id).toBeGreaterThanOrEqual(CONTRAST)
    }
    const colours = conflict.parties.map(({ colour }) => colour[theme])
    expect(new Set(colours).size).toBe(colours.length)
  })

  it('knows every word of the reports', () => {
    const unknown = incidents.issues.filter(({ code }) => code === 'unknownValue')
    expect(unknown).toEqual([])
  })

  it('focuses on areas that places.csv and districts.geojson have', () => {
    const { features } = JSON.parse(read('districts.geojson')) as {
      features: { id: string; properties: { focus: boolean } }[]
    }
    const flagged = features.filter(({ properties }) => properties.focus).map(({ id }) => id)
    expect(flagged.sort()).toEqual([...conflict.focus].sort())
    expect(features.map(({ id }) => id).sort()).toEqual(areas.sort())
  })

  it('opens with days that have reports', () => {
    const { from, to } = conflict.firstWindow
    const starts = incidents.rows.map(({ date_start }) => formatDay(date_start))
    expect(starts.some((day) => day >= from && day <= to)).toBe(true)
  })

  it('has the focus inside the limits, and the plain name as its first language', () => {
    const [west, south, east, north] = conflict.bbox
    const [left, bottom, right, top] = conflict.focusBox
    expect([left >= west, bottom >= south, right <= east, top <= north]).not.toContain(false)
    expect(conflict.languages[0]?.column).toBe('name')
  })
})

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
