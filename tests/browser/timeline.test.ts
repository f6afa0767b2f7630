import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { drawn } from './support/screen'
import { test } from './support/site'

const ALL_DATES = '?from=2020-11-26&to=2023-09-21&unit=month'

/** Left and top edge of everything that must stay where it is. */
async function places(page: Page, selector: string): Promise<(readonly [number, number])[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await drawn(page)
  return page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((each) => [each.getBoundingClientRect().x, each.getBoundingClientRect().y] as const),
    )
}

test('nothing moves or overlaps when a date is switched', async ({ open }) => {
  for (const query of ['', ALL_DATES, '?from=2022-01-01&to=2022-12-31&unit=month']) {
    const page = await open(query, { webgl: false, viewport: { width: 1440, height: 900 } })
    const fixed = '.search, .filters > .choices .choice, .tab, .date, .plot, .possible-switch'
    const before = await places(page, fixed)
    await page.locator('.date').nth(2).click()
    await page.locator('.date[aria-pressed="false"]').waitFor()
    expect(await places(page, fixed)).toEqual(before)
    const overlaps = await page.locator('.filters > .choices .choice').evaluateAll((all) =>
      all.filter((choice) => {
        const [label, count] = ['.choice-label', '.choice-count'].map((part) => {
          const text = document.createRange()
          text.selectNodeContents(choice.querySelector(part) as Element)
          return text.getBoundingClientRect()
        })
        return !label || !count || label.right > count.left
      }),
    )
    expect(overlaps).toEqual([])
    await page.context().close()
  }
})

test('many dates begin where reports are and go to a month; the panel says which are off', async ({
  open,
}) => {
  const page = await open('?from=2022-01-01&to=2022-12-31&unit=day', { webgl: false })
  const dates = page.getByRole('group', { name: 'Dates' })
  /** The first one that is not cut. */
  const first = () =>
    dates.evaluate((box) => {
      const { left } = box.getBoundingClientRect()
      const all = [...box.querySelectorAll<HTMLElement>('.date')]
      const date = all.find((each) => each.getBoundingClientRect().left >= left - 1)
      return { day: date?.dataset.date ?? '', isEmpty: date?.matches('.date-empty') }
    })
  await expect.poll(first).toMatchObject({ isEmpty: false })
  const month = page.getByRole('combobox', { name: 'Month' })
  await month.selectOption('Sept 2022')
  await expect.poll(async () => (await first()).day).toBe('2022-09-01')
  await expect
    .poll(async () => {
      await dates.evaluate((box) =>
        box.scrollBy({ left: box.clientWidth / 2, behavior: 'instant' }),
      )
      return month.inputValue()
    })
    .toBe('2022-10')

  for (const day of ['2022-09-13', '2022-09-14']) await page.locator(`[data-date="${day}"]`).click()
  const when = page.locator('.count-when')
  await expect
    .poll(() => when.textContent())
    .toBe('1 January – 31 December 2022 without 13–14 Sept')
})

test('the map says what the slice is, and the panel why it adds up to more', async ({ open }) => {
  const page = await open('', { webgl: false })
  const notes = page.locator('.count-notes')
  await expect
    .poll(() => page.locator('.slice-sentence').textContent())
    .toMatch(/report.* in \d+ districts.* by \S+/)
  await expect
    .poll(() => notes.textContent())
    .toContain('A report that names several districts counts in each.')
  const reason = 'Showing the week this project started from.'
  expect(await notes.textContent()).toContain(reason)
  await page.locator('.date').first().click()
  await expect.poll(() => notes.textContent()).not.toContain(reason)
})

/** Heights of the bars in pixels, by group and certainty. */
async function heights(page: Page): Promise<Record<string, number>> {
  await drawn(page)
  return page.locator('.bars-certain, .bars-possible').evaluateAll((all) => {
    const entries = all.map((path) => {
      const bars = path.getAttribute('d')?.match(/v[\d.]+/g) ?? []
      return [path.getAttribute('class'), bars.reduce((sum, bar) => sum + Number(bar.slice(1)), 0)]
    })
    return Object.fromEntries(entries)
  })
}

test('the bars compare parties, as the link says, at the height the reader wants', async ({
  open,
}) => {
  const page = await open('', { webgl: false })
  const layout = page.getByRole('combobox', { name: 'Bars' })
  await layout.selectOption('rows')
  await expect.poll(() => page.url()).toContain('bars=rows')
  const names = await page.locator('.row-names text').allTextContents()
  expect(names).toEqual(await page.locator('.bar-group').allTextContents())
  expect(names).toContain('Azerbaijan')
  const low = await heights(page)

  const handle = page.getByRole('separator', { name: 'Height of the bars' })
  const value = async () => Number(await handle.getAttribute('aria-valuenow'))
  const usual = await value()
  await handle.press('ArrowUp')
  await expect.poll(value).toBeGreaterThan(usual)
  await handle.press('End')
  await expect.poll(value).toBe(Number(await handle.getAttribute('aria-valuemax')))
  const high = await heights(page)
  for (const [bar, height] of Object.entries(low)) {
    if (height > 0) expect(high[bar], bar).toBeGreaterThan(height)
  }
  await handle.press('Home')
  const plot = page.locator('.plot')
  const before = (await plot.boundingBox())?.height ?? 0
  const box = await handle.boundingBox()
  const [x, y] = [(box?.x ?? 0) + 36, (box?.y ?? 0) + 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y - 50, { steps: 3 })
  await page.mouse.up()
  await drawn(page)
  expect((await plot.boundingBox())?.height).toBeCloseTo(before + 50)
  await handle.click()
  await expect.poll(value).toBe(usual)
})

test('hover, focus and touch give the number of each party in a bar', async ({ open }) => {
  const numbers = (page: Page) => page.locator('.bar-numbers')
  const desk = await open('', { webgl: false })
  const ofWindow = await numbers(desk).textContent()
  const option = desk.getByRole('option', { name: /^Week of 28 November 2022/ })
  const words = (await option.getAttribute('aria-label')) ?? ''
  const [, count = ''] = /: (at least \d+, up to \d+ reports): /.exec(words) ?? []
  expect(count).not.toBe('')
  await option.hover({ force: true })
  await expect.poll(() => numbers(desk).textContent()).toContain(count)
  for (const [, party, own] of words.matchAll(/(Azerbaijan|Armenia) ([\d–]+)/g)) {
    const row = numbers(desk).getByRole('listitem').filter({ hasText: party })
    expect(await row.textContent()).toContain(own)
  }
  await desk.mouse.move(10, 10)
  await expect.poll(() => numbers(desk).textContent()).toBe(ofWindow)
  await desk.getByRole('listbox', { name: 'Reports per week' }).focus()
  await desk.keyboard.press('ArrowRight')
  await expect.poll(() => numbers(desk).textContent()).toContain('Week of 28 November 2022')

  const viewport = { width: 390, height: 844 }
  const phone = await open('', { webgl: false, viewport, touch: true })
  await phone.locator('.timeline-fold').tap()
  const bar = await phone.getByRole('option', { name: /^Week of 21 November/ }).boundingBox()
  await phone.touchscreen.tap((bar?.x ?? 0) + (bar?.width ?? 0) / 2, (bar?.y ?? 0) + 20)
  await expect.poll(() => numbers(phone).textContent()).toContain('Week of 21 November 2022')
})
