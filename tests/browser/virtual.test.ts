import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { drawn } from './support/screen'
import { mapSettled, type OpenOptions, test } from './support/site'

const ALL = '?from=2021-01-01&to=2021-12-31&unit=month'
const ROWS = 3000
/** More of them than can be laid out one above the other. */
const VERY_MANY = 100_000
const MOST_NODES = 1500

const WORDS = 'Fire from the other side was reported along the line, with small arms and mortars. '

/** Reports spread over 2021, of one to four sentences, the newest with the highest number; each cites a page of its own. */
function manyReports(count: number): string {
  const head = 'id,date_start,areas,reported_by,reporting_party,summary,sources'
  const rows = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2021, 0, 1 + Math.floor((index * 365) / count)))
    return [
      `r${index}`,
      day.toISOString().slice(0, 10),
      'Shusha',
      'Somebody',
      'Azerbaijan',
      `"Report ${index}. ${WORDS.repeat(index % 4)}"`,
      `s${index}`,
    ].join(',')
  })
  return [head, ...rows].join('\n')
}

/** A page of each report; three in four have a long title, and two in three an address. */
function manySources(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const url = index % 3 === 0 ? '' : `https://example.org/${index}`
    const title = `Page ${index}. ${WORDS.repeat(index % 4)}`
    return `s${index},Publisher ${index % 1200},"${title}",${url},2021-01-01,en`
  })
  return ['id,publisher,title,url,published,language', ...rows].join('\n')
}

const withReports = (count: number): OpenOptions => ({
  prepare: async (page) => {
    const files = { 'incidents.csv': manyReports(count), 'sources.csv': manySources(count) }
    for (const [name, body] of Object.entries(files)) {
      await page.route(`**/${name}`, (route) => route.fulfill({ body, contentType: 'text/csv' }))
    }
  },
})

const list = (page: Page) => page.getByRole('list', { name: 'Reports', exact: true })
const items = (page: Page) => list(page).getByRole('listitem')
const panel = (page: Page) => page.locator('.panel')
const nodesIn = (page: Page) => list(page).evaluate((each) => each.querySelectorAll('*').length)
const focusedPlace = (page: Page) =>
  page.evaluate(() =>
    Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')),
  )

/** Places in the list of the reports that are wholly in sight of the panel, from top to bottom. */
async function placesInSight(page: Page): Promise<number[]> {
  await drawn(page)
  return items(page).evaluateAll((all) => {
    const frame = document.querySelector('.panel')?.getBoundingClientRect()
    return all
      .filter((each) => {
        const { top, bottom } = each.getBoundingClientRect()
        const isApart = getComputedStyle(each).position === 'absolute'
        return frame && !isApart && top >= frame.top - 1 && bottom <= frame.bottom + 1
      })
      .map((each) => Number(each.getAttribute('aria-posinset')))
  })
}

/** Scrolls by turns of the wheel over the list, and waits until it stands still. */
async function wheel(page: Page, by: number): Promise<void> {
  const box = await panel(page).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + (box?.height ?? 0) - 100)
  const before = await panel(page).evaluate((each) => each.scrollTop)
  await page.mouse.wheel(0, by)
  await expect.poll(() => panel(page).evaluate((each) => each.scrollTop)).not.toBe(before)
}

test('of a long list only the reports near the sight are drawn, each with its place among all', async ({
  open,
}) => {
  const page = await open(ALL, withReports(ROWS))
  await items(page).first().waitFor()
  const atTop = await nodesIn(page)
  expect(atTop).toBeLessThan(MOST_NODES)
  expect(await items(page).first().getAttribute('aria-setsize')).toBe(String(ROWS))
  expect(await items(page).first().getAttribute('aria-posinset')).toBe('1')
  expect(await list(page).locator('li li, [role=listitem] [role=listitem]').count()).toBe(0)

  for (const share of [0.25, 0.5, 0.75]) {
    await panel(page).evaluate((each, share) => {
      each.scrollTop = share * each.scrollHeight
    }, share)
    await expect
      .poll(async () => {
        const middle = (await placesInSight(page))[1] ?? 0
        return Math.abs(middle / ROWS - share)
      })
      .toBeLessThan(0.02)
    expect(await nodesIn(page)).toBeLessThan(MOST_NODES)
  }
})

/** Runs in the page: `window.overdue()` does at once what its timers are to do within a second, as a busy page does late. */
function withOverdueTimers(): void {
  const set = window.setTimeout
  const clear = window.clearTimeout
  const pending = new Map<unknown, () => void>()
  const taken = (id: unknown) => {
    clear(id as number)
    return pending.delete(id)
  }
  const later = (run: (...rest: unknown[]) => void, delay = 0, ...rest: unknown[]) => {
    const id: unknown = set(() => pending.delete(id) && run(...rest), delay)
    const due = delay < 1000 ? () => taken(id) && run(...rest) : () => {}
    pending.set(id, due)
    return id
  }
  const overdue = () => {
    for (const due of [...pending.values()]) due()
  }
  Object.assign(window, { setTimeout: later, clearTimeout: taken, overdue })
}

