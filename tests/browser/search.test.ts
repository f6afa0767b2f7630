import { expect } from 'vitest'
import { findings } from './support/axe'
import { announced, drawn, listedIds } from './support/screen'
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
  expect(await understood.textContent()).toContain('30 Nov 2022 with “shusha”')
  expect(await understood.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0)
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
  expect(await announced(page)).toMatch(
    /^0 reports with these filters in these dates; \d+ in all dates$/,
  )
  await expect.poll(() => page.url()).toContain('q=nov')
  expect(page.url()).toContain('from=2022-11-27&to=2022-12-03')
  const empty = page.locator('.empty')
  await empty.getByRole('button', { name: 'Show 1–30 November 2021' }).click()
  await expect.poll(() => page.url()).toContain('from=2021-11-01&to=2021-11-30')
  expect(await announced(page)).toMatch(/reports?$/)
  await page.goBack()
  await expect.poll(() => page.url()).toContain('from=2022-11-27')
  await empty.getByRole('button', { name: /^Show all \d+$/ }).click()
  expect((await listedIds(page)).length).toBeGreaterThan(0)

  await field.fill('shushaa')
  await empty.getByRole('button', { name: 'Shusha', exact: true }).click()
  expect(await field.inputValue()).toBe('Shusha')
  expect((await listedIds(page)).length).toBeGreaterThan(0)
})

test('on a phone, other dates are one press away while the list is folded', async ({ open }) => {
  const page = await open(`${WEEK}&q=artillery`, PHONE)
  await page
    .getByRole('button', { name: /^Show all \d+$/ })
    .first()
    .tap()
  await expect.poll(() => announced(page)).toMatch(/^\d+ reports$/)
})

test('silence is a dash; what filters or dates leave out is 0, and one press from the list', async ({
  open,
}) => {
  const page = await open(`${WEEK}&by=other`, { webgl: false })
  const [head, empty] = [page.locator('.slice-status'), page.locator('.empty')]
  const [legend, ofWindow] = [page.locator('.legend-groups'), page.locator('.bar-numbers')]
  const expectWords = async (count: string, why: string, bars: string) => {
    await expect.poll(() => head.locator('.count').textContent()).toBe(count)
    for (const part of [head, empty, legend]) expect(await part.textContent()).toContain(why)
    expect(await ofWindow.textContent()).toContain(bars)
  }
  await expectWords('0 reports', 'with these filters', 'no reports with these filters')
  expect(
    await page
      .getByRole('checkbox', { name: /^Other/ })
      .locator('..')
      .textContent(),
  ).toBe('Other–no reports')
  await empty.getByRole('button', { name: 'Clear filters' }).click()
  expect(await announced(page)).toBe('12 reports')

  for (const date of await page.locator('.date').all()) await date.click()
  await expectWords('0 reports', 'All dates with reports are switched off', 'dates switched off')
  await empty.getByRole('button', { name: 'Switch all dates on' }).click()
  expect(await announced(page)).toBe('12 reports')

  const silent = await open('?from=2021-03-01&to=2021-03-31', { webgl: false })
  const none = silent.locator('.slice-status')
  expect(await none.locator('.count').textContent()).toBe('– no reports on file')
  expect(await none.textContent()).toContain('None on file in these dates')
  await none.getByRole('button', { name: 'Show all 447' }).click()
  expect(await announced(silent)).toBe('447 reports')
})

test('what a place has on other dates is one press away', async ({ open }) => {
  const page = await open(`${WEEK}&by=azerbaijan&district=shusha`, { webgl: false })
  const card = page.getByRole('dialog', { name: /Shusha/ })
  const all = card.getByRole('button', { name: /^Show all \d+ on file$/ })
  const count = /\d+/.exec((await all.textContent()) ?? '')?.[0]
  await all.click()
  await expect.poll(() => announced(page)).toBe(`${count} reports`)
  expect(page.url()).toContain('area=shusha')
})

