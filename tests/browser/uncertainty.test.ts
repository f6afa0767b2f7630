import { expect } from 'vitest'
import { announced, exported, listedIds, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

test('possible reports are counted separately and can be left out', async ({ open }) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  expect(await announced(page)).toBe('at least 5, up to 6 reports')
  const possible = page.locator('.report-possible')
  expect(await possible.count()).toBe(1)
  expect(await possible.textContent()).toContain('may be outside these dates')
  const id = await possible.getAttribute('data-incident')

  await page.getByRole('checkbox', { name: 'Count possible reports' }).uncheck()
  expect(await announced(page)).toBe('5 reports')
  expect(await listedIds(page)).not.toContain(id)
  await expect.poll(() => page.url()).toContain('possible=0')
  const { text } = await exported(page, 'GeoJSON (reports)')
  const collection = JSON.parse(text)
  expect(collection.features.map((feature: { id: string }) => feature.id)).not.toContain(id)
  expect(collection.contactline).toMatchObject({
    filter: { possible: '0' },
    counts: { reports: 5, certain: 5, possible: 0 },
  })
})

test('the reports that name no district are counted and listed at the map', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03')
  await mapSettled(page)
  expect(await page.locator('.area-report').count()).toBe(0)
  await page.locator('summary', { hasText: '3 not located' }).click()
  const tray = page.getByRole('list').filter({ has: page.locator('.area-report') })
  await expect.poll(() => tray.getByRole('listitem').count()).toBe(3)
  await tray.getByRole('button').first().click()
  await page.locator('.card-docked').getByRole('dialog').waitFor()
})

test('the other side’s report stands in the popup, with the rule, and opens', async ({ open }) => {
  const page = await open('?from=2022-03-07&to=2022-03-07&incident=20220307-05', { webgl: false })
  const popup = page.getByRole('dialog').first()
  const section = popup.getByRole('region', { name: /The other side’s report/ })
  expect(await section.textContent()).toContain('How reports are paired')
  await section.getByRole('button').first().click()
  await expect.poll(() => page.url()).toContain('incident=20220307-03')
  await page
    .getByRole('dialog')
    .getByRole('region', { name: /The other side’s report/ })
    .waitFor()
})
