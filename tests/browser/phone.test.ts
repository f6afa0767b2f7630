import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { drawn, findCovered, listedIds, TWO_DAYS } from './support/screen'
import { readScreenTexts } from './support/screenTexts'
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
  // The buttons of a reference that opens are in sight, whatever its text.
  await card.getByRole('button', { name: 'Cite', exact: true }).tap()
  const bibtex = card.getByRole('button', { name: /^BibTeX of this report/ })
  const bottomOf = async (part: Locator) => {
    const { y = 0, height = 0 } = (await part.boundingBox()) ?? {}
    return y + height
  }
  await expect.poll(() => bottomOf(bibtex)).toBeLessThan(await bottomOf(card.locator('.card-body')))
  expect(await card.locator('.citation-text p').first().isVisible()).toBe(true)
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

test('the folded list shows the count, and opens where it was left', async ({ open }) => {
  const page = await open('?from=2022-01-01&to=2022-12-31', {
    ...{ viewport: { width: 390, height: 844 }, touch: true, webgl: false },
  })
  const panel = page.locator('.panel')
  const scrollTop = () => panel.evaluate((each) => each.scrollTop)
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  const report = page.locator('.report-open').nth(20)
  await report.scrollIntoViewIfNeeded()
  expect(await scrollTop()).toBeGreaterThan(844)
  await report.tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  await expect.poll(scrollTop).toBe(0)
  const count = await page.locator('.count-number').boundingBox()
  expect(count?.y).toBeLessThan(844 - 40)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  await expect.poll(async () => (await report.boundingBox())?.y).toBeLessThan(844)
  expect((await report.boundingBox())?.y).toBeGreaterThan(844 / 5)
  // The handle covers nothing that has the focus.
  const search = page.getByRole('combobox', { name: 'Search reports' })
  await search.focus()
  await search.fill('sh')
  await page.locator('.suggestion').first().waitFor()
  expect(await findings(page)).toEqual([])
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

test('what opens over the map says that there is more below, until its end', async ({ open }) => {
  const page = await open(TWO_DAYS, { webgl: false, viewport: { width: 1280, height: 560 } })
  const isOver = async (box: Locator) => {
    await drawn(page)
    return (await box.locator('.more-below').count()) > 0
  }
  const layers = page.locator('.map-tools summary', { hasText: 'Layers' })
  for (const opener of [page.getByRole('button', { name: 'Export' }), layers]) {
    await opener.click()
    const box = page.locator('.menu:visible')
    await expect.poll(() => isOver(box)).toBe(true)
    await box.evaluate((each) => each.scrollTo({ top: each.scrollHeight, behavior: 'instant' }))
    await expect.poll(() => isOver(box)).toBe(false)
    await page.keyboard.press('Escape')
  }
})

/** Moves a finger over the screen. */
async function swipe(page: Page, [x, from]: readonly [number, number], to: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x, y }],
    })
  await send('touchStart', from)
  for (let step = 1; step <= 8; step++) await send('touchMove', from + ((to - from) * step) / 8)
  await send('touchEnd')
  await drawn(page)
}

test('a swipe opens the sheet and never moves the page, which says what it is', async ({
  open,
}) => {
  const page = await open(TWO_DAYS, { viewport: { width: 390, height: 844 }, touch: true })
  await mapSettled(page)
  const scrolled = () =>
    page.evaluate(() => {
      const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.body
      return { scrollTop, more: scrollHeight - clientHeight }
    })
  const head = page.locator('.page-head')
  await head.getByRole('heading', { level: 1 }).waitFor()
  expect(await head.textContent()).toContain('Every report is a party’s claim')
  expect((await head.boundingBox())?.height).toBeLessThanOrEqual(48)

  const list = page.getByRole('button', { name: 'Show filters and list' })
  const status = await page.locator('.slice-status').boundingBox()
  await swipe(page, [195, (status?.y ?? 0) + 60], 300)
  await page.getByRole('button', { name: 'Show the map' }).waitFor()
  expect(await scrolled()).toEqual({ scrollTop: 0, more: 0 })
  const handle = await page.locator('.sheet-handle').boundingBox()
  await swipe(page, [195, (handle?.y ?? 0) + 10], 800)
  await list.waitFor()
  await swipe(page, [195, 660], 200)
  expect(await scrolled()).toEqual({ scrollTop: 0, more: 0 })
})

for (const [width, height] of [
  [390, 844],
  [360, 640],
  [320, 568],
] as const) {
  test(`nothing is cut or over another control, ${width} × ${height}`, async ({ open }) => {
    const page = await open(TWO_DAYS, { viewport: { width, height }, touch: true })
    await mapSettled(page)
    // The notes on the count go on in the open sheet.
    const leftOut = '.map-names, .maplibregl-canvas, .panel:not(.panel-open) .count-notes'
    const faults = async () => (await readScreenTexts(page, leftOut)).faults
    expect(await faults()).toEqual([])
    // One thumb reaches what is needed most.
    for (const control of ['.timeline .dates-button', '.sheet-handle', '.timeline-fold']) {
      const box = await page.locator(control).boundingBox()
      expect(box?.y, control).toBeGreaterThan(height / 2)
    }
    expect(await findCovered(page)).toEqual([])
    await page.locator('.timeline-fold').tap()
    expect(await faults()).toEqual([])
    await expect.poll(() => findCovered(page)).toEqual([])
    await page.locator('.timeline-fold').tap()
    await page.locator('.legend > summary').tap()
    expect(await faults()).toEqual([])
  })
}

test('without WebGL what says so covers no mark', async ({ open }) => {
  const screen = { viewport: { width: 390, height: 844 }, firstVisit: true }
  const all = '?from=2020-11-01&to=2023-09-30'
  const page = await open(all, { ...screen, touch: true, webgl: false })
  await page.getByText('This map cannot be dragged').waitFor()
  await expect.poll(() => findCovered(page)).toEqual([])
})

test('on a first visit the unfolded timeline is whole, and focus districts have names', async ({
  open,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, touch: true, firstVisit: true }
  const page = await open('?from=2020-11-01&to=2023-09-30&bars=rows', phone)
  await mapSettled(page)
  await page.locator('.timeline-fold').tap()
  await page.locator('.hint').waitFor({ state: 'hidden' })
  const place = page.locator('.timeline-place')
  const panel = (await page.locator('.panel').boundingBox())?.y ?? 0
  const { y = 0, height = 0 } = (await place.boundingBox()) ?? {}
  expect(y + height).toBeLessThanOrEqual(panel + 1)
  await place.evaluate((each) => each.scrollTo(0, each.scrollHeight))
  const numbers = await page.locator('.bar-numbers').boundingBox()
  expect((numbers?.y ?? 0) + (numbers?.height ?? 0)).toBeLessThanOrEqual(panel + 1)
  const map = await page.locator('.map').boundingBox()
  for (const name of ['Kalbajar', 'Lachin', 'Shusha', 'Aghdam']) {
    const text = page.locator('.map-names text', { hasText: name }).first()
    await expect
      .poll(async () => {
        const box = await text.boundingBox()
        return box && map && box.x >= 0 && box.x + box.width <= map.width && box.y >= map.y
      })
      .toBe(true)
  }
})