for (const options of [{}, PHONE]) {
  const width = 'viewport' in options ? 'a phone' : 'a desk'
  test(`on ${width} the list stays in its place while one types or steps`, async ({ open }) => {
    const page = await open(`${WEEK}&unit=day`, { webgl: false, ...options })
    if (options === PHONE) await page.getByRole('button', { name: 'Show filters and list' }).tap()
    const top = async () => {
      await drawn(page)
      const list = await page.locator('#list').boundingBox()
      return Math.round(list?.y ?? 0)
    }
    const before = await top()
    const field = page.getByRole('combobox', { name: 'Search reports' })
    for (const text of ['30', '30 nov', '30 nov shusha', 'artillery', 'qqq', '2021']) {
      await field.fill(text)
      expect([text, await top()]).toEqual([text, before])
    }
    await field.fill('')
    await page.getByRole('checkbox', { name: /^Azerbaijan/ }).check()
    expect(await top()).toBe(before)
    if (options === PHONE) return
    const next = page.getByRole('button', { name: 'Previous slice' })
    for (let step = 0; step < 12; step++) {
      await next.click()
      expect([step, await top()]).toEqual([step, before])
      if (step === 3) await page.locator('.date').nth(2).click()
    }
  })
}

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

test('suggestions say what they do and are taken by keys; typing alone stays a search', async ({
  open,
}) => {
  const page = await open(WEEK, { webgl: false })
  const field = page.getByRole('combobox', { name: 'Search reports' })
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
  await field.pressSequentially('30 nov 2022 shus')
  const district = options.filter({ hasText: 'Shusha District: show only this one' })
  await district.waitFor()
  expect(await options.first().textContent()).toBe('30 November 2022 Dates: show only these')
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  expect(await findings(page)).toEqual([])
  expect(await listedIds(page)).toEqual(['20221130-01'])

  await field.press('Enter')
  expect(await options.count()).toBe(0)
  expect(await field.inputValue()).toBe('30 nov 2022 shus')
  await field.press('ArrowDown')
  await field.press('ArrowDown')
  const active = page.locator('[role=option][aria-selected=true]')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'))
  await field.press('ArrowDown')
  expect(await active.textContent()).toContain('District')
  await field.press('Enter')
  await expect.poll(() => page.url()).toContain('area=shusha')
  expect(await field.inputValue()).toBe('30 nov 2022')
  expect(await listedIds(page)).toEqual(['20221130-01'])

  await field.press('ArrowDown')
  await field.press('Escape')
  expect(await options.count()).toBe(0)
  expect(await field.inputValue()).toBe('30 nov 2022')
  await options.first().waitFor({ state: 'detached' })
  await field.press('ArrowDown')
  await options.first().click()
  await expect.poll(() => page.url()).toContain('from=2022-11-30&to=2022-11-30')
  expect(await field.inputValue()).toBe('')
  await page.goBack()
  await expect.poll(() => page.url()).toContain('from=2022-11-27')
})

test('a suggestion begins with the form of the name that is typed', async ({ open }) => {
  const page = await open(WEEK, { webgl: false })
  await page.getByRole('combobox', { name: 'Search reports' }).pressSequentially('stepanak')
  await page.getByRole('option', { name: /^Stepanakert · Khankendi · / }).click()
  await expect.poll(() => page.url()).toContain('area=khankendi')
})

test('on a phone a suggestion is taken by a tap', async ({ open }) => {
  const page = await open('?from=2020-11-26&to=2023-09-21&unit=month', PHONE)
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  const field = page.getByRole('combobox', { name: 'Search reports' })
  await field.tap()
  await field.pressSequentially('artil')
  const option = page.getByRole('option', { name: 'Artillery Weapon: show only this one' })
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await option.tap()
  await expect.poll(() => page.url()).toContain('weapon=artillery')
  expect(await field.inputValue()).toBe('')
})
