import type { Request } from 'playwright-core'
import { expect, inject } from 'vitest'
import { mapSettled, test } from './support/site'

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
  expect(await page.title()).toContain('Contactline')
})

test('the first view requests few files, each once, and few bytes of fonts', async ({ open }) => {
  const requests: Request[] = []
  const page = await open('', {
    shipped: true,
    prepare: async (page) => page.on('request', (request) => requests.push(request)),
  })
  expect(await mapSettled(page)).toBe('ready')
  // A file that is preloaded in another way than it is used is requested twice.
  const addresses = requests.map((request) => request.url())
  expect(addresses).toEqual([...new Set(addresses)])
  expect(requests.length).toBeLessThanOrEqual(22)
  const fonts = requests.filter((request) => request.resourceType() === 'font')
  const sizes = fonts.map(async (font) => (await (await font.response())?.body())?.length ?? 0)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(60_000)
})

test.for([
  ...['incidents.csv', 'sources.csv', 'places.csv', 'README.md'],
  ...['districts.geojson', 'dataset.json', 'versions.json'],
])('%s is at an address that does not change', async (name) => {
  expect((await fetch(`${inject('shippedSite')}data/${name}`)).status).toBe(200)
})
