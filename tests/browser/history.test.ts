import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { announced } from './support/screen'
import { test } from './support/site'

const search = (page: Page) => new URL(page.url()).search
const entries = (page: Page) => page.evaluate(() => history.length)
const report = (page: Page) => page.getByRole('dialog', { name: /Shusha/ })

test('Back closes what was opened, then undoes filters and periods, and Forward redoes', async ({
  open,
}) => {
  const page = await open('?from=2022-11-27&to=2022-12-03', { webgl: false })
  const first = await announced(page)
  await page.getByRole('checkbox', { name: /^Azerbaijan/ }).check()
  await page.waitForURL(/by=azerbaijan/)
  const filtered = await announced(page)
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Shusha/ })
    .first()
    .click()
  await page.waitForURL(/incident=/)
  const withReport = search(page)
  await page.getByRole('button', { name: 'About the data' }).click()
  const about = page.getByRole('dialog', { name: 'About the data' })
  await about.waitFor()

  await page.goBack()
  await about.waitFor({ state: 'detached' })
  expect(search(page)).toBe(withReport)
  await page.goBack()
  await report(page).waitFor({ state: 'detached' })
  expect(search(page)).not.toContain('incident')
  await page.goBack()
  await expect.poll(() => announced(page)).toBe(first)
  expect(await page.getByRole('checkbox', { name: /^Azerbaijan/ }).isChecked()).toBe(false)
  await page.goForward()
  await expect.poll(() => announced(page)).toBe(filtered)
  await page.goForward()
  await report(page).waitFor()
  await page.reload()
  await report(page).waitFor()
  expect(search(page)).toBe(withReport)
})

test('a report of the first view is opened in its slice by Back and after a reload', async ({
  open,
}) => {
  const page = await open('', { webgl: false })
  const first = await announced(page)
  await page.locator('[data-incident="20221130-01"]').getByRole('button').first().click()
  await page.waitForURL(/from=.*incident=/)
  await page.keyboard.press('Escape')
  await expect.poll(() => search(page)).toBe('')
  await page.goBack()
  await report(page).waitFor()
  expect(await announced(page)).toBe(first)
  await page.reload()
  await report(page).waitFor()
  await expect.poll(() => announced(page)).toBe(first)
})

test('a closed dialog leaves no entry, and dates chosen in one are a step', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03', { webgl: false })
  await page.getByRole('checkbox', { name: /^Azerbaijan/ }).check()
  await page.getByRole('button', { name: 'About the data' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goBack()
  await expect.poll(() => search(page)).not.toContain('by=')

  await page.locator('.count-when button').click()
  await page.getByRole('dialog').getByRole('button', { name: '2021', exact: true }).click()
  await expect.poll(() => search(page)).toContain('from=2021-01-01')
  await page.goBack()
  await expect.poll(() => search(page)).toContain('from=2022-11-27')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('dates switched quickly are one step; typing, keys on the window and embeds make none', async ({
  open,
}) => {
  const page = await open('?from=2022-11-27&to=2022-12-03', { webgl: false })
  const length = await entries(page)
  await page.locator('[data-date="2022-11-28"]').click()
  await page.locator('[data-date="2022-11-29"]').click()
  await expect.poll(() => search(page)).toContain('off=2022-11-28,2022-11-29')
  expect(await entries(page)).toBe(length + 1)
  await page.goBack()
  await expect.poll(() => search(page)).not.toContain('off=')

  await page.getByRole('combobox', { name: 'Search reports' }).fill('Shusha')
  await page.getByRole('slider', { name: 'To date' }).press('ArrowRight')
  await expect.poll(() => search(page)).toContain('to=2022-12-04')
  expect(search(page)).toContain('q=Shusha')
  expect(await entries(page)).toBe(length + 1)

  const embed = await open('?embed=1', { webgl: false })
  const before = await entries(embed)
  await embed.locator('[data-date="2022-11-28"]').click()
  await expect.poll(() => search(embed)).toContain('off=')
  expect(await entries(embed)).toBe(before)
})

test('on a phone, Back closes what covers the map, and closing it leaves no entry', async ({
  open,
}) => {
  const page = await open('?from=2022-11-27&to=2022-12-03', {
    ...{ viewport: { width: 390, height: 844 }, touch: true, webgl: false },
    prepare: (page) => page.goto('about:blank'),
  })
  const map = page.getByRole('button', { name: 'Show filters and list' })
  const sheet = page.getByRole('button', { name: 'Show the map' })
  const start = search(page)
  await map.tap()
  await sheet.waitFor()
  await page.reload()
  await sheet.waitFor()
  await page.goBack()
  await map.waitFor()
  await page.goForward()
  await sheet.tap()
  await map.waitFor()

  // Whatever is closed by its own control; a report opens from the list, and leads back to it.
  for (const [part, control] of [
    [page.locator('.timeline-body'), page.locator('.timeline-fold')],
    [page.locator('.legend-choice'), page.locator('.legend > summary')],
    [page.getByRole('group', { name: 'Layers' }), page.locator('summary', { hasText: 'Layers' })],
    [page.getByRole('menu'), page.getByRole('button', { name: 'Export' })],
  ] as const) {
    await control.tap()
    await part.waitFor()
    await page.goBack()
    await part.waitFor({ state: 'hidden' })
    await page.goForward()
    await part.waitFor()
    await control.tap()
    await part.waitFor({ state: 'hidden' })
  }
  await page.locator('summary', { hasText: 'Layers' }).tap()
  await map.tap()
  await sheet.waitFor()
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Shusha/ })
    .first()
    .tap()
  await report(page).waitFor()
  await page.goBack()
  await sheet.waitFor()
  await page.goBack()
  await map.waitFor()
  expect(search(page)).toBe(start)
  await page.goBack()
  expect(page.url()).toBe('about:blank')
})
