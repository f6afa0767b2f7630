import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ucdpLikeCsv } from '../bench/ucdp'
import { choose, close, heading } from './support/opening'
import { announced, exported } from './support/screen'
import { mapSettled, test } from './support/site'

const list = (page: Page) => page.getByRole('list', { name: 'Reports' })

/** Opens a file of many reports, of which one in six has a point of its own. */
async function openMany(page: Page, rows: number): Promise<void> {
  await choose(page, { name: 'many.csv', text: [...ucdpLikeCsv(rows)].join('') })
  await heading(page, 'many.csv').waitFor()
  await close(page)
  await expect.poll(() => list(page).getByRole('listitem').count()).toBeGreaterThan(3)
}

test('a file of very many points is listed in the order of its export, and drawn as bins', async ({
  open,
}) => {
  const page = await open()
  await openMany(page, 12_000)
  const { text: file } = await exported(page, 'CSV')
  const ids = file.split('\n').map((line) => line.split(',')[0])
  const shown = await list(page)
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows.map((row) => [
        Number(row.getAttribute('data-row')),
        row.querySelector('[data-incident]')?.getAttribute('data-incident'),
      ]),
    )
  expect(shown.length).toBeGreaterThan(3)
  for (const [row, id] of shown) expect(ids[Number(row) + 1]).toBe(id)

  // A key brings a bin closer, until the points are by themselves.
  await mapSettled(page)
  const region = page.getByRole('region', { name: 'Map of reported ceasefire violations' })
  const bins = region.getByRole('button', { name: /^Around here/ })
  await expect.poll(() => bins.count()).toBeGreaterThan(5)
  const zoomOf = () => Number(new URL(page.url()).searchParams.get('view')?.split('/')[0] ?? 0)
  const before = zoomOf()
  await bins.first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(zoomOf).toBeGreaterThan(before)
  for (let step = 0; step < 6 && (await bins.count()) > 0; step++) {
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await mapSettled(page)
  }
  await expect.poll(() => bins.count()).toBe(0)
})

test('a search through very many reports goes on while the page is free, and says how far it is', async ({
  open,
}) => {
  const page = await open('', { webgl: false })
  const rows = 21_000
  await openMany(page, rows)
  const { text: file } = await exported(page, 'CSV')
  const expected = file.split('\n').filter((line) => /taghavard/i.test(line)).length
  expect(expected).toBeGreaterThan(100)
  await page.getByRole('combobox', { name: 'Search reports' }).fill('Taghavard')
  await page.getByText(/^Searching: \d+% of the reports read/).waitFor()
  await page.getByText(/^Searching:/).waitFor({ state: 'detached' })
  expect(await announced(page)).toMatch(new RegExp(`\\b${expected} reports$`))
  await page.getByRole('combobox', { name: 'Search reports' }).fill('')
  await expect.poll(() => announced(page)).toMatch(new RegExp(`\\b${rows} reports$`))
})
