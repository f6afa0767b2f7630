import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect } from 'vitest'
import { emptyFolder, MOMENT, onFrozen } from '../cli/run'
import { faultsOf } from '../support/rfc7946'
import { exported, exportedBytes, listedIds } from './support/screen'
import { test } from './support/site'

const FIRST_WEEK = '?from=2022-11-27&to=2022-12-03'

test('exported files are valid and have the slice in its order', async ({ open }) => {
  const page = await open(`${FIRST_WEEK}&by=azerbaijan`, { webgl: false })
  const ids = await listedIds(page)
  const { name, text } = await exported(page, 'GeoJSON (reports)')
  expect(name).toBe('contactline-reports-2022-11-27-2022-12-03-by-azerbaijan.geojson')
  const collection = JSON.parse(text)
  expect(faultsOf(collection)).toEqual([])
  expect(collection.features.map((feature: { id: string }) => feature.id)).toEqual(ids)
  expect(collection.contactline.filter).toMatchObject({ from: '2022-11-27', to: '2022-12-03' })
  const unlocated = collection.features.filter(
    (feature: { geometry: unknown }) => !feature.geometry,
  )
  expect(unlocated.length).toBe(collection.contactline.counts.not_located)
  await page.getByText(`${ids.length} reports saved to ${name}.`).waitFor()

  const csv = Papa.parse<Record<string, string>>((await exported(page, 'CSV')).text.trim(), {
    header: true,
  })
  expect(csv.data.map((row) => row.id)).toEqual(ids)
  const districts = JSON.parse((await exported(page, 'GeoJSON (districts)')).text)
  expect(faultsOf(districts)).toEqual([])
  const kalbajar = districts.features.find((feature: { id: string }) => feature.id === 'kalbajar')
  const listed = csv.data.filter((row) => row.areas?.split('; ').includes('kalbajar'))
  expect(kalbajar.properties.reports).toBe(listed.length)
})

test('a choice of geometry and rows leaves as the bytes of the command', async ({ open }) => {
  const page = await open(`${FIRST_WEEK}&by=azerbaijan`, {
    webgl: false,
    prepare: (page) => page.clock.setFixedTime(MOMENT),
  })
  const formats = {
    'GeoJSON (reports)': 'geojson',
    CSV: 'csv',
    'For GIS (FlatGeobuf)': 'flatgeobuf',
    'For GIS (CSV with types)': 'csvt',
    'Google Earth (KML)': 'kml',
  }
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const choice = page.getByRole('menuitemradio', { name, exact: true })
    await choice.focus()
    await page.keyboard.press('Enter')
    expect(await choice.getAttribute('aria-checked')).toBe('true')
    await page.keyboard.press('Escape')
  }
  const args = ['export', '--from=2022-11-27', '--to=2022-12-03', '--by=azerbaijan']
  for (const layout of [[], ['--geometry=outlines', '--rows=place']]) {
    if (layout.length > 0) for (const name of ['Outlines', 'Place']) await choose(name)
    for (const [item, format] of Object.entries(formats)) {
      const { name, bytes } = await exportedBytes(page, item)
      const out = join(emptyFolder(), 'out')
      onFrozen([...args, ...layout, '--format', format, '--out', out])
      expect(bytes.equals(readFileSync(out)), `${layout} ${format}`).toBe(true)
      expect(name).toContain(layout.length > 0 ? '-by-azerbaijan-outlines-by-place.' : '')
    }
  }
}, 240_000)

test('the sources of the slice leave as references, BibTeX, RIS and CSL-JSON', async ({ open }) => {
  const page = await open('?from=2022-11-30&to=2022-11-30&area=shusha&possible=0&by=azerbaijan', {
    webgl: false,
  })
  const references = await exported(page, 'References (text)')
  expect(references.text).toContain('Daily Sabah, “French resolution hurts')
  const csl: { id: string; title?: string }[] = JSON.parse((await exported(page, 'CSL-JSON')).text)
  expect(csl).toHaveLength(references.text.trim().split('\n').length)
  const bibtex = (await exported(page, 'BibTeX')).text
  const ris = (await exported(page, 'RIS')).text
  expect(ris.match(/^ER {2}-/gm)).toHaveLength(csl.length)
  for (const { id } of csl) expect(bibtex).toContain(`{${id},`)
})

test('an export that fails says so and claims nothing', async ({ open }) => {
  const page = await open(FIRST_WEEK, {
    webgl: false,
    allow: [/404/],
    prepare: (page) =>
      page.route('**/districts.geojson', (route) => route.fulfill({ status: 404, body: '' })),
  })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'GeoJSON (districts)', exact: true }).click()
  await page.getByText(/Nothing was exported\. .*districts\.geojson/).waitFor()
})

test('the name of a saved file is shown in one piece', async ({ open }) => {
  const page = await open('?from=2022-01-01&to=2022-12-31', { webgl: false })
  const { name } = await exported(page, 'CSV')
  const shown = page.locator('.tool-status').getByText(name, { exact: true })
  const lines = await shown.evaluate(
    (each) => each.clientHeight / Number.parseFloat(getComputedStyle(each).lineHeight),
  )
  expect(lines).toBeLessThan(1.5)
})
