import { expect } from 'vitest'
import { findings } from './support/axe'
import { TWO_DAYS } from './support/screen'
import { readScreenTexts } from './support/screenTexts'
import { mapSettled, test } from './support/site'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state of the page, ${colorScheme}`, async ({ open }) => {
    const page = await open(TWO_DAYS, { colorScheme })
    await mapSettled(page)
    const look = async (state: string) =>
      expect({ state, found: await findings(page) }).toEqual({ state, found: [] })
    await look('nothing selected')
    await page.locator('[data-incident="20221130-01"] button').click()
    await look('a report open')
    await page.keyboard.press('Escape')
    await page.locator('.map-mark').first().press('Enter')
    await look('a district open')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export' }).click()
    await look('the export menu open')
    await page.keyboard.press('Escape')
    const layers = page.getByText('Layers', { exact: true }).first()
    await layers.click()
    await look('the layers open')
    await layers.click()
    await page.getByRole('button', { name: 'About the data' }).click()
    await look('about the data')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Search reports' }).fill('nothing has this word')
    await look('no results')
    await page.getByRole('combobox', { name: 'Search reports' }).fill('')
    await page.getByRole('tab', { name: 'Who says what' }).click()
    await page.locator('.matrix-cell', { hasText: '–' }).first().waitFor()
    await look('who says what')
  })

  test(`axe finds nothing on a phone, ${colorScheme}`, async ({ open }) => {
    const viewport = { width: 390, height: 844 }
    const page = await open(TWO_DAYS, { colorScheme, viewport, touch: true })
    await mapSettled(page)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Show filters and list' }).click()
    expect(await findings(page)).toEqual([])
    await page.locator('[data-incident="20221130-01"] button').click()
    await page.getByRole('dialog').waitFor()
    expect(await findings(page)).toEqual([])
  })
}

/** Landscape phones, and desks at 200 % and 400 %. */
for (const [width, height] of [
  [844, 390],
  [720, 450],
  [640, 400],
  [320, 256],
] as const) {
  test(`a low window scrolls as a page with nothing cut, ${width} × ${height}`, async ({
    open,
  }) => {
    const page = await open(TWO_DAYS, { viewport: { width, height } })
    await mapSettled(page)
    const look = async (state: string) => {
      const { faults } = await readScreenTexts(page, '.map-names, .maplibregl-canvas')
      expect({ state, faults, found: await findings(page) }).toEqual({
        state,
        faults: [],
        found: [],
      })
    }
    await look('nothing selected')
    for (const tool of ['Export', 'Layers']) {
      const button = page.locator('.map-tools .tool', { hasText: tool })
      await button.click()
      const menu = await page.locator('.menu:visible').boundingBox()
      expect(menu?.y, tool).toBeGreaterThanOrEqual(0)
      expect((menu?.y ?? 0) + (menu?.height ?? 0), tool).toBeLessThanOrEqual(height)
      await page.keyboard.press('Escape')
    }
    const more = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(await more()).toBeGreaterThan(height)
    const last = page.locator('.report-open').last()
    await last.scrollIntoViewIfNeeded()
    await last.click()
    const card = page.getByRole('dialog')
    for (const part of [
      card.getByRole('heading').first(),
      card.getByRole('button', { name: 'Close' }),
    ]) {
      const box = await part.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
    }
    await look('a report open')
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    const tools = await page.locator('.map-tools').boundingBox()
    const credits = await page.locator('.maplibregl-ctrl-attrib').boundingBox()
    expect((credits?.y ?? 0) + (credits?.height ?? 0)).toBeLessThanOrEqual(tools?.y ?? 0)
  })
}

test('forced colours highlight what is pressed or chosen, and nothing else', async ({ open }) => {
  const page = await open('?from=2022-11-20&to=2022-12-05&denied=no')
  await mapSettled(page)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.locator('[data-incident="20221130-01"] button').click()
  await page.locator('.date').first().click()
  const isHighlighted = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const probe = document.body.appendChild(document.createElement('p'))
        probe.style.cssText = 'forced-color-adjust: none; background: Highlight'
        const isSame = (one: Element, other: Element) =>
          getComputedStyle(one).backgroundColor === getComputedStyle(other).backgroundColor
        const found = isSame(element, probe)
        probe.remove()
        return found
      })
  for (const [on, off] of [
    ['.date[aria-pressed=true]', '.date[aria-pressed=false]'],
    ['[role=tab][aria-selected=true]', '[role=tab][aria-selected=false]'],
    ['.report:has([aria-current])', '.report:not(:has([aria-current]))'],
    ['.facet-active summary', '.facet:not(.facet-active) summary'],
  ] as const) {
    expect(await isHighlighted(on), on).toBe(true)
    expect(await isHighlighted(off), off).toBe(false)
  }
  const edge = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((date) => getComputedStyle(date).borderStyle)
  expect(await edge('.date[aria-pressed=false]')).toBe('dashed')
  expect(await edge('.date[aria-pressed=true]')).toBe('solid')
  // The swatch of possible reports is hatched, and no second box to tick.
  const swatch = await page.locator('.key-possible').evaluate((key) => {
    const { backgroundImage, borderTopWidth } = getComputedStyle(key)
    return { isHatched: backgroundImage.includes('gradient'), borderTopWidth }
  })
  expect(swatch).toEqual({ isHatched: true, borderTopWidth: '0px' })
  // A party's bar keeps its colour.
  const bar = page.locator('.report:not(.report-possible)').first()
  expect(
    await bar.evaluate((report) => {
      const { backgroundColor } = getComputedStyle(report, '::before')
      const party = getComputedStyle(report).getPropertyValue('--party')
      report.style.cssText = `forced-color-adjust: none; color: ${party}`
      return getComputedStyle(report).color === backgroundColor
    }),
  ).toBe(true)
  expect(await findings(page)).toEqual([])
})
