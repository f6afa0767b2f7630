import { expect } from 'vitest'
import { announced, listedIds } from './support/screen'
import { test } from './support/site'

const WEEK = '?from=2022-11-27&to=2022-12-03'
const PHONE = { viewport: { width: 390, height: 844 }, touch: true, webgl: false }

test('a search reads dates in words, says so, and its link finds the same anywhere', async ({
  open,
}) => {
  const page = await open(WEEK, { webgl: false })
  const field = page.getByRole('search').getByLabel('Search reports')
  await field.fill('30 november shusha')
  await expect.poll(() => listedIds(page)).toEqual(['20221130-01'])
  const understood = page.locator('.search-read')
  expect(await understood.textContent()).toContain('30 November 2022 with “shusha”')
  await expect.poll(() => page.url()).toContain('q=30%20november%20shusha')
  const query = new URL(page.url()).search
  const far = await open(query, { webgl: false, timezoneId: 'Pacific/Auckland' })
  expect(await listedIds(far)).toEqual(['20221130-01'])
  await field.fill('Şuşa 2022-11-30')
  expect(await listedIds(page)).toEqual(['20221130-01'])
})

test('what other dates have is offered, and the window moves only then', async ({ open }) => {
  const page = await open(WEEK, { webgl: false })
  const field = page.getByRole('search').getByLabel('Search reports')
  await field.fill('nov 2021')
  expect(await announced(page)).toMatch(/^0 reports on file in these dates; \d+ in all dates$/)
  await expect.poll(() => page.url()).toContain('q=nov')
  expect(page.url()).toContain('from=2022-11-27&to=2022-12-03')
  const empty = page.locator('.empty')
  await empty.getByRole('button', { name: 'Show 1–30 November 2021' }).click()
  await expect.poll(() => page.url()).toContain('from=2021-11-01&to=2021-11-30')
  expect(await announced(page)).toMatch(/reports?$/)
  await page.goBack()
  await expect.poll(() => page.url()).toContain('from=2022-11-27')
  await empty.getByRole('button', { name: 'Show all dates' }).click()
  expect((await listedIds(page)).length).toBeGreaterThan(0)

  await field.fill('shushaa')
  await empty.getByRole('button', { name: 'Shusha', exact: true }).click()
  expect(await field.inputValue()).toBe('Shusha')
  expect((await listedIds(page)).length).toBeGreaterThan(0)
})

test('on a phone, other dates are one press away while the list is folded', async ({ open }) => {
  const page = await open(`${WEEK}&q=artillery`, PHONE)
  await page.getByRole('button', { name: 'Show all dates' }).first().tap()
  await expect.poll(() => announced(page)).toMatch(/^\d+ reports$/)
})

test('reports are filtered by weapon, and the link keeps it', async ({ open }) => {
  const page = await open('?from=2020-11-26&to=2023-09-21&unit=month', { webgl: false })
  await page.locator('summary', { hasText: 'Weapon' }).click()
  const choice = page.getByRole('checkbox', { name: /^Artillery/ })
  const count = await choice.locator('..').locator('.choice-count [aria-hidden]').textContent()
  await choice.check()
  expect(await announced(page)).toBe(`${count} reports`)
  await expect.poll(() => page.url()).toContain('weapon=artillery')
  const again = await open(new URL(page.url()).search, { webgl: false })
  expect(await announced(again)).toBe(`${count} reports`)
})
