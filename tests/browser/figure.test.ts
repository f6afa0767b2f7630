import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { boundsOf, type Camera } from '../../src/figure/camera'
import { createFigure } from '../../src/figure/figure'
import { createScene } from '../../src/figure/scene'
import { toSvg } from '../../src/figure/toSvg'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { DAY, values } from '../map/fixtures'
import { runs } from '../propertyRuns'
import { realDataset } from '../support/fixtures'
import { realGeography } from '../support/geography'
import { shareMoved } from './support/pixels'
import { mapSettled, test } from './support/site'

const DAYS = '?from=2022-11-29&to=2022-11-29'
const VIEW = { zoom: 8.4, lat: 39.8, lon: 46.4 }
const QUERY = `${DAYS}&view=${VIEW.zoom}/${VIEW.lat}/${VIEW.lon}`
const DATASET = realDataset()
const FIGURE = createFigure(
  values(DATASET, sliceDataset(DATASET, unfiltered({ from: DAY, to: DAY }))),
  realGeography(),
  cameraOf({ width: 920, height: 580 }),
)
const measure = (text: string, size: number) => text.length * size * 0.6

function cameraOf({ width, height }: { width: number; height: number }): Camera {
  return { center: [VIEW.lon, VIEW.lat], zoom: VIEW.zoom, width, height }
}

test('the figure has its marks where the map has them, and its picture shows the same', async ({
  open,
}) => {
  const page = await open(QUERY)
  await mapSettled(page)
  const map = await page.locator('.map-canvas').boundingBox()
  if (!map) throw new Error('there is no map')
  const { marks } = createScene(cameraOf(map), FIGURE, measure)
  const centres = await page.locator('.map-mark').evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return [x + width / 2, y + height / 2] as const
    }),
  )
  expect(centres.length).toBe(marks.length)
  expect(centres.length).toBeGreaterThan(3)
  for (const { at } of marks) {
    // Buttons are drawn at whole px, so each axis may be half a px off.
    const distances = centres.map(([x, y]) =>
      Math.max(Math.abs(x - map.x - at[0]), Math.abs(y - map.y - at[1])),
    )
    expect(Math.min(...distances)).toBeLessThan(0.51)
  }

  // Without controls, the sentence at the top and the legend.
  const clip = { x: map.x + 60, y: map.y + 80, width: map.width - 340, height: map.height - 160 }
  const screen = (await page.screenshot({ clip })).toString('base64')
  await openPicture(page)
  await page.getByLabel('Size').selectOption('The map as shown')
  const top = /<svg x="0" y="(\d+)"/.exec((await save(page, 'Save SVG')).toString())?.[1]
  const picture = await save(page, 'Save PNG')
  const corner = [clip.x - map.x, clip.y - map.y + Number(top)] as const
  expect(await shareMoved(page, screen, picture.toString('base64'), corner)).toBeLessThan(0.004)
})

test('without WebGL the whole job is done on the figure', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03', { webgl: false })
  expect(await mapSettled(page)).toBe('none')
  const region = page.getByRole('region', { name: 'Map of reported' })
  await region.getByText(/cannot be dragged.*WebGL/).waitFor()
  const mark = (name: RegExp) => region.getByRole('button', { name })

  // On the ground, away from the mark.
  const ring = await mark(/^Kalbajar:/).boundingBox()
  await page.mouse.click((ring?.x ?? 0) - 12, (ring?.y ?? 0) + (ring?.height ?? 0) / 2)
  await page.getByRole('dialog', { name: /Kalbajar/ }).waitFor()
  await page.keyboard.press('Escape')
  await mark(/^Aghdam:/).click()
  await page
    .getByRole('dialog', { name: /Aghdam/ })
    .getByRole('button', { name: /14:40/ })
    .click()
  await page
    .getByRole('dialog', { name: /Shusha/ })
    .getByRole('button', { name: 'Close' })
    .click()

  const shusha = (await mark(/^Shusha:/).getAttribute('aria-label')) ?? ''
  const shades = () => region.locator('[data-area="shusha"]').first().getAttribute('fill')
  const shade = await shades()
  await page.locator('[data-date="2022-11-30"]').click()
  await expect.poll(() => mark(/^Shusha:/).getAttribute('aria-label')).not.toBe(shusha)
  expect(await shades()).not.toBe(shade)
  await page.goBack()
  await mark(new RegExp(`^${shusha}`)).waitFor()

  const distance = async () => {
    const [one, other] = [
      await mark(/^Aghdam:/).boundingBox(),
      await mark(/^Lachin:|^.*, Lachin:/)
        .first()
        .boundingBox(),
    ]
    return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))
  }
  const before = await distance()
  await region.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(distance).toBeCloseTo(2 * before, -1)
  await expect.poll(() => page.url()).toContain('view=')
  await region.getByRole('button', { name: 'Fit all reports' }).click()
  await expect.poll(distance).toBeCloseTo(before, 0)
  await region.getByRole('button', { name: 'Zoom out' }).click()
  await expect.poll(distance).toBeLessThan(before * 0.7)

  await openPicture(page)
  expect(pngSize(await save(page, 'Save PNG'))).toEqual([1600, 1000])
})

