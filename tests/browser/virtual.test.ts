import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { choose, close, heading } from './support/opening'
import { drawn } from './support/screen'
import { mapSettled, type OpenOptions, test } from './support/site'

const ALL = '?from=2021-01-01&to=2021-12-31&unit=month'
const ROWS = 3000
/** More of them than a browser can lay out one above the other. */
const VERY_MANY = 120_000
/** As many as can be reached. */
const LISTED = 100_000
const MOST_NODES = 1500

const WORDS = 'Fire from the other side was reported along the line, with small arms and mortars. '

/** Reports spread over 2021, of one to four sentences, the newest with the highest number; each cites a page of its own. */
function manyReports(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2021, 0, 1 + dayOf(index, count))).toISOString().slice(0, 10)
    const summary = `Report ${index}. ${WORDS.repeat(index % 4)}`
    return `r${index},${day},Shusha,Somebody,Azerbaijan,"${summary}",s${index}`
  })
  return ['id,date_start,areas,reported_by,reporting_party,summary,sources', ...rows].join('\n')
}

/** The day of 2021, from 0, of a report. */
const dayOf = (index: number, count = ROWS) => Math.floor((index * 365) / count)

/** A page of each report; three in four have a long title, and two in three an address. */
function manySources(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const url = index % 3 === 0 ? '' : `https://example.org/${index}`
    const title = `Page ${index}. ${WORDS.repeat(index % 4)}`
    return `s${index},Publisher ${index % 1200},"${title}",${url},2021-01-01,en`
  })
  return ['id,publisher,title,url,published,language', ...rows].join('\n')
}

const WITH_REPORTS: OpenOptions = {
  webgl: false,
  prepare: async (page) => {
    const files = { 'incidents.csv': manyReports(ROWS), 'sources.csv': manySources(ROWS) }
    for (const [name, body] of Object.entries(files)) {
      await page.route(`**/${name}`, (route) => route.fulfill({ body, contentType: 'text/csv' }))
    }
  },
}

const list = (page: Page) => page.getByRole('list', { name: 'Reports', exact: true })
const items = (page: Page) => list(page).getByRole('listitem')
const panel = (page: Page) => page.locator('.panel')
const nodesIn = (page: Page) => list(page).evaluate((each) => each.querySelectorAll('*').length)
const focusedPlace = (page: Page) =>
  page.evaluate(() =>
    Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')),
  )

/** The reports that are drawn, from top to bottom. */
async function drawnRows(page: Page) {
  await drawn(page)
  return items(page).evaluateAll((all) => {
    const frame = document.querySelector('.panel')?.getBoundingClientRect() ?? new DOMRect()
    return all.map((each) => {
      const { top, bottom } = each.getBoundingClientRect()
      const id = each.querySelector('[data-incident]')?.getAttribute('data-incident')?.slice(1)
      return {
        ...{ top, bottom, id: Number(id), place: Number(each.getAttribute('aria-posinset')) },
        isInSight: top >= frame.top - 1 && bottom <= frame.bottom + 1,
        heading: each.querySelector('h3')?.textContent,
      }
    })
  })
}

/** Places in the list of the reports that are wholly in sight of the panel. */
async function placesInSight(page: Page): Promise<number[]> {
  return (await drawnRows(page)).flatMap(({ isInSight, place }) => (isInSight ? [place] : []))
}

const scrollTo = (page: Page, share: number) =>
  panel(page).evaluate((each, share) => {
    each.scrollTop = share * each.scrollHeight
  }, share)

/** Waits until the reports so far down the list are visible. */
const atShare = (page: Page, share: number) =>
  expect
    .poll(async () => Math.abs(((await placesInSight(page))[1] ?? 0) / ROWS - share))
    .toBeLessThan(0.02)

/** Scrolls by turns of the wheel over the list, and waits until it has moved. */
async function wheel(page: Page, by: number): Promise<void> {
  const box = await panel(page).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + (box?.height ?? 0) - 100)
  const before = await panel(page).evaluate((each) => each.scrollTop)
  await page.mouse.wheel(0, by)
  await expect.poll(() => panel(page).evaluate((each) => each.scrollTop)).not.toBe(before)
}

