import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { contactline, emptyFolder } from '../cli/run'
import { findings } from './support/axe'
import { choose, close, dialog, fixture, heading } from './support/opening'
import { announced, exported } from './support/screen'
import { test } from './support/site'

const NO_MAP = { webgl: false }
const TABLE = 'vorfaelle.csv'

const press = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true }).click()

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download')
  await press(page, button)
  return readFileSync(await (await download).path(), 'utf8')
}

test('a spreadsheet opens as it is guessed, and the command reads it by the saved map', async ({
  open,
}) => {
  const page = await open('', NO_MAP)
  await choose(page, TABLE)
  await dialog(page).getByText('15 rows: 12 placed, 1 place unknown, 2 dates unreadable').waitFor()
  await dialog(page).getByText('Datum "31.02.2022" is not a date (day.month.year)').waitFor()
  expect(await findings(page)).toEqual([])
  const map = join(emptyFolder(), 'map.json')
  writeFileSync(map, await saved(page, 'Save column map'))
  await press(page, 'Open')
  await heading(page, TABLE).waitFor()
  await press(page, 'Show on the map')
  expect(await announced(page)).toBe('13 reports')
  await page.getByText(/13 reports in \d districts and 1 area without an outline/).waitFor()
  const { text } = await exported(page, 'CSV')
  const read = contactline(['export', fixture(TABLE), '--map', map, '--format', 'csv'])
  expect(read.stdout).toBe(text)
  expect(text).toContain('Handfeuerwaffen')
  expect(text).not.toContain('Contactline')
  expect(text).toContain('vorfaelle.csv report 1: Aserbaidschan')
}, 180_000)

test('what the user says of columns and words is kept, for files with the same columns too', async ({
  open,
}) => {
  const page = await open('', NO_MAP)
  await choose(page, TABLE)
  const outcome = dialog(page).getByText(/^15 rows: /)
  const place = dialog(page).getByLabel('Meaning of Ort')
  await place.selectOption('note')
  await dialog(page).getByText('15 rows: 6 placed, 7 without a place, 2 dates').waitFor()
  await place.selectOption('settlements')
  await dialog(page).getByText('15 rows: 12 placed, 1 place unknown').waitFor()
  await dialog(page).getByLabel('Handfeuerwaffen (5)').selectOption('small arms')
  await outcome.waitFor()
  await press(page, 'Open')
  await heading(page, TABLE).waitFor()
  await press(page, 'Change columns')
  await dialog(page).getByText('Filled in as you chose before.').waitFor()
  expect(await place.inputValue()).toBe('settlements')
  await press(page, 'Cancel')
  await choose(page, { name: 'other.csv', text: readFileSync(fixture(TABLE), 'utf8') })
  await dialog(page).getByText(`Filled in as for ${TABLE}`).waitFor()
  await outcome.waitFor()
  const weapon = dialog(page).getByLabel('Handfeuerwaffen (5)')
  expect(await weapon.inputValue()).toBe('small arms')
  await press(page, 'Cancel')
  await close(page)
})

test('what the rows become is said for the latest choice, even while an earlier one is read', async ({
  open,
}) => {
  const page = await open('', NO_MAP)
  const [header = '', ...rows] = readFileSync(fixture(TABLE), 'utf8').trim().split('\n')
  const times = 300
  const text = [header, ...Array.from({ length: times }, () => rows).flat()].join('\n')
  await choose(page, { name: 'long.csv', text })
  await dialog(page).getByLabel('Meaning of Ort').selectOption('note')
  const [placed, without] = [6 * times, 7 * times].map((n) => n.toLocaleString('en'))
  await dialog(page).getByText(`${placed} placed, ${without} without a place`).waitFor()
  await close(page)
})

test('of very many columns some are shown, and any is found', async ({ open }) => {
  const page = await open('', NO_MAP)
  const names = Array.from({ length: 3000 }, (_, index) => `c${index}`)
  const rows = [
    ['date', ...names],
    ['2022-11-29', ...names],
  ].map((row) => row.join(','))
  await choose(page, { name: 'wide.csv', text: rows.join('\n') })
  await dialog(page).getByText('50 of 3,001 columns are shown.').waitFor()
  expect(await dialog(page).locator('option').count()).toBeLessThan(2000)
  await dialog(page).getByLabel('Find a column').fill('c2999')
  await dialog(page).getByLabel('Meaning of c2999').selectOption('summary')
  await dialog(page).getByText('1 row: 0 placed, 1 without a place').waitFor()
})
