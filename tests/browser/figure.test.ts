import { readFileSync } from 'node:fs'
import fc from 'fast-check'
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

  // Without the controls at the edges and the legend.
  const clip = { x: map.x + 60, y: map.y + 20, width: map.width - 340, height: map.height - 70 }
  const screen = (await page.screenshot({ clip })).toString('base64')
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /PNG/ }).click()
  const picture = readFileSync(await (await download).path()).toString('base64')
  const [height, differing] = await page.evaluate(
    async ([screen, picture, left, top]) => {
      const draw = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes]))
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        context?.drawImage(bitmap, 0, 0)
        return { context, bitmap }
      }
      const [a, b] = [await draw(screen), await draw(picture)]
      const { width, height } = a.bitmap
      const one = a.context?.getImageData(0, 0, width, height).data ?? []
      const other = b.context?.getImageData(left, top, width, height).data ?? []
      let differing = 0
      for (let at = 0; at < one.length; at += 4) {
        const isSame = [0, 1, 2].every(
          (part) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)) < 40,
        )
        if (!isSame) differing++
      }
      return [b.bitmap.height, differing / (width * height)] as const
    },
    [screen, picture, clip.x - map.x, clip.y - map.y] as const,
  )
  // The credit line is below.
  expect(height).toBeGreaterThan(map.height + 20)
  // Edges, which the map draws by other means.
  expect(differing).toBeLessThan(0.04)
})

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
