import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { readTable } from '../geodata/read'
import { announced, exported, listedIds, marks, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

/** The records that ship, which grow: what holds for any number of them. */
const reports = readTable('incidents.csv')
const { version } = JSON.parse(readFileSync('geodata/dataset.json', 'utf8'))

test('the first view has the reports of its week, marks and no problem', async ({ open }) => {
  const page = await open('', { shipped: true })
  expect(await mapSettled(page)).toBe('ready')
  const ids = await listedIds(page)
  const inside = reports.filter(({ date_start = '', date_end = '' }) => {
    return date_start >= '2022-11-27' && date_end <= '2022-12-03'
  })
  expect(ids).toEqual(expect.arrayContaining(inside.map(({ id }) => id)))
  expect((await marks(page)).length).toBeGreaterThan(0)
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('all dates show and export every report', async ({ open }) => {
  const page = await open(TWO_DAYS, { shipped: true })
  await page.getByRole('main').getByRole('button', { name: 'All dates' }).first().click()
  expect((await announced(page)).replace(/\D/g, '')).toBe(String(reports.length))
  const { text } = await exported(page, 'GeoJSON (reports)')
  const { features, contactline } = JSON.parse(text)
  const ids = features.map(({ id }: { id: string }) => id)
  expect(ids.toSorted()).toEqual(reports.map(({ id }) => id).toSorted())
  expect(contactline.version).toBe(version)
})