test('a long list draws the visible reports in order, under their days', async ({ open }) => {
  const page = await open(ALL, WITH_REPORTS)
  await items(page).first().waitFor()
  expect(await items(page).first().getAttribute('aria-setsize')).toBe(String(ROWS))
  expect(await items(page).first().getAttribute('aria-posinset')).toBe('1')
  expect(await list(page).locator('li li, [role=listitem] [role=listitem]').count()).toBe(0)
  for (const share of [0.75, 0.25, 0.5]) {
    await scrollTo(page, share)
    await atShare(page, share)
    expect(await nodesIn(page)).toBeLessThan(MOST_NODES)
    // Beside the row that Tab stops at, which is the first.
    const rows = (await drawnRows(page)).filter(({ place }) => place > 2)
    expect(new Set(rows.map(({ top, bottom }) => Math.round(bottom - top))).size).toBeGreaterThan(2)
    rows.slice(1).forEach((row, index) => {
      const before = rows[index]
      expect(row.place).toBe((before?.place ?? 0) + 1)
      expect(Math.abs(row.top - (before?.bottom ?? 0))).toBeLessThan(1)
      expect(row.heading !== undefined).toBe(dayOf(row.id) !== dayOf(before?.id ?? -1))
    })
    // The day of the visible reports is above them wherever the list is scrolled.
    const seen = rows.find(({ bottom }) => bottom > 1)
    const day = new Date(Date.UTC(2021, 0, 1 + dayOf(seen?.id ?? 0)))
    expect(await page.locator('.day-held').textContent()).toContain(
      `${day.getUTCDate()} ${day.toLocaleString('en', { month: 'long', timeZone: 'UTC' })} 2021`,
    )
  }
  await page.goto(`${page.url().split('?')[0]}?from=2021-03-01&to=2021-03-31`)
  await expect.poll(() => items(page).count()).toBeGreaterThan(240)
  expect(await items(page).first().getAttribute('aria-posinset')).toBeNull()
})

test('keys lead through a long list; scrolling keeps the focus', async ({ open }) => {
  const page = await open(ALL, WITH_REPORTS)
  const press = async (key: string, place: number) => {
    await page.keyboard.press(key)
    await expect.poll(() => focusedPlace(page)).toBe(place)
    await expect.poll(() => placesInSight(page)).toContain(place)
  }
  await items(page).first().getByRole('button').focus()
  await press('End', ROWS)
  await press('ArrowUp', ROWS - 1)
  await page.keyboard.press('PageUp')
  await expect.poll(() => focusedPlace(page)).toBeLessThan(ROWS - 2)
  const afterPage = await focusedPlace(page)
  await expect.poll(() => placesInSight(page)).toContain(afterPage)
  await page.keyboard.press('PageDown')
  await expect.poll(() => focusedPlace(page)).toBeGreaterThan(afterPage)
  await press('Home', 1)
  for (let place = 2; place <= 20; place++) {
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focusedPlace(page)).toBe(place)
  }
  // One Tab stop: the next is beyond the list, and the way back leads to the same report.
  await page.keyboard.press('Tab')
  expect(await focusedPlace(page)).toBeNaN()
  await page.keyboard.press('Shift+Tab')
  expect(await focusedPlace(page)).toBe(20)
  await scrollTo(page, 0.5)
  await atShare(page, 0.5)
  expect(await focusedPlace(page)).toBe(20)
  await press('ArrowDown', 21)

  // A report opens from the middle of the list, and closing it leads back to it.
  await scrollTo(page, 0.5)
  await atShare(page, 0.5)
  const place = (await placesInSight(page))[1] ?? 0
  const item = list(page).locator(`[aria-posinset="${place}"]`)
  const summary = await item.locator('.report-summary').textContent()
  await item.getByRole('button').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog').first()
  await dialog.waitFor()
  expect(await dialog.textContent()).toContain(summary?.slice(0, 12))
  await expect.poll(() => item.locator('[aria-current=true]').count()).toBe(1)
  // Scrolled away meanwhile, it is still there to come back to.
  await scrollTo(page, 0)
  await expect.poll(async () => (await placesInSight(page)).includes(place)).toBe(false)
  await dialog.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedPlace(page)).toBe(place)
  await expect.poll(() => placesInSight(page)).toContain(place)
}, 120_000)

test('a very long list is cut to what a browser can lay out, and says so', async ({ open }) => {
  const page = await open('', { webgl: false })
  await choose(page, { name: 'large.csv', text: manyReports(VERY_MANY) })
  await heading(page, 'large.csv').waitFor({ timeout: 60_000 })
  await close(page)
  await items(page).first().waitFor()
  await page.getByText('Only the first 100,000 entries are listed. Narrow the filters').waitFor()
  expect(await items(page).first().getAttribute('aria-setsize')).toBe(String(VERY_MANY))
  expect(await panel(page).evaluate((each) => each.scrollHeight)).toBeLessThan(17_000_000)

  await scrollTo(page, 0.5)
  await expect.poll(async () => (await placesInSight(page))[0]).toBeGreaterThan(40_000)
  for (let turn = 0; turn < 4; turn++) {
    const before = await placesInSight(page)
    await wheel(page, 200)
    await expect.poll(async () => (await placesInSight(page)).at(-1)).not.toBe(before.at(-1))
    const after = await placesInSight(page)
    expect(after[0] ?? 0).toBeLessThanOrEqual((before.at(-1) ?? 0) + 1)
    expect(after[0] ?? 0).toBeGreaterThan((before[0] ?? 0) - 1)
  }
  await items(page).nth(8).getByRole('button').focus()
  await page.keyboard.press('End')
  await expect.poll(() => focusedPlace(page)).toBe(LISTED)
  await expect.poll(async () => (await placesInSight(page)).at(-1)).toBe(LISTED)
  expect(await nodesIn(page)).toBeLessThan(MOST_NODES)
  await page.keyboard.press('Home')
  await expect.poll(async () => (await placesInSight(page))[0]).toBe(1)
})

