import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { announced, TWO_DAYS } from './support/screen'
import { test } from './support/site'

const FIRST = { firstVisit: true, webgl: false } as const
const hint = (page: Page) => page.getByRole('region', { name: 'First visit' })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

/** Runs in the page. */
function blockStorage(): void {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  Object.defineProperty(window, 'localStorage', { get: refuse })
}

test('the hint is for a first visit, until it is dismissed', async ({ open }) => {
  const page = await open('', FIRST)
  await hint(page).waitFor()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  expect(await findings(page)).toEqual([])
  await hint(page).getByRole('button', { name: 'How to read this map' }).click()
  await dialog(page, 'How to read this map').waitFor()
  await page.keyboard.press('Escape')
  // The focus is back in the hint.
  await page.keyboard.press('Escape')
  await hint(page).waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.slice-sentence').waitFor()
  expect(await hint(page).count()).toBe(0)
})

test.for([`${TWO_DAYS}&incident=20221130-01`, '?district=shusha', '?embed=1'])(
  'there is no hint at %s',
  async (query, { open }) => {
    const page = await open(query, FIRST)
    expect(await hint(page).count()).toBe(0)
  },
)

test('a browser that stores nothing shows the hint for this visit', async ({ open }) => {
  const page = await open('', { ...FIRST, prepare: (each) => each.addInitScript(blockStorage) })
  await hint(page).getByRole('button', { name: 'Dismiss' }).click()
  await hint(page).waitFor({ state: 'detached' })
})

test('? lists the keys, which can be switched off', async ({ open }) => {
  const page = await open(TWO_DAYS, { webgl: false })
  const keys = dialog(page, 'Keys')
  await page.getByRole('combobox', { name: 'Search reports' }).press('?')
  expect(await page.getByRole('combobox', { name: 'Search reports' }).inputValue()).toBe('?')
  expect(await keys.count()).toBe(0)
  await page.getByRole('button', { name: 'Clear search' }).click()
  await page.getByRole('button', { name: 'Play' }).press('?')
  await keys.waitFor()
  expect(await findings(page)).toEqual([])
  await page.goBack()
  await keys.waitFor({ state: 'detached' })

  await page.locator('[data-incident="20221130-01"] button').click()
  const card = page.locator('.card')
  const heading = () => card.locator('.neighbours p').textContent()
  await card.waitFor()
  const before = await heading()
  await card.getByRole('button', { name: 'Close' }).press('k')
  await expect.poll(heading).not.toBe(before)
  const after = await heading()

  await page.keyboard.press('?')
  await keys.getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })
  await card.getByRole('button', { name: 'Close' }).press('j')
  await page.keyboard.press('?')
  expect(await announced(page)).not.toBe('')
  expect([await heading(), await keys.count()]).toEqual([after, 0])
  await page.keyboard.press('Escape')

  await page.reload()
  await page.getByRole('button', { name: 'About the data' }).click()
  const about = dialog(page, 'About the data')
  await about.getByRole('button', { name: 'How to read this map' }).click()
  const help = dialog(page, 'How to read this map')
  await help.getByRole('button', { name: 'Keys' }).click()
  expect(await keys.getByRole('checkbox').isChecked()).toBe(true)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`how to read the map is drawn as on the map, ${colorScheme}`, async ({ open }) => {
    const page = await open(TWO_DAYS, { webgl: false, colorScheme })
    await page.locator('.legend').getByRole('button', { name: 'How to read this map' }).click()
    const help = dialog(page, 'How to read this map')
    await help.getByText('2–4', { exact: true }).waitFor()
    expect(await findings(page)).toEqual([])
    // As drawn behind it.
    const [figure, bar] = [
      '.figures .bars-certain',
      '.bars-plot .party-azerbaijan.bars-certain',
    ].map((each) => page.locator(each).evaluate((path) => getComputedStyle(path).fill))
    expect(await figure).toBe(await bar)
    const hatch = (within: string) =>
      page
        .locator(`${within} pattern[id$="silent"] path`)
        .evaluate((path) => [path.getAttribute('d'), path.getAttribute('stroke')])
    expect(await hatch('.figures')).toEqual(await hatch('.map-ground'))
  })
}
