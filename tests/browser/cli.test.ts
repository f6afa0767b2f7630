import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Day } from '../../src/model/day'
import { formatDay, parseDay } from '../../src/model/day'
import { facetValues } from '../../src/model/facets'
import { onFrozen } from '../cli/run'
import { CONFLICT } from '../support/conflict'
import { exported } from './support/screen'
import { test } from './support/site'

const FIRST = parseDay('2021-06-01') as Day
const LAST = parseDay('2023-09-21') as Day
const AREAS = ['shusha', 'aghdam', 'kalbajar', 'lachin', 'khojavend', 'gegharkunik', 'unlocated']
const WORDS = ['kalbajar', 'small arms', 'Şuşa', 'ministry', 'august', 'kalbajar 2022']

const some = (ids: readonly string[]) =>
  fc.subarray([...ids], { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(','))
// Without the bias to the ends of a range, which would give windows of a day or two.
const dates = fc
  .noBias(fc.tuple(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: 0, max: 200 })))
  .map(([from, length]) => [from as Day, Math.min(from + length, LAST) as Day] as const)

/** The query of a link, key by key; the keys are the options of the command. */
const slices = fc.tuple(
  dates.chain(([from, to]) =>
    fc.record(
      {
        from: fc.constant(formatDay(from)),
        to: fc.constant(formatDay(to)),
        off: fc.integer({ min: from, max: to }).map((day) => formatDay(day as Day)),
        possible: fc.constant('0'),
      },
      { requiredKeys: ['from', 'to'] },
    ),
  ),
  fc
    .record({
      area: some(AREAS),
      by: some(facetValues('by', CONFLICT)),
      accused: some(facetValues('accused', CONFLICT)),
      kind: some(facetValues('kind', CONFLICT)),
      weapon: some(facetValues('weapon', CONFLICT)),
      denied: fc.constantFrom('yes', 'no'),
      placement: some(facetValues('placement', CONFLICT)),
      agreement: some(facetValues('agreement', CONFLICT)),
      q: fc.constantFrom(...WORDS),
    })
    // More at once leave few slices a report.
    .chain((filters) => fc.subarray(Object.entries(filters), { maxLength: 2 })),
)

const withoutMoment = (text: string) => text.replace(/"generated":"[^"]*"/, '"generated":""')

test('ten random slices leave the page and the command as the same bytes', async ({ open }) => {
  const reports: number[] = []
  for (const [window, filters] of fc.sample(slices, { seed: 5, numRuns: 10 })) {
    const words = [...Object.entries(window), ...filters]
    const query = `?${new URLSearchParams(words)}`
    const page = await open(query, { webgl: false })
    const args = ['export', ...words.map(([name, value]) => `--${name}=${value}`)]

    const geojson = (await exported(page, 'GeoJSON (reports)')).text
    const fromCommand = onFrozen(args).stdout
    expect(withoutMoment(fromCommand), query).toBe(withoutMoment(geojson))
    reports.push(JSON.parse(geojson).features.length)

    const csv = (await exported(page, 'CSV')).text
    expect(onFrozen([...args, '--format', 'csv']).stdout, query).toBe(csv)

    // Per bar of the timeline, whatever that is in this window.
    const counts = page.getByRole('menuitem', { name: /^Counts per/ })
    await page.getByRole('button', { name: 'Export' }).click()
    const item = (await counts.textContent()) ?? ''
    await page.keyboard.press('Escape')
    const unit = /per (\w+)/.exec(item)?.[1] ?? ''
    const stats = ['stats', ...args.slice(1), '--unit', unit, '--format', 'csv']
    expect(onFrozen(stats).stdout, query).toBe((await exported(page, item)).text)
    await page.context().close()
  }
  expect(reports.filter((count) => count > 0).length).toBeGreaterThanOrEqual(5)
}, 240_000)
