import { expect } from 'vitest'
import { announced } from './support/screen'
import { test } from './support/site'

test('dates are typed in many forms, chosen from presets, and asked for when ambiguous', async ({
  open,
}) => {
  const page = await open('', { webgl: false })
  const heading = page.getByRole('heading', { level: 2, name: /\d{4}$/ })
  const dialog = page.getByRole('dialog', { name: 'Choose dates' })
  const first = dialog.getByRole('textbox', { name: 'First day' })
  const openDates = () => page.locator('.count-when button').click()

  await openDates()
  await expect.poll(() => first.evaluate((field) => field === document.activeElement)).toBe(true)
  await first.fill('Sept 2022')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading.textContent()).toContain('1–30 September 2022')
  await expect.poll(() => page.url()).toContain('from=2022-09-01&to=2022-09-30')
  expect(await dialog.count()).toBe(0)

  await openDates()
  await first.fill('29.-30.11.')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '29–30 November 2022' }).click()
  await expect.poll(() => page.url()).toContain('from=2022-11-29&to=2022-11-30')

  await openDates()
  await first.fill('13-14 Sept')
  await dialog.getByRole('button', { name: 'Show', exact: true }).click()
  await dialog.getByRole('button', { name: '13–14 September 2022' }).click()
  await expect.poll(() => page.url()).toContain('from=2022-09-13&to=2022-09-14')

  await openDates()
  await first.fill('soon')
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('status').textContent()).toContain('not a date')
  for (const [from, to, words] of [
    ['31 Nov 2022', '', 'There is no 31 November 2022: that month has 30 days.'],
    ['1 Jan 2022', '29 Feb 2022', 'There is no 29 February 2022: that month has 28 days.'],
    ['30 Nov 2022', '29 Nov 2022', 'The first day is after the last day.'],
  ] as const) {
    await first.fill(from)
    await dialog.getByRole('textbox', { name: 'Last day' }).fill(to)
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog.getByRole('status').textContent()).toContain(words)
  }
  await dialog.getByRole('button', { name: '29–30 November 2022' }).waitFor()
  await dialog.getByRole('button', { name: '2021', exact: true }).click()
  await expect.poll(() => page.url()).toContain('from=2021-01-01&to=2021-12-31')

  await openDates()
  await first.fill('29.11.2022')
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('Nov 30, 2022')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('from=2022-11-29&to=2022-11-30')
  await expect.poll(() => announced(page)).toMatch(/reports$/)
})

test('the presets are those of the dates that are shown', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03', { webgl: false })
  const dialog = page.getByRole('dialog', { name: 'Choose dates' })
  await page.locator('.count-when button').click()
  await dialog.getByRole('button', { name: 'Wednesday, 30 November 2022' }).waitFor()
  await dialog.getByRole('button', { name: /^Week 48,/ }).click()
  await expect.poll(() => page.url()).toContain('from=2022-11-28&to=2022-12-04')
})

test('a year or month label chooses it', async ({ open }) => {
  const page = await open('', { webgl: false })
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await timeline.locator('.overview text', { hasText: '2021' }).click()
  await expect.poll(() => page.url()).toContain('from=2021-01-01&to=2021-12-31')
  await timeline.locator('.bars [data-month]', { hasText: 'Apr' }).first().click()
  await expect.poll(() => page.url()).toContain('from=2021-04-01&to=2021-04-30')
})

for (const width of [1280, 390, 320]) {
  test(`a control brings the window back, and nothing moves for it, ${width} px`, async ({
    open,
  }) => {
    const viewport = { width, height: 844 }
    const query = '?from=2021-04-01&to=2021-04-30'
    const page = await open(query, { webgl: false, viewport, touch: width < 700 })
    const timeline = page.getByRole('region', { name: 'Timeline' })
    if (width < 700) await timeline.locator('.timeline-fold').click()
    const back = timeline.getByRole('button', { name: 'Back to the chosen dates' })
    expect(await back.count()).toBe(0)
    const height = async () => (await timeline.boundingBox())?.height
    const before = await height()
    const overview = await timeline.locator('.overview').boundingBox()
    await timeline.getByRole('button', { name: 'Zoom timeline in' }).click()
    await timeline
      .locator('.overview')
      .click({ position: { x: (overview?.width ?? 0) - 4, y: 12 } })
    await back.waitFor()
    expect(await height()).toBe(before)
    await back.click()
    expect(await back.count()).toBe(0)
    expect(page.url()).toContain('from=2021-04-01&to=2021-04-30')
  })
}
