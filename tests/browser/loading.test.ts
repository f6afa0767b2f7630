import { expect, inject } from 'vitest'
import { mapSettled, test } from './support/site'

test('the built site loads without an error, with its map, and asks nothing of another origin', async ({
  open,
}) => {
  const page = await open()
  expect(await page.title()).toContain('Contactline')
  expect(await mapSettled(page)).toBe('ready')
})

test('the list, the timeline and the counts do not wait for the map', async ({ open }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const page = await open('', {
    // The map's code is the only script that is loaded after the page's own.
    prepare: (page) =>
      page.route(/create.*\.js|maplibre.*\.js/, async (route) => {
        await held
        await route.continue()
      }),
  })
  expect(await page.locator('[data-map="ready"]').count()).toBe(0)
  await page.getByRole('list', { name: 'Reports' }).getByRole('listitem').first().waitFor()
  release()
  expect(await mapSettled(page)).toBe('ready')
})

test('the data files lie at addresses that do not change', async () => {
  const names = [
    'incidents.csv',
    'sources.csv',
    'places.csv',
    'districts.geojson',
    'dataset.json',
    'versions.json',
    'README.md',
  ]
  for (const name of names) {
    const response = await fetch(`${inject('shippedSite')}data/${name}`)
    expect([name, response.status]).toEqual([name, 200])
  }
})
