import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Pixel } from '../../src/figure/camera'
import { findNearest } from '../../src/figure/nearest'
import { announced, listedIds, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

/** Presses Tab until the focus is on what the selector names; fails after so many stops. */
async function tabTo(page: Page, selector: string, stops = 80): Promise<void> {
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`no "${selector}" within ${stops} stops of Tab`)
}

test('marks and reports open and close by keys, and the focus comes back', async ({ open }) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  const opener = () =>
    page.evaluate(() =>
      document.activeElement?.closest('[data-incident]')?.getAttribute('data-incident'),
    )
  const dialog = page.getByRole('dialog').first()
  await tabTo(page, '[data-incident] button')
  const incident = await opener()
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  // The focus follows once the dialog has been painted.
  await expect
    .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
    .toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(opener).toBe(incident)

  await tabTo(page, '.map-mark')
  await page.keyboard.press('Enter')
  await dialog.waitFor()
})

const focusedReport = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.reports li')].findIndex((each) =>
      each.contains(document.activeElement),
    ),
  )

test('the list is one stop: arrows and page keys move inside, Tab goes on to the map', async ({
  open,
}) => {
  const page = await open('?from=2021-01-01&to=2022-12-31&unit=month')
  await mapSettled(page)
  const last = (await listedIds(page)).length - 1
  await tabTo(page, '.skip-links a')
  expect(await page.locator('.skip-links').evaluate((nav) => getComputedStyle(nav).opacity)).toBe(
    '1',
  )
  await page.keyboard.press('Enter')
  expect(await focusedReport(page)).toBe(0)
  await page.keyboard.press('ArrowDown')
  expect(await focusedReport(page)).toBe(1)
  await page.keyboard.press('End')
  expect(await focusedReport(page)).toBe(last)
  await page.keyboard.press('PageUp')
  const paged = await focusedReport(page)
  expect(paged).toBeLessThan(last - 1)
  await page.keyboard.press('PageDown')
  expect(await focusedReport(page)).toBeGreaterThan(paged)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  expect(await focusedReport(page)).toBe(0)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, '.map-mark', 3)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  expect(await focusedReport(page)).toBe(1)
})

test('skip links lead to each part', async ({ open }) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  const before = page.url()
  for (const [name, selector] of [
    ['List', '.report-open'],
    ['Map', '[data-map]'],
    ['Timeline', '.timeline'],
    ['Export', 'button[aria-haspopup=menu]'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Skip to' }).getByRole('link', { name }).focus()
    await page.keyboard.press('Enter')
    const isThere = await page.evaluate((part) => document.activeElement?.matches(part), selector)
    expect(isThere, name).toBe(true)
  }
  expect(page.url()).toBe(before)
})

test('arrows lead from mark to mark, the nearest that way, and the map stays', async ({ open }) => {
  const page = await open()
  await mapSettled(page)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-mark') ?? '')
  const centres = async () => {
    const marks = await page.locator('.map-mark').all()
    const entries = marks.map(async (mark): Promise<[string, Pixel]> => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await mark.boundingBox()) ?? {}
      return [(await mark.getAttribute('data-mark')) ?? '', [x + width / 2, y + height / 2]]
    })
    return new Map(await Promise.all(entries))
  }
  const before = await centres()
  await page.getByRole('link', { name: 'Map' }).focus()
  await page.keyboard.press('Enter')
  await tabTo(page, '.map-mark', 2)
  for (const [key, ahead] of [
    ['ArrowUp', [0, -1]],
    ['ArrowRight', [1, 0]],
    ['ArrowDown', [0, 1]],
    ['ArrowDown', [0, 1]],
    ['ArrowLeft', [-1, 0]],
    ['ArrowLeft', [-1, 0]],
    ['ArrowLeft', [-1, 0]],
  ] as const) {
    const from = await focused()
    const index = findNearest([...before.values()], before.get(from) ?? [0, 0], ahead)
    await page.keyboard.press(key)
    expect(await focused(), `${key} from ${from}`).toBe([...before.keys()][index] ?? from)
  }
  expect(await centres()).toEqual(before)
})

test('keys alone move the window, toggle a date and export the slice', async ({ open }) => {
  const page = await open(TWO_DAYS, { webgl: false })
  const from = page.getByRole('slider', { name: 'From date' })
  await tabTo(page, '[role="slider"][aria-label="From date"]')
  const before = Number(await from.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => from.getAttribute('aria-valuenow')).toBe(String(before - 1))
  await expect.poll(() => page.url()).toContain('from=2022-11-28')

  await page.getByRole('group', { name: 'Dates' }).getByRole('button').first().focus()
  const ids = await listedIds(page)
  await page.keyboard.press('Space')
  expect((await listedIds(page)).length).toBeLessThan(ids.length)

  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('Enter')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.geojson$/)
  await page.getByRole('menu').waitFor({ state: 'detached' })
})

test('Play moves the window by its unit, until Pause or the page is hidden', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&unit=week', { webgl: false })
  await page.getByRole('button', { name: 'Next slice' }).click()
  await expect.poll(() => page.url()).toContain('from=2022-12-04&to=2022-12-10')
  await page.getByRole('button', { name: 'Previous slice' }).click()
  await expect.poll(() => page.url()).toContain('from=2022-11-27&to=2022-12-03')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => page.url(), { timeout: 10_000 }).not.toContain('from=2022-11-27')
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  expect(await announced(page)).toMatch(/reports?$/)
})
