import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { directionsGeoJson } from '../../src/export/directionExports'
import { readTable, split } from '../geodata/read'
import { exported } from './support/screen'
import { mapSettled, test } from './support/site'

const ALL = '?from=2020-11-10&to=2023-12-31&unit=month'
const lines = (page: Page) => page.getByRole('button', { name: /^Reported direction of fire, / })

test('the layer is off at first, in the link when on, and a line opens its reports', async ({
  open,
}) => {
  const page = await open(ALL, { shipped: true })
  await mapSettled(page)
  expect(await lines(page).count()).toBe(0)
  await page.locator('summary', { hasText: 'Layers' }).click()
  await page.getByRole('checkbox', { name: 'Reported direction of fire' }).check()
  await lines(page).first().waitFor()
  await page.waitForURL(/directions=1/)
  await page.getByText('direction of fire, as reported').waitFor()
  await page.keyboard.press('Escape')

  const line = lines(page).first()
  const [, n = ''] =
    /: (?:at least \d+, up to )?(\d+) report/.exec((await line.getAttribute('aria-label')) ?? '') ??
    []
  await line.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: /→/ })
  await card.getByText('Reported direction of fire, as the reporting party says.').waitFor()
  expect(await card.locator('.area-reports li').count()).toBeGreaterThanOrEqual(Number(n))
})

test('the table and the export have the same pairs and numbers', async ({ open }) => {
  const page = await open(`${ALL}&panel=claims`, { shipped: true, webgl: false })
  const table = page.getByRole('table', { name: /^Origins and targets/ })
  await page.getByRole('button', { name: /^Show all .* pairs/ }).click()
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.firstChild?.textContent ?? '')),
    )
  const { text } = await exported(page, 'GeoJSON (directions of fire)')
  const { features } = JSON.parse(text) as ReturnType<typeof directionsGeoJson>
  expect(rows).toEqual(
    features.map(({ properties: { origin, target, reports, reports_certain: sure } }) => [
      origin,
      target,
      sure === reports ? String(reports) : `${sure}–${reports}`,
    ]),
  )
  await table.getByRole('button', { name: 'Origin' }).click()
  await table.locator('th[aria-sort="ascending"]', { hasText: 'Origin' }).waitFor()
})

test('a selected report shows its line while the layer is off, or says which end is missing', async ({
  open,
}) => {
  const reports = readTable('incidents.csv')
  const one = reports.find(
    ({ fired_from_places, settlements }) =>
      fired_from_places === 'verin-shorzha' && split(settlements).length === 1,
  )
  const page = await open(`?incident=${one?.id}`, { shipped: true })
  await mapSettled(page)
  await page.getByText('from Verin Shorzha (names in the gazetteer)').waitFor()
  await lines(page).first().waitFor()
  expect(await lines(page).count()).toBe(1)

  const none = reports.find(
    (row) => row.fired_from !== '' && row.fired_from_places === '' && row.areas !== '',
  )
  const other = await open(`?incident=${none?.id}`, { shipped: true })
  await other.getByText('No line: the place of origin is not located.').waitFor()
  expect(await lines(other).count()).toBe(0)
})

test('records that name no places of origin have no layer', async ({ open }) => {
  const page = await open('?directions=1')
  await page.locator('summary', { hasText: 'Layers' }).click()
  const layer = page.getByRole('checkbox', { name: /this file names no places of origin/ })
  expect(await layer.isDisabled()).toBe(true)
})
