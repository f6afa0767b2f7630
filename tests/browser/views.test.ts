import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { announced, listedIds, TWO_DAYS } from './support/screen'
import { test } from './support/site'

const ALL = '?from=2020-11-26&to=2023-09-21&unit=month'
/** The panel is the same, and there much sooner. */
const NO_MAP = { webgl: false }
const CHUNK = /(ClaimsView|SourcesView)[^/]*\.js/

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const toTab = (page: Page, name: string) => tab(page, name).click()

test('keys walk the tabs and the months on file; the link has the tab', async ({ open }) => {
  const page = await open(TWO_DAYS, NO_MAP)
  const ids = await listedIds(page)
  await tab(page, 'Reports').focus()
  await page.keyboard.press('ArrowRight')
  const matrix = page.getByRole('table', { name: 'Reports by reporting party and accused party' })
  await matrix.waitFor()
  await expect.poll(() => tab(page, 'Who says what').getAttribute('aria-selected')).toBe('true')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Who says what')
  await expect.poll(() => page.url()).toContain('panel=claims')

  await page.keyboard.press('End')
  await page.getByRole('table', { name: /^Pages/ }).waitFor()
  await expect.poll(() => page.url()).toContain('panel=sources')
  await page.keyboard.press('ArrowRight')
  expect(await listedIds(page)).toEqual(ids)
  await expect.poll(() => page.url()).not.toContain('panel=')

  await page.getByRole('button', { name: 'About the data' }).click()
  const region = page.getByRole('region', { name: 'Reports on file by month and party' })
  const row = region.getByRole('row', { name: /^March 2021/ })
  expect(await row.textContent()).toBe('March 2021no reports on file')
  expect(await region.getByRole('row').count()).toBe(36)
  await region.focus()
  await page.keyboard.press('End')
  // The dialog scrolls, not a box in it.
  const dialog = page.getByRole('dialog', { name: 'About the data' })
  await expect.poll(() => dialog.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
})

test('matrix cells and agreement filter; a second press undoes it', async ({ open }) => {
  const page = await open(`${ALL}&panel=claims`, NO_MAP)
  const cell = page.getByRole('button', { name: 'Azerbaijan accuses Armenia: 138 reports' })
  const other = page.getByRole('button', { name: 'Armenia accuses Azerbaijan: 93 reports' })
  await cell.click()
  await expect.poll(() => cell.getAttribute('aria-pressed')).toBe('true')
  expect(await announced(page)).toBe('138 reports')
  await expect.poll(() => page.url()).toContain('by=azerbaijan&accused=armenia')
  await other.click()
  await expect.poll(() => cell.getAttribute('aria-pressed')).toBe('false')
  expect(await announced(page)).toBe('93 reports')
  await page.getByRole('button', { name: 'Read them' }).click()
  expect(await listedIds(page)).toHaveLength(93)

  await toTab(page, 'Who says what')
  await other.click()
  expect(await announced(page)).toBe('447 reports')

  const bothSides = page.getByRole('button', { name: 'Reported by both sides: 9 reports' })
  await bothSides.click()
  expect(await announced(page)).toBe('9 reports')
  await bothSides.click()
  const items = page.locator('.casualties > li')
  expect(await items.count()).toBe(5)
  expect(await items.first().textContent()).toMatch(
    /^\d+ killed, \d+ wounded as reported by Azerbaijan, in \d+ reports\d+ reports state no number; 1 report excluded: its figures must not be added up$/,
  )

  const site = page.url().split('?')[0]
  await page.goto(`${site}?from=2022-09-13&to=2022-09-13&panel=claims`)
  const range = 'Armenia accuses Azerbaijan: at least 3, up to 5 reports'
  expect(await page.getByRole('button', { name: range }).textContent()).toBe('3–5')
  await page.goto(`${site}${ALL}&panel=claims&denied=yes`)
  await expect.poll(() => page.locator('.matrix tfoot td').last().textContent()).toBe('74')
})

test('sources are sorted by any column, and one of them filters the slice', async ({ open }) => {
  const page = await open(`${ALL}&panel=sources`, NO_MAP)
  await page.getByText('229 of 447 reports rest on a single page').waitFor()
  const table = page.getByRole('table', { name: /^Pages/ })
  const column = (name: string) => table.getByRole('columnheader', { name })
  const rows = table.locator('tbody tr')
  expect(await rows.count()).toBe(100)
  await expect.poll(() => column('Reports').getAttribute('aria-sort')).toBe('descending')

  await column('Publisher').getByRole('button').click()
  await expect.poll(() => column('Publisher').getAttribute('aria-sort')).toBe('ascending')
  await expect.poll(() => column('Reports').getAttribute('aria-sort')).toBeNull()
  const first = await rows.first().locator('.source-publisher').textContent()
  await column('Publisher').getByRole('button').click()
  await expect.poll(() => column('Publisher').getAttribute('aria-sort')).toBe('descending')
  expect(await rows.first().locator('.source-publisher').textContent()).not.toBe(first)
  await page.getByRole('button', { name: 'Show all 629 pages' }).click()
  await expect.poll(() => rows.count()).toBe(629)

  await column('Reports').getByRole('button').click()
  const count = rows.first().getByRole('button')
  const said = Number(await count.textContent())
  await count.click()
  await expect.poll(() => count.getAttribute('aria-pressed')).toBe('true')
  expect(await announced(page)).toBe(`${said} reports`)
  await expect.poll(() => page.url()).toContain('source=')
  // The other pages are still there to go to.
  await expect.poll(() => rows.count()).toBe(629)
  await page.getByRole('button', { name: 'Read them' }).click()
  expect(await listedIds(page)).toHaveLength(said)
  await toTab(page, 'Sources')
  await page.getByRole('button', { name: 'Show all again' }).click()
  expect(await announced(page)).toBe('447 reports')
})

test('a view whose script does not come says so, and the list is still there', async ({ open }) => {
  const page = await open(`${TWO_DAYS}&panel=claims`, {
    ...NO_MAP,
    prepare: (page) => page.route(CHUNK, (route) => route.abort()),
    allow: [/Failed to load resource/, /dynamically imported module/],
  })
  await page.getByText('This part of the page could not be loaded.').waitFor()
  await toTab(page, 'Reports')
  expect((await listedIds(page)).length).toBeGreaterThan(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the views, ${colorScheme}`, async ({ open }) => {
    const page = await open(`${ALL}&panel=claims`, { ...NO_MAP, colorScheme })
    for (const pressed of ['.matrix-cell', '.source-count button']) {
      const first = page.locator(pressed).first()
      await first.waitFor()
      expect(await findings(page)).toEqual([])
      await first.click()
      expect(await findings(page)).toEqual([])
      await first.click()
      await toTab(page, 'Sources')
    }
  })
}

test('on a phone both views fit the sheet', async ({ open }) => {
  const page = await open(`${ALL}&panel=claims`, {
    viewport: { width: 320, height: 640 },
    touch: true,
  })
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  await page.locator('.matrix').waitFor()
  const fits = () =>
    page.locator('.panel').evaluate((panel) => panel.scrollWidth <= panel.clientWidth)
  expect(await fits()).toBe(true)
  await tab(page, 'Sources').tap()
  await page.locator('.source-table').waitFor()
  expect(await fits()).toBe(true)
  // Scrolled, the handle of the sheet lies over checkboxes and leaves less of them to touch.
  await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0))
  expect(await findings(page)).toEqual([])
})
