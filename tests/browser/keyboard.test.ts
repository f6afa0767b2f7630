import type { Page } from 'playwright-core'
import { expect } from 'vitest'
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