test('a scroll that the page hears of only after it has put the scroll bar right is not taken back', async ({
  open,
}) => {
  const { prepare } = withReports(ROWS)
  const page = await open(ALL, {
    prepare: async (page) => {
      await page.addInitScript(withOverdueTimers)
      await prepare?.(page)
    },
  })
  await items(page).first().waitFor()
  for (const [from, to] of [
    [0.25, 0.75],
    [0.75, 0.5],
    [0.5, 0.25],
  ] as const) {
    await panel(page).evaluate((each, share) => {
      each.scrollTop = share * each.scrollHeight
    }, from)
    await drawn(page)
    await panel(page).evaluate((each, share) => {
      each.scrollTop = share * each.scrollHeight
      ;(window as unknown as { overdue(): void }).overdue()
    }, to)
    await drawn(page)
    // At rest again, by when the reader would have been taken back.
    await page.evaluate(() => (window as unknown as { overdue(): void }).overdue())
    const middle = (await placesInSight(page))[1] ?? 0
    expect(Math.abs(middle / ROWS - to)).toBeLessThan(0.02)
  }
})

test('reports follow one another without gap or overlap, under the headings of their days', async ({
  open,
}) => {
  const page = await open(ALL, withReports(ROWS))
  await items(page).first().waitFor()
  await panel(page).evaluate((each) => {
    each.scrollTop = each.scrollHeight / 2
  })
  await expect.poll(async () => (await placesInSight(page))[0]).toBeGreaterThan(1000)
  const rows = await items(page).evaluateAll((all) =>
    all.map((each) => ({
      place: Number(each.getAttribute('aria-posinset')),
      top: each.getBoundingClientRect().top,
      bottom: each.getBoundingClientRect().bottom,
      id: Number(each.querySelector('[data-incident]')?.getAttribute('data-incident')?.slice(1)),
      heading: each.querySelector('h3')?.textContent ?? null,
    })),
  )
  expect(new Set(rows.map(({ top, bottom }) => Math.round(bottom - top))).size).toBeGreaterThan(2)
  const dayOf = (id: number) => Math.floor((id * 365) / ROWS)
  rows.slice(1).forEach((row, index) => {
    const before = rows[index]
    expect(row.place).toBe((before?.place ?? 0) + 1)
    expect(row.top).toBeCloseTo(before?.bottom ?? 0, 0)
    const isFirstOfDay = dayOf(row.id) !== dayOf(before?.id ?? -1)
    expect(row.heading !== null).toBe(isFirstOfDay)
  })
  // The day of what is in sight stands above it wherever the list is scrolled.
  const seen = rows.filter(({ bottom }) => bottom > 0)[0]
  const day = new Date(Date.UTC(2021, 0, 1 + dayOf(seen?.id ?? 0)))
  const held = await page.locator('.day-held').textContent()
  expect(held).toContain(`${day.getUTCDate()} `)
  expect(held).toContain('2021')
})

test('keys lead to the first and the last report and to those between', async ({ open }) => {
  const page = await open(ALL, withReports(ROWS))
  await items(page).first().getByRole('button').focus()
  await page.keyboard.press('End')
  await expect.poll(() => focusedPlace(page)).toBe(ROWS)
  await expect.poll(async () => (await placesInSight(page)).at(-1)).toBe(ROWS)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focusedPlace(page)).toBe(ROWS - 1)
  await page.keyboard.press('PageUp')
  await expect.poll(() => focusedPlace(page)).toBeLessThan(ROWS - 2)
  const afterPage = await focusedPlace(page)
  expect(await placesInSight(page)).toContain(afterPage)
  await page.keyboard.press('PageDown')
  await expect.poll(() => focusedPlace(page)).toBeGreaterThan(afterPage)
  await page.keyboard.press('Home')
  await expect.poll(() => focusedPlace(page)).toBe(1)
  await expect.poll(async () => (await placesInSight(page))[0]).toBe(1)
  for (let place = 2; place <= 20; place++) {
    await page.keyboard.press('Tab')
    await expect.poll(() => focusedPlace(page)).toBe(place)
  }
  await expect
    .poll(() =>
      page.evaluate(() => {
        const frame = document.querySelector('.panel')?.getBoundingClientRect().bottom ?? 0
        return (document.activeElement?.getBoundingClientRect().bottom ?? Infinity) <= frame + 1
      }),
    )
    .toBe(true)
})

test('the focus stays with a report that is scrolled out of sight, and keys go on from it', async ({
  open,
}) => {
  const page = await open(ALL, withReports(ROWS))
  await items(page).nth(3).getByRole('button').focus()
  await panel(page).evaluate((each) => {
    each.scrollTop = each.scrollHeight / 2
  })
  await expect.poll(async () => (await placesInSight(page))[0]).toBeGreaterThan(1000)
  expect(await focusedPlace(page)).toBe(4)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focusedPlace(page)).toBe(5)
  await expect.poll(() => placesInSight(page)).toContain(5)
})