test('of over 400 dates the visible ones are drawn; keys reach all', async ({ open }) => {
  const page = await open('?from=2021-01-01&to=2022-12-31&unit=day', { webgl: false })
  const dates = page.getByRole('group', { name: 'Dates' }).getByRole('button')
  await dates.first().waitFor()
  expect(await dates.count()).toBeLessThan(60)
  expect(await dates.first().getAttribute('aria-setsize')).toBe('730')
  const focusedDate = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? '')
  await dates.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(focusedDate).toBe('2021-01-02')
  await page.keyboard.press('End')
  await expect.poll(focusedDate).toBe('2022-12-31')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(focusedDate).toBe('2022-12-30')
  const focused = page.locator('.date[data-date="2022-12-30"]')
  expect(await focused.getAttribute('aria-posinset')).toBe('729')
  await page.keyboard.press('Space')
  await expect.poll(() => focused.getAttribute('aria-pressed')).toBe('false')
  const places = () =>
    dates.evaluateAll((all) =>
      all.map((each) => ({
        place: Number(each.getAttribute('aria-posinset')),
        left: each.getBoundingClientRect().left,
        right: each.getBoundingClientRect().right,
      })),
    )
  // A date whose number comes takes more room in the next frame.
  const misplaced = async () => {
    const all = await places()
    return all.slice(1).filter(({ place, left }, index) => {
      const before = all[index]
      return !before || place <= before.place || left <= before.right
    })
  }
  await expect.poll(misplaced).toEqual([])
})

test('of long tables the visible rows are drawn; keys reach all', async ({ open }) => {
  const page = await open(`${ALL}&panel=sources`, WITH_REPORTS)
  await page.getByRole('button', { name: 'Show all 1,200 publishers' }).click()
  const publishers = page.locator('.publishers')
  await expect.poll(() => publishers.getAttribute('aria-rowcount')).toBe('1201')
  expect(await publishers.locator('tbody tr').count()).toBeLessThan(60)
  await panel(page).evaluate((each) => {
    each.scrollTop = 20_000
  })
  await expect
    .poll(async () => publishers.locator('tbody tr').last().getAttribute('aria-rowindex'))
    .toMatch(/^[4-9]\d\d$/)
  await page.getByRole('button', { name: `Show all ${ROWS.toLocaleString('en')} pages` }).click()
  const table = page.getByRole('table', { name: /^Pages/ })
  const rows = table.locator('tbody tr')
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(ROWS + 1))
  const nodes = () => table.evaluate((each) => each.querySelectorAll('*').length)
  expect(await nodes()).toBeLessThan(MOST_NODES)
  // Where the reader was when the table grew.
  expect(Number(await rows.first().getAttribute('aria-rowindex'))).toBeLessThan(120)
  const focusedRow = () =>
    page.evaluate(() =>
      Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')),
    )
  await rows.first().getByRole('button').focus()
  await page.keyboard.press('End')
  await expect.poll(focusedRow).toBe(ROWS + 1)
  await page.keyboard.press('PageUp')
  await expect.poll(focusedRow).toBeLessThan(ROWS)
  expect(await nodes()).toBeLessThan(MOST_NODES)
  const at = await focusedRow()
  const top = () =>
    page.evaluate(() => document.activeElement?.closest('tr')?.getBoundingClientRect().top ?? 0)
  let before = await top()
  await expect
    .poll(async () => {
      const last = before
      await drawn(page)
      before = await top()
      return before - last
    })
    .toBe(0)
  await page.keyboard.press('Space')
  await expect.poll(() => page.url()).toContain('source=')
  // The table stands still under what is pressed.
  await drawn(page)
  expect(await focusedRow()).toBe(at)
  expect(Math.abs((await top()) - before)).toBeLessThan(40)
  await page.keyboard.press('Home')
  await expect.poll(focusedRow).toBe(2)
})

test('on a phone the list scrolls in the sheet', async ({ open }) => {
  const page = await open(ALL, {
    ...WITH_REPORTS,
    viewport: { width: 390, height: 844 },
    touch: true,
  })
  await mapSettled(page)
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  await items(page).first().waitFor()
  await expect
    .poll(async () => {
      await scrollTo(page, 1)
      return (await placesInSight(page)).at(-1)
    })
    .toBe(ROWS)
  expect(await nodesIn(page)).toBeLessThan(MOST_NODES)
  expect(await panel(page).evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
  expect(await findings(page)).toEqual([])
})
