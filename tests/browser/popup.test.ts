import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { drawn, findCovered, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

type Box = { x: number; y: number; width: number; height: number } | null | undefined

function isWithin(a: Box, b: Box): boolean {
  if (!a || !b) return false
  const isAcross = a.x >= b.x && a.x + a.width <= b.x + b.width
  return isAcross && a.y >= b.y && a.y + a.height <= b.y + b.height
}

function isOver(a: Box, b: Box): boolean {
  if (!a || !b) return false
  const isAcross = a.x < b.x + b.width && b.x < a.x + a.width
  return isAcross && a.y < b.y + b.height && b.y < a.y + a.height
}

test('a popup says who, when, where and by which source, and is cited', async ({ open }) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  await page.locator('[data-incident="20221130-01"] button').click()
  const popup = page.locator('.card-popup').getByRole('dialog')
  const text = await popup.textContent()
  for (const words of [
    'Ministry of Defence of Azerbaijan',
    '14:40–15:50 UTC+4 (exact times reported)',
    'Wednesday, 30 November 2022',
    'Shusha',
    'Aghdam',
    'known to the district only',
    'members of an illegal Armenian armed detachment',
    'no denial on file',
  ]) {
    expect(text).toContain(words)
  }
  const link = popup.getByRole('link', { name: /French resolution/ })
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/www\.dailysabah\.com\//)
  await popup.getByRole('button', { name: 'Cite', exact: true }).click()
  expect(await popup.textContent()).toContain('20221130-01')
  const download = page.waitForEvent('download')
  const bibtex = popup.getByRole('button', { name: /^BibTeX/ })
  await bibtex.first().click()
  expect((await download).suggestedFilename()).toMatch(/\.bib$/)
  await page.keyboard.press('Escape')
  await popup.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: /^Kalbajar: / }).focus()
  await page.keyboard.press('Enter')
  const district = page.getByRole('dialog', { name: /Kalbajar/ })
  const forms = await district.textContent()
  for (const form of ['Kəlbəcər', 'Քելբաջար', 'Кельбаджар', 'Azerbaijan'])
    expect(forms).toContain(form)
  await district.getByRole('button', { name: /18:25/ }).click()
  await page.getByRole('dialog', { name: /Kalbajar, Lachin/ }).waitFor()
})

test('the card stays off what it is about, and docks at the side', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03')
  await mapSettled(page)
  await page.locator('[data-incident="20221130-01"] button').click()
  const map = page.locator('.stage')
  const about = ['[data-mark="shusha"]', '[data-mark="aghdam"]'].map((mark) => page.locator(mark))
  const names = ['Shusha', 'Aghdam'].map((name) =>
    page.locator('.map-names text', { hasText: name }),
  )
  const isClear = async () => {
    const [frame, card, ...parts] = await Promise.all(
      [map, page.getByRole('dialog'), ...about, ...names].map((each) => each.first().boundingBox()),
    )
    return parts.every((part) => part && isWithin(part, frame) && !isOver(part, card))
  }
  await expect.poll(isClear).toBe(true)
  await page.getByRole('button', { name: 'Dock at the side' }).click()
  await page.locator('.card-docked').waitFor()
  await expect.poll(isClear).toBe(true)
  // Beside the map, which shows all that it showed.
  await page.getByRole('button', { name: 'Fit all reports' }).click()
  await drawn(page)
  const [region, card] = [page.locator('.map'), page.locator('.card-docked')]
  expect(isOver(await region.boundingBox(), await card.boundingBox())).toBe(false)
  for (const mark of await page.locator('.map-mark').all()) {
    expect(isWithin(await mark.boundingBox(), await region.boundingBox())).toBe(true)
  }
  expect(await findCovered(page)).toEqual([])
  // Also the next one, until it is undocked.
  await page.locator('[data-incident="20221129-04"] button').click()
  await page.locator('.card-docked').getByRole('dialog').waitFor()
  await page.getByRole('button', { name: 'Show next to its mark' }).click()
  await page.locator('.card-popup').waitFor()
})

test('what opens in a card is in view, and new content starts at its top', async ({ open }) => {
  const page = await open(`${TWO_DAYS}&incident=20221130-01`)
  await mapSettled(page)
  const card = page.getByRole('dialog')
  for (const name of ['Cite', /^Reference: Daily Sabah/]) {
    await card.getByRole('button', { name, exact: true }).click()
    const reference = card.locator('.citation-text').filter({ visible: true }).first()
    await reference.waitFor()
    const shown = name === 'Cite' ? reference : card.locator('.sources .citation-text')
    await expect
      .poll(async () => isWithin(await shown.boundingBox(), await card.boundingBox()))
      .toBe(true)
  }
  await card.getByText('This report and its page:').waitFor()
  await card.getByText('This page:').waitFor()
  await card.getByRole('button', { name: 'All reports in Shusha' }).click()
  await page.getByRole('dialog', { name: /^Shusha/ }).waitFor()
  expect(await page.locator('.card-body').evaluate((body) => body.scrollTop)).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('card-title')
})

