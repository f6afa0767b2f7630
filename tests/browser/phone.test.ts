import { expect } from 'vitest'
import { listedIds, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

const PHONE = { viewport: { width: 390, height: 844 }, touch: true }

test('on a phone the list slides up, a report opens in a card, and closing leads back', async ({
  open,
}) => {
  const page = await open(TWO_DAYS, PHONE)
  await mapSettled(page)
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  await page.locator('[data-incident="20221130-01"] button').tap()
  const card = page.locator('.docked-card').getByRole('dialog')
  expect(await card.textContent()).toContain('14:40–15:50')
  await card.getByRole('button', { name: 'Close' }).tap()
  await card.waitFor({ state: 'detached' })
})

test('on a phone the folded timeline opens, and a date can be switched off', async ({ open }) => {
  const page = await open(TWO_DAYS, PHONE)
  const before = await listedIds(page)
  await page.locator('.timeline [aria-expanded="false"]').tap()
  await page.locator('[data-date="2022-11-30"]').tap()
  expect((await listedIds(page)).length).toBeLessThan(before.length)
})

test('nothing is wider than the screen', async ({ open }) => {
  const page = await open(TWO_DAYS, { viewport: { width: 320, height: 640 }, touch: true })
  await mapSettled(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test.for([
  [390, 844],
  [320, 640],
] as const)(
  'at %i by %i px every menu of the map lies on the screen',
  async ([width, height], { open }) => {
    const page = await open(TWO_DAYS, { viewport: { width, height }, touch: true })
    await mapSettled(page)
    const tools = page.locator('.map-tools')
    for (const name of ['not located', 'Export', 'Layers']) {
      await tools.locator('summary, [aria-haspopup]', { hasText: name }).tap()
      const menu = tools.locator('.menu:visible')
      await menu.locator('li, label, [role=menuitem]').first().waitFor()
      const box = await menu.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width)
      expect(box?.y).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
    }
  },
)
