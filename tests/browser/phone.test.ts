import { expect } from 'vitest'
import { listedIds, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

test('on a phone the list slides up, reports open and dates switch off', async ({ open }) => {
  const page = await open(TWO_DAYS, { viewport: { width: 390, height: 844 }, touch: true })
  await mapSettled(page)
  const before = await listedIds(page)
  await page.locator('.timeline [aria-expanded="false"]').tap()
  const date = page.locator('[data-date="2022-11-30"]')
  await date.tap()
  expect((await listedIds(page)).length).toBeLessThan(before.length)
  await date.tap()
  await page.locator('.timeline-fold').tap()

  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  await page.locator('[data-incident="20221130-01"] button').tap()
  const card = page.locator('.card-sheet').getByRole('dialog')
  expect(await card.textContent()).toContain('14:40–15:50')
  const top = async () => (await card.boundingBox())?.y ?? 0
  const half = await top()
  for (const mark of ['shusha', 'aghdam']) {
    const box = () => page.locator(`[data-mark="${mark}"]`).boundingBox()
    await expect.poll(async () => (await box())?.y ?? -1).toBeGreaterThan(0)
    await expect.poll(async () => ((await box())?.y ?? 844) + 24).toBeLessThan(half)
  }
  await card.getByRole('button', { name: 'Show more of this card' }).tap()
  await expect.poll(top).toBeLessThan(half / 2)
  await card.getByRole('button', { name: 'Show less of this card' }).tap()
  await expect.poll(top).toBe(half)
  const grip = { x: 195, y: half + 10 }
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(grip.x, grip.y + 260, { steps: 4 })
  await page.mouse.up()
  await expect.poll(top).toBeGreaterThan(half + 200)
  await card.getByRole('heading').first().tap()
  await expect.poll(top).toBe(half)
  // Focus goes to nothing that the sheet covers.
  await page.getByRole('button', { name: 'Play' }).focus()
  await expect.poll(top).toBeGreaterThan(half + 200)
  await card.getByRole('button', { name: 'Close' }).tap()
  await card.waitFor({ state: 'detached' })
})

test('every menu of the map is on a small screen, and nothing is wider', async ({ open }) => {
  const page = await open(TWO_DAYS, { viewport: { width: 390, height: 844 }, touch: true })
  await mapSettled(page)
  const tools = page.locator('.map-tools')
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height })
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(scrollWidth).toBeLessThanOrEqual(width)
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
  }
})
