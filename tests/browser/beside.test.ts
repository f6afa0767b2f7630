import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { close, dialog, heading } from './support/opening'
import { announced, exported } from './support/screen'
import { pageReady, test } from './support/site'

const HEADER = 'id,date_start,areas,settlements,lon,lat,reported_by,reporting_party,kind,summary'
const row = (id: string, day: number, lon: number, party: string) =>
  `${id},2030-05-0${day},Lowland,,${lon},39.8,${party} press,${party},raid,${party} reports a raid.`
const tableOf = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`
/** Two files of one invented conflict: r-1 and n-1 can be one event, the others not. */
const NORTH = tableOf(
  row('n-1', 1, 46.7, 'Northerners'),
  row('n-2', 4, 46.2, 'Northerners'),
  row('same', 6, 46.9, 'Northerners'),
)
const RIVER = tableOf(row('r-1', 2, 46.71, 'Rivermen'), row('same', 8, 46.0, 'Rivermen'))

async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  if (!(await dialog(page).isVisible())) {
    await page.getByRole('button', { name: /Open file|other files/ }).click()
  }
  const given = Object.entries(files).map(([name, text]) => {
    return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  })
  await dialog(page).locator('input[type=file]').setInputFiles(given)
}

/** Lists and dialogs are the same, and there much sooner. */
const NO_MAP = { webgl: false }

const datasets = (page: Page) => page.getByRole('group', { name: 'Datasets' })

test('files chosen together are shown beside each other', async ({ open }) => {
  const page = await open('', NO_MAP)
  await choose(page, { 'north.csv': NORTH, 'river.csv': RIVER })
  await heading(page, 'river.csv').waitFor()
  expect(await findings(page)).toEqual([])
  await close(page)
  await page.getByText('Showing north.csv and river.csv together.').waitFor()
  expect(await announced(page)).toBe('5 reports')
  expect(await datasets(page).getByRole('checkbox').count()).toBe(2)
  const rows = page.getByRole('region', { name: 'Timeline' }).locator('.row-names text')
  await expect.poll(() => rows.allTextContents()).toEqual(['north.csv', 'river.csv'])
  expect(await findings(page)).toEqual([])

  await datasets(page).getByRole('checkbox', { name: 'river.csv' }).uncheck()
  await expect.poll(() => announced(page)).toBe('3 reports')
  await expect.poll(() => new URL(page.url()).searchParams.get('dataset')).toBe('north-csv')
  await datasets(page).getByRole('checkbox', { name: 'river.csv' }).check()

  const list = page.getByRole('list', { name: 'Reports' })
  await list.getByRole('button').first().click()
  const card = page.getByRole('dialog')
  expect(await card.getByText('river-csv-same').count()).toBe(1)
  expect(await card.locator('.dataset-name').textContent()).toContain('river.csv')
  const { text } = await exported(page, 'CSV')
  const lines = text.trimEnd().split('\n')
  expect(lines[0]).toMatch(/,dataset,/)
  expect(lines.filter((line) => line.includes(',river.csv,'))).toHaveLength(2)
  const download = page.waitForEvent('download')
  await datasets(page).getByRole('button', { name: 'Save river.csv as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^river-reports-/)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'river.csv' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'GeoJSON (reports)' }).click(),
  ])
  const { features } = JSON.parse(readFileSync(await file.path(), 'utf8'))
  expect(features).toHaveLength(2)
  expect(file.suggestedFilename()).toMatch(/^river-reports-/)
})

test('files are shown beside the records, by a link again, and leave one by one', async ({
  open,
}) => {
  const page = await open('', NO_MAP)
  await choose(page, { 'north.csv': NORTH, 'river.csv': RIVER })
  await heading(page, 'river.csv').waitFor()
  await dialog(page).getByRole('checkbox', { name: 'Beside Contactline’s records' }).check()
  await close(page)
  await expect.poll(() => datasets(page).getByRole('checkbox').count()).toBe(3)
  await expect.poll(() => new URL(page.url()).searchParams.get('data')).toMatch(/^shipped,browser:/)
  const before = await announced(page)
  await page.reload()
  await pageReady(page)
  expect(await announced(page)).toBe(before)
  expect(await datasets(page).getByRole('checkbox').count()).toBe(3)

  await datasets(page).getByRole('button', { name: 'Remove Contactline' }).click()
  await datasets(page).getByRole('button', { name: 'Remove river.csv' }).click()
  await expect.poll(() => datasets(page).count()).toBe(0)
  await page.getByText('Showing north.csv, stored in this browser only.').waitFor()
})

test('what two datasets may share is listed, reviewed and saved', async ({ open }) => {
  const page = await open('', NO_MAP)
  await choose(page, { 'north.csv': NORTH, 'river.csv': RIVER })
  await heading(page, 'river.csv').waitFor()
  await close(page)
  await page.getByRole('tab', { name: 'In both' }).click()
  const counts = page.getByRole('table', { name: 'What was found' })
  const numbers = () => counts.locator('td:last-child').allTextContents()
  await expect.poll(numbers).toEqual(['1', '0', '2', '1', '0', '0'])
  await page.getByRole('spinbutton', { name: 'Days apart, at most' }).fill('0')
  await page.getByRole('spinbutton', { name: 'Days apart, at most' }).press('Enter')
  await expect.poll(numbers).toEqual(['0', '0', '3', '2', '0', '0'])
  await expect.poll(() => new URL(page.url()).searchParams.get('days')).toBe('0')
  await page.getByRole('spinbutton', { name: 'Days apart, at most' }).fill('1')
  await page.getByRole('spinbutton', { name: 'Days apart, at most' }).press('Enter')
  await expect.poll(numbers).toEqual(['1', '0', '2', '1', '0', '0'])
  const plain = await savedCsv(page)
  expect(plain.split('\n')[0]).not.toContain('decision')
  expect(plain.split('\n')[1]).toMatch(/^match,0\.9,1,n-1,.*,r-1,/)

  await page.getByRole('button', { name: 'Colour the map by this' }).click()
  const legend = page.getByRole('list', { name: 'Colours' })
  await expect
    .poll(() => legend.getByRole('listitem').allTextContents())
    .toEqual(['In both', 'Only in north.csv', 'Only in river.csv'])
  expect(await findings(page)).toEqual([])
})

test('a pair is reviewed, on a phone too, and what is decided is saved', async ({ open }) => {
  const page = await open('', NO_MAP)
  await choose(page, { 'north.csv': NORTH, 'river.csv': RIVER })
  await heading(page, 'river.csv').waitFor()
  await close(page)
  await page.getByRole('tab', { name: 'In both' }).click()
  await page.getByRole('button', { name: /^Review/ }).click()
  await page.getByText('Pair 1 of 1').waitFor()
  expect(await page.locator('.overlap-report').allTextContents()).toEqual([
    expect.stringContaining('Reported by Northerners press'),
    expect.stringContaining('Reported by Rivermen press'),
  ])
  await page.getByRole('radio', { name: 'Same event' }).check()
  expect((await savedCsv(page)).split('\n')[1]).toMatch(/,same$/)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Show filters and list' }).click()
  expect(await findings(page)).toEqual([])
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
  expect(await fits()).toBe(true)
})

async function savedCsv(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

test('another file is opened beside the first one or instead of it', async ({ open }) => {
  const page = await open('', NO_MAP)
  await choose(page, { 'north.csv': NORTH })
  await heading(page, 'north.csv').waitFor()
  await choose(page, { 'river.csv': RIVER })
  await dialog(page).getByRole('button', { name: 'Open beside them' }).click()
  await heading(page, 'river.csv').waitFor()
  await dialog(page).getByRole('combobox', { name: 'Report on' }).selectOption('north.csv')
  await heading(page, 'north.csv').waitFor()
  await choose(page, { 'other.csv': RIVER })
  await dialog(page).getByRole('button', { name: 'Open instead of them' }).click()
  await heading(page, 'other.csv').waitFor()
  await close(page)
  await expect.poll(() => announced(page)).toBe('2 reports')
  expect(await datasets(page).count()).toBe(0)
})

test('a link to several files opens those that are there, and says what is missing', async ({
  open,
}) => {
  const page = await open('?data=shipped,browser:gone', NO_MAP)
  await page.getByText('The link is to a file that was opened in another browser').waitFor()
  expect(await announced(page)).toMatch(/[1-9]/)
  expect(await page.getByText('The file of this link is not here').count()).toBe(0)
})
