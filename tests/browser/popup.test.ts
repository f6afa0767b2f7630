import { expect } from 'vitest'
import { TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

test('the popup of a report says who, when, where and by which source, and no more', async ({
  open,
}) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  await page.locator('[data-incident="20221130-01"] button').click()
  const popup = page.locator('.maplibregl-popup').getByRole('dialog')
  const text = await popup.textContent()
  for (const words of [
    'Ministry of Defence of Azerbaijan',
    '14:40–15:50',
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
  await page.keyboard.press('Escape')
  await popup.waitFor({ state: 'detached' })
})

test('a district’s popup names it in its forms, counts by party and opens its reports', async ({
  open,
}) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  await page.getByRole('button', { name: /^Kalbajar: / }).focus()
  await page.keyboard.press('Enter')
  const popup = page.getByRole('dialog', { name: /Kalbajar/ })
  const text = await popup.textContent()
  for (const form of ['Kəlbəcər', 'Քելբաջար', 'Кельбаджар', 'Azerbaijan'])
    expect(text).toContain(form)
  await popup.getByRole('button', { name: /18:25/ }).click()
  await page.getByRole('dialog', { name: /Kalbajar, Lachin/ }).waitFor()
})

test('a link to a report alone opens its week and its popup', async ({ open }) => {
  const page = await open('?incident=20230907-01')
  await mapSettled(page)
  await page.getByRole('dialog').waitFor()
  await page.locator('[data-incident="20230907-01"]').waitFor()
})

test('an open report that leaves the slice says so and offers to move the window', async ({
  open,
}) => {
  const page = await open('?from=2022-11-01&to=2022-11-02&incident=20221130-01')
  await mapSettled(page)
  await page.getByRole('button', { name: 'Move the window to it' }).click()
  await page.locator('[data-incident="20221130-01"]').waitFor()
  await expect.poll(() => page.url()).toContain('from=2022-11-30&to=2022-11-30')
})

test('an open report that a filter hides offers to clear the filters, and comes back', async ({
  open,
}) => {
  const page = await open(`${TWO_DAYS}&by=armenia&incident=20221130-01`)
  await mapSettled(page)
  await page.getByRole('button', { name: 'Clear the filters and show it' }).click()
  await page.locator('[data-incident="20221130-01"]').waitFor()
  await expect.poll(() => page.url()).not.toContain('by=')
})

test('a report without a place opens in a card', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&area=unlocated')
  await mapSettled(page)
  await page.getByRole('list', { name: 'Reports' }).getByRole('button').first().click()
  const card = page.locator('.docked-card').getByRole('dialog')
  expect(await card.textContent()).toContain('not drawn on the map')
})

test('a denied report carries the sign in the list, and the denial with its source in the popup', async ({
  open,
}) => {
  const page = await open('?from=2021-05-24&to=2021-05-26&denied=yes')
  await mapSettled(page)
  const report = page.locator('[data-incident="20210524-01"]')
  expect(await report.locator('.tag-denied').textContent()).toBe('denied')
  await report.getByRole('button').click()
  const popup = page.getByRole('dialog').first()
  const denial = popup.locator('.fact', { hasText: 'Denied by' })
  expect(await denial.textContent()).toContain('Ministry of Defence of Armenia')
  expect(await denial.getByRole('link').getAttribute('href')).toMatch(/^https?:/)
})

test('a report can be cited: text, and files that claim success only once saved', async ({
  open,
}) => {
  const page = await open(TWO_DAYS)
  await page.locator('[data-incident="20221130-01"] button').click()
  const card = page.getByRole('dialog').first()
  await card.getByRole('button', { name: 'Cite', exact: true }).click()
  expect(await card.textContent()).toContain('20221130-01')
  const download = page.waitForEvent('download')
  await card
    .getByRole('button', { name: /^BibTeX/ })
    .first()
    .click()
  expect((await download).suggestedFilename()).toMatch(/\.bib$/)
})
