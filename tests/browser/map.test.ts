import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { drawn } from './support/screen'
import { mapSettled, test } from './support/site'

const STYLE = {
  version: 8,
  sources: {
    ground: {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [] },
      attribution: 'Ground by nobody',
    },
  },
  layers: [
    { id: 'background', type: 'background', paint: { 'background-color': '#00ff00' } },
    { id: 'ground', type: 'fill', source: 'ground' },
  ],
}
const CONFIG = { bases: [{ id: 'test', name: 'Test ground', style: 'ground.json' }] }

/** Offers one more base map, whose style has this answer; counts how often it is asked for. */
function offerBase(status = 200): { asked: number; prepare: (page: Page) => Promise<void> } {
  const offer = {
    asked: 0,
    prepare: async (page: Page) => {
      await page.route('**/config.json', (route) => route.fulfill({ json: CONFIG }))
      await page.route('**/ground.json', (route) => {
        offer.asked++
        return route.fulfill({ status, json: STYLE })
      })
    },
  }
  return offer
}

const region = (page: Page) => page.getByRole('region', { name: 'Map of reported ceasefire' })
const mark = (page: Page, name: RegExp) => region(page).getByRole('button', { name })

/** The names on the map, each with its lines. */
async function names(page: Page): Promise<string[]> {
  await drawn(page)
  const labels = page.locator('.map-names g:has(text)')
  return labels.evaluateAll((all) =>
    all.map((each) => [...each.children].map(({ textContent }) => textContent).join(' ')),
  )
}

const FOCUS = [/^Kalbajar/, /^Lachin/, /^Aghdam/, /^Shusha/]

async function chooseBase(page: Page, name: RegExp): Promise<void> {
  await page.locator('summary', { hasText: 'Layers' }).click()
  await page.getByRole('radio', { name }).check()
}

test('an online base map is loaded once chosen, and is under our marks', async ({ open }) => {
  const offer = offerBase()
  const page = await open('', { prepare: offer.prepare })
  expect(await mapSettled(page)).toBe('ready')
  expect(offer.asked).toBe(0)
  await expect.poll(() => names(page)).toContain('Goris')
  await chooseBase(page, /Test ground/)
  await region(page).getByText('Ground by nobody').waitFor()
  expect(offer.asked).toBe(1)
  await mark(page, /^Kalbajar: 3 reports/).waitFor()
  await expect.poll(() => names(page)).not.toContain('Goris')
  for (const name of FOCUS) expect(await names(page)).toContainEqual(expect.stringMatching(name))
  await page.getByRole('radio', { name: /Embedded/ }).check()
  await expect.poll(() => names(page)).toContain('Goris')
  await region(page).getByText('Towns: GeoNames').waitFor()
  await region(page).getByText('Ground by nobody').waitFor({ state: 'detached' })
})

test('a base map that cannot be had leaves the embedded one, and a sentence', async ({ open }) => {
  const offer = offerBase(500)
  const page = await open('?base=test', { prepare: offer.prepare, allow: [/500/] })
  expect(await mapSettled(page)).toBe('ready')
  await page
    .getByText(/"Test ground" could not be shown/)
    .first()
    .waitFor()
  await mark(page, /^Kalbajar: 3 reports/).waitFor()
  await region(page).getByText('Towns: GeoNames').waitFor()
})

test('marks are buttons ordered by name and keep the focus when time moves', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&unit=day')
  expect(await mapSettled(page)).toBe('ready')
  const marks = region(page).getByRole('button', { name: /: (\d+|at least .*) reports?,/ })
  const areas = (await marks.all()).map(
    async (each) => (await each.getAttribute('aria-label')) ?? '',
  )
  const names = (await Promise.all(areas)).map((label) => label.split(':')[0] ?? '')
  expect(names).toEqual(names.toSorted())
  expect(names).toContain('Shusha')

  const shusha = mark(page, /^Shusha:/)
  await shusha.focus()
  // A click by script leaves the focus where it is, as the player does.
  await page
    .getByRole('button', { name: 'Next slice' })
    .evaluate((button: HTMLElement) => button.click())
  await page.waitForFunction(() => location.search.includes('to=2022-12-04'))
  expect(await shusha.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page
    .getByRole('heading', { name: /^Shusha/ })
    .first()
    .waitFor()
})

for (const [device, options] of [
  ['desk', {}],
  ['phone', { viewport: { width: 390, height: 844 }, touch: true }],
] as const) {
  test(`focus districts are named at the first view, in the language of names: ${device}`, async ({
    open,
  }) => {
    const page = await open('?unit=all', options)
    await mapSettled(page)
    for (const name of FOCUS) {
      await expect.poll(() => names(page)).toContainEqual(expect.stringMatching(name))
    }
    const armenian = await open('?unit=all&names=hy', options)
    await mapSettled(armenian)
    for (const name of [/^Քելբաջար/, /^Լաչին/, /^Աղդամ/, /^Շուշի/]) {
      await expect.poll(() => names(armenian)).toContainEqual(expect.stringMatching(name))
    }
  })
}

test('names follow their places while the map is dragged, and are laid out when it rests', async ({
  open,
}) => {
  const page = await open('?from=2022-11-27&to=2022-12-03')
  await mapSettled(page)
  const name = page.locator('.map-names g', { hasText: 'Kalbajar' })
  const at = async () => {
    await drawn(page)
    const [label, ring] = [await name.boundingBox(), await mark(page, /^Kalbajar/).boundingBox()]
    if (!label || !ring) throw new Error('Kalbajar is not on the map')
    return { left: label.x, distance: [label.x - ring.x, label.y - ring.y] }
  }
  const before = await at()
  const all = await names(page)
  const { x, y, width } = (await region(page).boundingBox()) ?? { x: 0, y: 0, width: 0 }
  await page.mouse.move(x + width / 2, y + 40)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + 100, y + 60)
  await page.mouse.move(x + width / 2 + 200, y + 80)
  const during = await at()
  expect(during.left).toBeCloseTo(before.left + 200, 0)
  during.distance.forEach((length, axis) => {
    expect(Math.abs(length - (before.distance[axis] ?? 0))).toBeLessThan(1.01)
  })
  await page.mouse.up()
  await expect.poll(() => names(page)).not.toEqual(all)
})
