import type { Request } from 'playwright-core'
import { expect, inject } from 'vitest'
import { shareMoved } from './support/pixels'
import { drawn, marks } from './support/screen'
import { mapSettled, test } from './support/site'

test('the figure comes with the list, and MapLibre takes over under the same marks', async ({
  open,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const page = await open('?from=2022-11-27&to=2022-12-03', {
    prepare: (page) =>
      page.route(/create.*\.js|maplibre.*\.js/, async (route) => {
        await held
        await route.continue()
      }),
  })
  expect(await page.locator('[data-map="loading"]').count()).toBe(1)
  await page.getByRole('list', { name: 'Reports' }).getByRole('listitem').first().waitFor()
  const region = page.getByRole('region', { name: 'Map of reported' })
  for (const name of ['Kalbajar', 'Lachin', 'Aghdam', 'Shusha']) {
    await region.locator('.map-names', { hasText: name }).waitFor()
  }
  // MapLibre takes the view over as well.
  await region.getByRole('button', { name: 'Zoom in' }).click()
  await region.getByRole('button', { name: /^Shusha:/ }).evaluate((mark) => {
    mark.focus()
    Object.assign(window, { mark })
  })
  await drawn(page)
  const seen = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await region.boundingBox()) ?? {}
    // Without controls, legend, scale and credits.
    const clip = { x: x + 60, y: y + 20, width: width - 340, height: height - 100 }
    const boxes = region.locator('.map-mark').evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect()
        return [each.getAttribute('aria-label'), ...[x, y, width, height].map(Math.round)].join()
      }),
    )
    return [await boxes, (await page.screenshot({ clip })).toString('base64')] as const
  }
  const [placed, figure] = await seen()
  release()
  expect(await mapSettled(page)).toBe('ready')
  await expect.poll(() => region.locator('.map-ground').count()).toBe(0)
  await drawn(page)
  const [later, map] = await seen()
  expect(later).toEqual(placed)
  expect(await shareMoved(page, figure, map)).toBeLessThan(0.004)
  const isKept = await page.evaluate(
    () => document.activeElement === (window as unknown as { mark: Element }).mark,
  )
  expect(isKept).toBe(true)
  expect(await page.title()).toContain('Contactline')
})

test('while the graphics context is lost the figure is shown', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03')
  expect(await mapSettled(page)).toBe('ready')
  const before = await marks(page)
  await page.locator('.maplibregl-canvas').evaluate((canvas: HTMLCanvasElement) => {
    const lost = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    Object.assign(window, { restore: () => lost?.restoreContext() })
    lost?.loseContext()
  })
  await page.locator('[data-map="none"] .map-ground').waitFor()
  expect(await marks(page)).toEqual(before)
  await page.evaluate(() => (window as unknown as { restore: () => void }).restore())
  await page.locator('[data-map="ready"]').waitFor({ state: 'attached' })
  expect(await marks(page)).toEqual(before)
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
