import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, close, heading } from './support/opening'
import { announced, exported, listedIds, marks } from './support/screen'
import { mapSettled, type Open, pageReady, test } from './support/site'

/** Reports of a week at a settlement, or known to its district only. */
function writeRows(kind: string, count: number, place: string): string[] {
  return Array.from({ length: count }, (_, index) =>
    [
      `${kind}-${index}`,
      '2022-11-28,2022-12-04,Kalbajar',
      place,
      index % 2 ? 'Armenia' : 'Azerbaijan',
      'A ministry',
      `Report ${index}`,
    ].join(),
  )
}

const FILE = [
  'id,date_start,date_end,areas,settlements,lon,lat,reporting_party,reported_by,summary',
  ...writeRows('many', 40, 'Yellija,45.95,40.1'),
  ...writeRows('near', 2, 'Zaylik,45.96,40.1'),
  ...writeRows('district', 5, ',,'),
].join('\n')

async function openFile(open: Open, touch: boolean): Promise<Page> {
  const page = await open('', { touch })
  await mapSettled(page)
  await choose(page, { name: 'forty.csv', text: FILE })
  await heading(page, 'forty.csv').waitFor()
  await close(page)
  return page
}

const map = (page: Page) => page.getByRole('region', { name: 'Map of reported' })
const several = (page: Page) =>
  map(page).getByRole('button', {
    name: '2 named settlements around Yellija, Kalbajar: 42 reports, Azerbaijan 21, Armenia 21. Zoom in',
  })
const yellija = (page: Page) =>
  map(page).getByRole('button', {
    name: /^Yellija \(named settlement\), Kalbajar: (at least 0, up to )?40 reports/,
  })
const card = (page: Page) => page.getByRole('dialog', { name: 'Yellija' })
const zoomOf = (page: Page) =>
  Number(new URL(page.url()).searchParams.get('view')?.split('/')[0] ?? 0)

/** Expects all reports of the settlement in the open card, and the last to open. */
async function expectAll(page: Page): Promise<void> {
  const reports = card(page).locator('.area-report')
  await expect.poll(() => reports.count()).toBe(40)
  await reports.last().getByRole('button').focus()
  await page.keyboard.press('Enter')
  const report = page.getByRole('dialog', { name: /^Kalbajar/ })
  await report.getByText(/Yellija \(Kalbajar\): named settlement/).waitFor()
  await page.keyboard.press('Escape')
}

test('forty reports at a settlement are one mark, which opens into all at every zoom', async ({
  open,
}) => {
  const page = await openFile(open, false)
  // What would cover another mark is part of it, until the map is close enough.
  await several(page).focus()
  for (let press = 0; press < 6 && (await several(page).count()) > 0; press++) {
    await several(page).focus()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(100)
  }
  await yellija(page).focus()
  await page.keyboard.press('Enter')
  await expectAll(page)
  for (let step = 0; zoomOf(page) < 14 && step < 20; step++) {
    await yellija(page).hover()
    await page.mouse.wheel(0, -600)
    await expect.poll(() => yellija(page).count()).toBe(1)
    await page.waitForTimeout(500)
  }
  expect(zoomOf(page)).toBe(14)
  await yellija(page).click()
  await expectAll(page)
  await expect.poll(() => page.url()).not.toContain('settlement=')

  // The district says why its ring has another number.
  await yellija(page).click()
  await card(page).getByRole('button', { name: 'All reports in Kalbajar' }).click()
  const district = page.getByRole('dialog', { name: /^Kalbajar/ })
  await district.getByText('42 at named settlements, 5 known to the district only').waitFor()
})

test('the settlement opens by touch, and while the window moves', async ({ open }) => {
  const page = await openFile(open, true)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(() => page.url()).toContain('data=')
  const { searchParams, origin, pathname } = new URL(page.url())
  const day = 'from=2022-11-28&to=2022-11-28&view=9/40.1/45.95'
  await page.goto(`${origin}${pathname}?data=${searchParams.get('data')}&${day}`)
  await pageReady(page)
  await mapSettled(page)
  const stack = map(page).locator('.map-mark.stack')
  for (let tap = 0; tap < 6 && (await stack.count()) > 0; tap++) {
    await stack.tap()
    await page.waitForTimeout(600)
  }
  await page.getByRole('button', { name: 'Play' }).tap()
  await yellija(page).tap()
  await page.waitForFunction(() => /to=2022-(11-30|12)/.test(location.search))
  await expectAll(page)
})

test('the numbers of marks, list, export and headline agree', async ({ open }) => {
  const page = await open('?from=2020-11-26&to=2023-09-21&unit=month&view=6.8/40.1/46.4')
  await mapSettled(page)
  const { features } = JSON.parse((await exported(page, 'GeoJSON (reports)')).text)
  expect(await announced(page)).toBe(`${features.length} reports`)
  const places = features.flatMap(
    ({ geometry }: { geometry: { coordinates: unknown[] } | null }) =>
      geometry === null ? [] : geometry.coordinates,
  )
  const counts = (await marks(page)).map((label) =>
    Number(/(\d+) reports?,/.exec(label ?? '')?.[1]),
  )
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(places.length)
  const notLocated = features.filter(({ geometry }: { geometry: unknown }) => geometry === null)
  await page.locator('summary', { hasText: `${notLocated.length} not located` }).waitFor()
  expect(await listedIds(page)).toHaveLength(features.length)
})