test('a report opens from the middle of the list, and closing it leads back to it', async ({
  open,
}) => {
  const page = await open(ALL, withReports(ROWS))
  await items(page).first().waitFor()
  await panel(page).evaluate((each) => {
    each.scrollTop = each.scrollHeight / 2
  })
  await expect.poll(async () => (await placesInSight(page))[0]).toBeGreaterThan(1000)
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
  await panel(page).evaluate((each) => {
    each.scrollTop = 0
  })
  await expect.poll(async () => (await placesInSight(page)).includes(place)).toBe(false)
  await dialog.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedPlace(page)).toBe(place)
  await expect.poll(() => placesInSight(page)).toContain(place)
})

test('where the list is higher than a browser can lay out, the wheel still passes over no report', async ({
  open,
}) => {
  const page = await open(ALL, withReports(VERY_MANY))
  await items(page).first().waitFor()
  const height = await panel(page).evaluate((each) => each.scrollHeight)
  expect(height).toBeLessThan(17_000_000)
  await panel(page).evaluate((each) => {
    each.scrollTop = each.scrollHeight / 2
  })
  await expect.poll(async () => (await placesInSight(page))[0]).toBeGreaterThan(40_000)
  for (let turn = 0; turn < 4; turn++) {
    const before = await placesInSight(page)
    await wheel(page, 200)
    await expect.poll(async () => (await placesInSight(page)).at(-1)).not.toBe(before.at(-1))
    // Long enough for the scroll bar to be put right, which must move nothing.
    await page.waitForTimeout(400)
    const after = await placesInSight(page)
    expect(after[0] ?? 0).toBeLessThanOrEqual((before.at(-1) ?? 0) + 1)
    expect(after[0] ?? 0).toBeGreaterThan((before[0] ?? 0) - 1)
  }
  expect(await nodesIn(page)).toBeLessThan(MOST_NODES)
  await items(page).nth(8).getByRole('button').focus()
  await page.keyboard.press('End')
  await expect.poll(() => focusedPlace(page)).toBe(VERY_MANY)
  await expect.poll(async () => (await placesInSight(page)).at(-1)).toBe(VERY_MANY)
  await page.keyboard.press('Home')
  await expect.poll(async () => (await placesInSight(page))[0]).toBe(1)
})

test('a long table of pages draws those in sight, by their place, and keys lead through it', async ({
  open,
}) => {
  const page = await open(`${ALL}&panel=sources`, withReports(ROWS))
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
  const before = await top()
  await page.keyboard.press('Space')
  await expect.poll(() => page.url()).toContain('source=')
  // The table stands still under what is pressed.
  await drawn(page)
  expect(await focusedRow()).toBe(at)
  expect(Math.abs((await top()) - before)).toBeLessThan(40)
  await page.keyboard.press('Home')
  await expect.poll(focusedRow).toBe(2)
})

test('a long table of publishers draws those in sight', async ({ open }) => {
  const page = await open(`${ALL}&panel=sources`, withReports(ROWS))
  await page.getByRole('button', { name: 'Show all 1,200 publishers' }).click()
  const table = page.locator('.publishers')
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('1201')
  const rows = table.locator('tbody tr')
  await expect.poll(() => rows.count()).toBeGreaterThan(10)
  expect(await rows.count()).toBeLessThan(60)
  await panel(page).evaluate((each) => {
    each.scrollTop = 20_000
  })
  await expect
    .poll(async () => Number(await rows.last().getAttribute('aria-rowindex')))
    .toBeGreaterThan(400)
  expect(await rows.count()).toBeLessThan(60)
})

test('on a phone the list scrolls in the sheet', async ({ open }) => {
  const page = await open(ALL, {
    ...withReports(ROWS),
    viewport: { width: 390, height: 844 },
    touch: true,
  })
  await mapSettled(page)
  await page.getByRole('button', { name: 'Show filters and list' }).tap()
  await items(page).first().waitFor()
  await panel(page).evaluate((each) => {
    each.scrollTop = each.scrollHeight
  })
  await expect.poll(async () => (await placesInSight(page)).at(-1)).toBe(ROWS)
  expect(await nodesIn(page)).toBeLessThan(MOST_NODES)
  expect(await panel(page).evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
  expect(await findings(page)).toEqual([])
})

test('a filter that leaves few reports gives the whole list back', async ({ open }) => {
  const page = await open(ALL, withReports(ROWS))
  await items(page).first().waitFor()
  await page.goto(`${page.url().split('?')[0]}?from=2021-03-01&to=2021-03-31`)
  await expect.poll(() => items(page).count()).toBeGreaterThan(240)
  expect(await items(page).first().getAttribute('aria-posinset')).toBeNull()
})
