import type { FeatureCollection } from 'geojson'
import { expect } from 'vitest'
import { announced, exported, listedIds, marks, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

const idsOf = (text: string) =>
  (JSON.parse(text) as FeatureCollection).features.map((feature) => feature.id)

test('a date switched off leaves list, map, counts, address and export', async ({ open }) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  const before = {
    ids: await listedIds(page),
    marks: await marks(page),
    said: await announced(page),
  }
  expect(before.ids).toEqual(expect.arrayContaining(['20221129-02', '20221129-03', '20221130-01']))
  const toggle = page.getByRole('group', { name: 'Dates' }).locator('[data-date="2022-11-30"]')
  expect(await toggle.getAttribute('aria-pressed')).toBe('true')

  await toggle.click()
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false')
  const ids = await listedIds(page)
  expect(ids).not.toContain('20221130-01')
  expect(ids.length).toBeLessThan(before.ids.length)
  await expect.poll(() => announced(page)).not.toBe(before.said)
  await expect.poll(() => marks(page)).not.toEqual(before.marks)
  await expect.poll(() => page.url()).toContain('off=2022-11-30')
  expect(idsOf((await exported(page, 'GeoJSON (reports)')).text)).toEqual(ids)

  await toggle.click()
  expect(await listedIds(page)).toEqual(before.ids)
  await expect.poll(() => marks(page)).toEqual(before.marks)
  expect(await announced(page)).toBe(before.said)
})

test('filters and search change the list and all counts', async ({ open }) => {
  const page = await open('?from=2020-11-26&to=2023-09-21&unit=month', { webgl: false })
  expect(await announced(page)).toBe('447 reports')
  await page.getByRole('checkbox', { name: /^Russia/ }).check()
  expect(await announced(page)).toBe('46 reports')
  expect(await listedIds(page)).toHaveLength(46)
  await page.locator('summary', { hasText: 'Accused' }).click()
  const stated = page.getByRole('checkbox', { name: /^Not stated/ })
  const count = await stated.locator('..').locator('.choice-count [aria-hidden]').textContent()
  await stated.check()
  expect(await listedIds(page)).toHaveLength(Number(count))
  await page.getByRole('button', { name: 'Clear filters' }).click()
  expect(await announced(page)).toBe('447 reports')

  const search = page.getByRole('combobox', { name: 'Search reports' })
  for (const name of ['Shusha', 'Շուշի']) {
    await search.fill(name)
    expect((await listedIds(page)).length, name).toBeGreaterThan(40)
  }
  await search.fill('no such word anywhere')
  expect(await listedIds(page)).toEqual([])
  await page.locator('.empty').getByText('No reports with these filters on any date').waitFor()
  await page.locator('.empty').getByRole('button', { name: 'Clear filters' }).click()
  expect(await announced(page)).toBe('447 reports')
})
