import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { announced, exported, listedIds } from './support/screen'
import { mapSettled, test } from './support/site'

const root = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = `${root}.cache/frozen-site/published`
const ABROAD = `${root}.cache/frozen-site/abroad`
const KEY = 'data=published/dataset.json'
const WEEK = 'from=2022-11-27&to=2022-12-03'
const ALL = 'from=2020-11-26&to=2023-09-21'

beforeAll(() => {
  const data = `${root}tests/fixtures/dataset`
  rmSync(FOLDER, { recursive: true, force: true })
  const files = [`${data}/incidents.csv`, `${data}/sources.csv`]
  const options = ['--data', data, '--out', FOLDER]
  execFileSync('node', ['bin/contactline.mjs', 'publish', ...files, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (!existsSync(`${FOLDER}/dataset.json`)) throw new Error('nothing was published')
})
afterAll(() => {
  for (const folder of [FOLDER, ABROAD]) rmSync(folder, { recursive: true, force: true })
})

/** The values of all filters, with their numbers. */
function facets(page: Page) {
  return page.locator('.filters .facet-option, .filters label').allTextContents()
}

test.for([WEEK, `${ALL}&by=armenia`, `${ALL}&area=shusha`])(
  'a published folder counts, lists and exports as its records do: %s',
  async (query, { open }) => {
    const known = await open(`?${query}`, { webgl: false })
    const page = await open(`?${query}&${KEY}`, { webgl: false })
    expect(await announced(page)).toBe(await announced(known))
    expect(await facets(page)).toEqual(await facets(known))
    const read = page.getByRole('button', { name: /^Read them/ })
    const ids = await listedIds(known)
    await expect
      .poll(async () => {
        if (await read.isEnabled({ timeout: 100 }).catch(() => false)) await read.click()
        return listedIds(page)
      })
      .toEqual(ids)
    const [own, all] = [await exported(page, 'CSV'), await exported(known, 'CSV')]
    expect(idsOf(own.text)).toEqual(idsOf(all.text))
  },
)

/** What is before the first comma of each line that has an id. */
function idsOf(csv: string): string[] {
  return csv.match(/^\d{8}-\d+(?=,)/gm) ?? []
}

test('an export fetches what it needs, and says so before', async ({ open }) => {
  const page = await open(`?${KEY}`, { webgl: false })
  expect(await listedIds(page)).toEqual([])
  const count = Number(/\d+/.exec(await announced(page))?.[0])
  await page.getByRole('button', { name: 'Export' }).click()
  await page
    .getByText(/About .* will be fetched first/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  const { text } = await exported(page, 'GeoJSON (reports)')
  expect(JSON.parse(text).features).toHaveLength(count)
  await expect.poll(() => listedIds(page)).toHaveLength(count)
})

test('the link of a citation opens the report, and reads no more than its district', async ({
  open,
}) => {
  const page = await open(`?${KEY}&${WEEK}&area=shusha`, { webgl: false })
  await page.locator('[data-incident="20221130-01"] .report-open').click()
  const card = page.getByRole('dialog', { name: /Shusha/ })
  await card.getByRole('button', { name: 'Cite' }).click()
  const cited = (await card.locator('.citation-text p').first().textContent()) ?? ''
  const { search } = new URL(/https?:\S+$/.exec(cited)?.[0] ?? '')
  expect(search).toContain('from=2022-11-30&to=2022-11-30&area=shusha&incident=20221130-01')
  const again = await open(search, { webgl: false })
  await again.getByRole('dialog', { name: /Shusha/ }).waitFor()
})

test('a search says that it does not know reports that were not read', async ({ open }) => {
  const page = await open(`?${KEY}`, { webgl: false })
  await page.getByRole('combobox', { name: 'Search reports' }).fill('drone')
  await page.getByText(/whether .* pass(es)? these filters is unknown/).waitFor()
})

test('bars of dates that were not read are no silence', async ({ open }) => {
  const words = 'not counted with these filters until these dates are chosen'
  const page = await open(`?${WEEK}&${KEY}&area=shusha`, { webgl: false })
  await expect.poll(() => page.getByText(words).count()).toBeGreaterThan(0)
  const ofParty = await open(`?${WEEK}&${KEY}&by=armenia`, { webgl: false })
  expect(await ofParty.getByText(words).count()).toBe(0)
})

test('marks by squares give way to settlements when their reports were read', async ({ open }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const page = await open(`?${ALL}&${KEY}`, {
    prepare: (page) =>
      page.route('**/reports/*.parquet', async (route) => {
        await held
        await route.continue().catch(() => {})
      }),
  })
  expect(await mapSettled(page)).toBe('ready')
  const square = expect.stringMatching(/^Around here/)
  const marks = page.locator('.map-mark')
  await expect.poll(() => marks.evaluateAll(labels)).toContainEqual(square)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: /^Read them/ }).click()
  await page.getByText(/^Reading reports/).waitFor()
  release()
  const site = expect.stringMatching(/named settlement/)
  await expect.poll(() => marks.evaluateAll(labels)).toContainEqual(site)
  expect(await marks.evaluateAll(labels)).not.toContainEqual(square)
})

/** Runs in the page. */
function labels(all: Element[]) {
  return all.map((each) => each.getAttribute('aria-label') ?? '')
}

test('a folder of another country brings its outlines, and takes them away again', async ({
  open,
}) => {
  const layouts = `${root}tests/fixtures/faults/layouts`
  const files = [
    `${layouts}/acled-other-country.csv`,
    '--districts',
    `${layouts}/districts.geojson`,
  ]
  execFileSync('node', ['bin/contactline.mjs', 'publish', ...files, '--out', ABROAD], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const page = await open('?data=abroad/dataset.json')
  expect(await mapSettled(page)).toBe('ready')
  const marks = page.locator('.map-mark')
  await expect
    .poll(() => marks.evaluateAll(labels))
    .toContainEqual(expect.stringMatching('Lake Shore'))
  await page
    .getByRole('button', { name: /Back to/ })
    .first()
    .click()
  await expect.poll(() => marks.evaluateAll(labels)).toContainEqual(expect.stringMatching('Shusha'))
  expect(await page.getByText(/problem in districts/).count()).toBe(0)
})

test('files that are missing or replaced are named, and what was shown stays', async ({ open }) => {
  const gone = await open(`?${KEY}`, {
    webgl: false,
    allow: [/404/],
    prepare: (page) =>
      page.route('**/counts.parquet', (route) => route.fulfill({ status: 404, body: '' })),
  })
  await gone
    .getByText(/counts\.parquet could not be loaded/)
    .first()
    .waitFor()
  await gone
    .getByRole('button', { name: /Back to/ })
    .first()
    .click()
  await expect.poll(() => announced(gone)).toMatch(/report/)

  const page = await open(`?${KEY}`, { webgl: false })
  const before = await announced(page)
  await page.route('**/reports/*.parquet', (route) =>
    route.fulfill({
      status: 206,
      headers: { 'Content-Range': 'bytes 0-0/5', ETag: '"other"' },
      body: 'x',
    }),
  )
  await page.getByRole('button', { name: /^Read them/ }).click()
  await page.getByText(/reports\/.*\.parquet was replaced/).waitFor()
  expect(await announced(page)).toBe(before)
})