test('a card leads to the reports before and after it at its place', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&incident=20221130-01')
  await mapSettled(page)
  const foot = page.getByRole('navigation', { name: 'Reports at this place' })
  const place = async () =>
    /^(.+): (\d+) of (\d+)/.exec((await foot.locator('p').textContent()) ?? '')?.slice(1)
  const [area, last, count] = (await place()) ?? []
  expect([area, last]).toEqual(['Shusha', count])
  expect(await foot.textContent()).toMatch(/with current dates and filters\. Show all \d+ on file/)
  await foot.getByRole('button', { name: /^Previous report here/ }).click()
  const at = (index: number) => ['Shusha', String(index), count]
  await expect.poll(place).toEqual(at(Number(count) - 1))
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('card-title')
  await page.keyboard.press('j')
  await expect.poll(place).toEqual(at(Number(count)))
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('k')
  await expect.poll(place).toEqual(at(Number(count) - 1))
  // Not where one may type, nor from anywhere else.
  await page.locator('.search input').focus()
  await page.keyboard.press('j')
  await page.getByRole('tab', { name: 'Reports' }).focus()
  await page.keyboard.press('j')
  expect(await place()).toEqual(at(Number(count) - 1))
})

test('a link to a report alone opens its week and its popup', async ({ open }) => {
  const page = await open('?incident=20230907-01')
  await mapSettled(page)
  await page.getByRole('dialog').waitFor()
  await page.locator('[data-incident="20230907-01"]').waitFor()
})

// Without the map, the card shows the same and is there much sooner.
const NO_MAP = { webgl: false }

test('text of list and card can be selected, and any other click in an entry opens it', async ({
  open,
}) => {
  const page = await open(TWO_DAYS, NO_MAP)
  const select = async (text: Locator) => {
    const { x = 0, y = 0, width = 0 } = (await text.boundingBox()) ?? {}
    await page.mouse.move(x + 2, y + 8)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + 8, { steps: 4 })
    await page.mouse.up()
    return page.evaluate(() => getSelection()?.toString() ?? '')
  }
  const summary = page.locator('[data-incident="20221130-01"] .report-summary')
  expect(await select(summary)).toMatch(/Azerbaijani/)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await summary.click()
  const card = page.getByRole('dialog')
  await card.waitFor()
  expect(await select(card.locator('.details-summary'))).toMatch(/Azerbaijani/)
  await card.getByRole('button', { name: 'All reports in Shusha' }).click()
  const entry = page.locator('.area-report', { hasText: 'several calibres' })
  expect(await select(entry.locator('p'))).toMatch(/Azerbaijani/)
  await entry.locator('p').click()
  await page.getByRole('dialog', { name: 'Shusha, Aghdam' }).waitFor()
})

test('an open report outside the slice says so and leads back', async ({ open }) => {
  const early = await open('?from=2022-11-01&to=2022-11-02&incident=20221130-01', NO_MAP)
  await early.getByRole('button', { name: 'Change the dates to show it' }).click()
  await early.locator('[data-incident="20221130-01"]').waitFor()
  await expect.poll(() => early.url()).toContain('from=2022-11-30&to=2022-11-30')

  const hidden = await open(`${TWO_DAYS}&by=armenia&incident=20221130-01`, NO_MAP)
  await hidden.getByRole('button', { name: 'Clear filters and show it' }).click()
  await hidden.locator('[data-incident="20221130-01"]').waitFor()
  await expect.poll(() => hidden.url()).not.toContain('by=')
})

test('a report without a place opens in a card', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&area=unlocated')
  await mapSettled(page)
  await page.getByRole('list', { name: 'Reports' }).getByRole('button').first().click()
  const card = page.locator('.card-docked').getByRole('dialog')
  expect(await card.textContent()).toContain('not drawn on the map')
})

test('beside a report without a place the others stay in sight', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&incident=20221130-01')
  await mapSettled(page)
  await drawn(page)
  await page.locator('[data-incident="20221129-01"] button').click()
  const card = page.locator('.card-docked').getByRole('dialog')
  const areInSight = async () => {
    const [frame, over] = await Promise.all(
      [page.locator('.stage'), card].map((each) => each.boundingBox()),
    )
    const marks = await page.locator('.map-mark').all()
    const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()))
    return boxes.length > 0 && boxes.every((box) => isWithin(box, frame) && !isOver(box, over))
  }
  await expect.poll(areInSight).toBe(true)
  // No longer where the popup before it was.
  expect(await page.locator('.card-docked').evaluate(({ style }) => style.translate)).toBe('')
})

test('a denied report is marked in the list and names the denial’s source', async ({ open }) => {
  const page = await open('?from=2021-05-24&to=2021-05-26&denied=yes', NO_MAP)
  const report = page.locator('[data-incident="20210524-01"]')
  expect(await report.locator('.tag-denied').textContent()).toBe('denied')
  await report.getByRole('button').click()
  const popup = page.getByRole('dialog').first()
  const denial = popup.locator('.fact', { hasText: 'Denied by' })
  expect(await denial.textContent()).toContain('Ministry of Defence of Armenia')
  expect(await denial.getByRole('link').getAttribute('href')).toMatch(/^https?:/)
})