test('a picture is saved in the chosen size, with the words that it is shown with', async ({
  open,
}) => {
  const page = await open('?from=2022-09-12&to=2022-09-16&off=2022-09-14&kind=shelling')
  await mapSettled(page)
  await openPicture(page)
  const choices = page.getByRole('dialog', { name: 'Export picture' })
  await choices.getByLabel('Size').selectOption('story')
  await choices.getByLabel('Resolution').selectOption('2×')
  await choices.getByLabel('Colours').selectOption('Dark')
  await choices.getByLabel('Title').fill('Shelling <in> September')
  const shown = choices.getByRole('img', { name: /^Map: Shelling <in> September\. Reports: / })
  await shown.waitFor()
  expect(pngSize(await save(page, 'Save PNG'))).toEqual([2160, 2700])
  const svg = (await save(page, 'Save SVG')).toString()
  expect(svg).toContain('Shelling &#60;in&#62; September')
  expect(svg).toContain('kind=shelling')
  expect(svg).toContain('Kind: Shelling.')
  await page.goBack()
  await choices.waitFor({ state: 'detached' })
  await mapSettled(page)
})

async function openPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Export picture' }).click()
  await page.locator('.publish-preview img').waitFor()
}

async function save(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return readFileSync(await (await download).path())
}

for (const webgl of [false, true]) {
  const name = webgl ? 'map' : 'figure'
  test(`the ${name} shows all reports of other dates and filters until the user moves it`, async ({
    open,
  }) => {
    const page = await open('?from=2022-11-30&to=2022-11-30&unit=week&area=shusha', { webgl })
    await mapSettled(page)
    const region = page.getByRole('region', { name: /^Map of reported/ })
    const outside = region.getByRole('button', { name: /out of view: show all$/ })
    const marks = () =>
      region.locator('.map-mark').evaluateAll((all) => all.map((each) => each.dataset.mark))
    const rest = () => page.waitForTimeout(900)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await rest()
    const ofDay = await marks()

    // Not while a drag goes on.
    const handle = await page.getByRole('slider', { name: 'From date' }).boundingBox()
    if (!handle) throw new Error('the window has no handle')
    const { x, y } = handle
    await page.mouse.move(x + handle.width / 2, y + handle.height / 2)
    await page.mouse.down()
    await page.mouse.move(x - 290, y + handle.height / 2, { steps: 5 })
    await rest()
    const dragged = await marks()
    await page.mouse.up()
    await expect.poll(async () => (await marks()).length).toBeGreaterThan(dragged.length)
    expect((await marks()).length).toBeGreaterThan(ofDay.length)
    await outside.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('view=')

    for (let level = 0; level < 3; level++) {
      await region.getByRole('button', { name: 'Zoom in' }).click()
      await rest()
    }
    await outside.waitFor()
    const near = new URL(page.url()).searchParams.get('view')
    await page.getByRole('button', { name: 'Next slice' }).click()
    await rest()
    expect(new URL(page.url()).searchParams.get('view')).toBe(near)
    await outside.click()
    await outside.waitFor({ state: 'detached' })
    await expect.poll(() => page.url()).not.toContain('view=')
  })
}

/** px, from the head of the file. */
function pngSize(picture: Buffer): number[] {
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)]
}

test('the SVG of a figure is well-formed, whatever names it has', async ({ open }) => {
  const page = await open(DAYS, { webgl: false })
  const camera = cameraOf({ width: 920, height: 640 })
  const [west, south, east, north] = boundsOf(camera)
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
  const hostile = [
    '<script>&amp;</script>',
    '"\'>]]>',
    '<style>*{}</style>',
    ...fc.sample(name, runs(200)),
  ]
  const areas = FIGURE.areas.map((area, index) => {
    const lead = hostile[index % hostile.length] ?? ''
    const at = [
      west + ((index % 17) / 17) * (east - west),
      south + ((index % 13) / 13) * (north - south),
    ]
    return { ...area, at: at as [number, number], names: { ...area.names, lead } }
  })
  const svg = toSvg(createScene(camera, { ...FIGURE, areas }, measure))
  const [root, error, elements] = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
    const names = new Set([...parsed.querySelectorAll('*')].map((each) => each.localName))
    return [
      parsed.documentElement.localName,
      parsed.querySelector('parsererror')?.textContent ?? '',
      [...names, ...(parsed.querySelector('[style]') ? ['style attribute'] : [])],
    ] as const
  }, svg)
  expect([root, error]).toEqual(['svg', ''])
  expect(elements.some((element) => /script|style/.test(element))).toBe(false)
})

test('a picture of dates without reports says that none are on file, not that there were none', async ({
  open,
}) => {
  const page = await open('?from=2030-01-01&to=2030-01-07', { webgl: false })
  await mapSettled(page)
  await openPicture(page)
  const svg = (await save(page, 'Save SVG')).toString()
  expect(svg).toContain('No reports on file in these dates.')
  expect(svg).not.toContain('Reports: 0')
})
