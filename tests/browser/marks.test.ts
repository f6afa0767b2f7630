import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { channels, findPalette } from '../../src/figure/palette'
import { CONFLICT } from '../support/conflict'
import { drawn } from './support/screen'
import { mapSettled, test } from './support/site'

type Rectangle = Awaited<ReturnType<typeof findBox>>

const KALBAJAR = /^Kalbajar: \d+ reports/
const mark = (page: Page) =>
  page.getByRole('region', { name: 'Map of reported' }).getByRole('button', { name: KALBAJAR })

/** Where the mark's button is. */
async function findBox(page: Page) {
  const box = await mark(page).boundingBox()
  if (!box) throw new Error('the mark has no button')
  return box
}

/** How many pixels of a part of the page have each of these colours, nearly. */
async function painted(page: Page, clip: Rectangle, colours: readonly string[]): Promise<number[]> {
  const picture = (await page.screenshot({ clip })).toString('base64')
  const wanted = colours.map((colour) => channels(colour).map((part) => Math.round(part * 255)))
  return page.evaluate(
    async ([base64, parts]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
      return parts.map((rgb) => {
        let count = 0
        for (let at = 0; at < data.length; at += 4) {
          if (rgb.every((part, place) => Math.abs(part - (data[at + place] ?? 0)) <= 3)) count++
        }
        return count
      })
    },
    [picture, wanted] as const,
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`a ring has the colours of the parties that its button names, and a number: ${theme}`, async ({
    open,
  }) => {
    const page = await open('', { colorScheme: theme })
    expect(await mapSettled(page)).toBe('ready')
    const label = (await mark(page).getAttribute('aria-label')) ?? ''
    const { ink, raised } = findPalette(theme)
    const counts = await painted(page, await findBox(page), [
      ...CONFLICT.parties.map(({ colour }) => colour[theme]),
      ink,
      raised,
    ])
    CONFLICT.parties.forEach(({ label: party }, at) => {
      if (label.includes(party)) expect(counts[at], party).toBeGreaterThan(20)
      else expect(counts[at], party).toBe(0)
    })
    // The number on its plate.
    expect(counts.at(-2)).toBeGreaterThan(3)
    expect(counts.at(-1)).toBeGreaterThan(100)
  })
}

test('shading that is switched off is neither drawn nor explained; marks go too', async ({
  open,
}) => {
  const page = await open()
  await mapSettled(page)
  const { ramp, land } = findPalette('light')
  const { x, y, width, height } = await findBox(page)
  const around = { x: x - width, y: y - height, width: 3 * width, height: 3 * height }
  const counts = async () => {
    await drawn(page)
    const [bare = 0, ...classes] = await painted(page, around, [land, ...ramp])
    return { bare, shaded: Math.max(...classes) }
  }
  const key = page.getByRole('list', { name: 'Reports per district' })
  const before = await counts()
  expect(before.shaded).toBeGreaterThan(1000)
  await key.waitFor()

  await page.locator('summary', { hasText: 'Layers' }).click()
  const shading = page.getByRole('checkbox', { name: 'District shading' })
  await shading.uncheck()
  await expect.poll(counts).toMatchObject({ shaded: 0 })
  expect((await counts()).bare).toBeGreaterThan(before.shaded)
  await expect.poll(() => key.count()).toBe(0)

  await shading.check()
  await expect.poll(counts).toEqual(before)
  await key.waitFor()

  await page.getByRole('checkbox', { name: 'Count marks' }).uncheck()
  await mark(page).waitFor({ state: 'detached' })
})

/** Moves the mouse from the middle of the mark, pressed, and says how far the mark went. */
async function drag(page: Page, by: number): Promise<number> {
  const { x, y, width, height } = await findBox(page)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + by / 2, y + height / 2)
  await page.mouse.move(x + width / 2 + by, y + height / 2)
  await page.mouse.up()
  await drawn(page)
  return (await findBox(page)).x - x
}

test('over a mark the pointer outlines its district, drags, opens and zooms', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03')
  await mapSettled(page)
  const map = await page.locator('.maplibregl-canvas').boundingBox()
  const inked = async () => {
    await drawn(page)
    return (await painted(page, map as Rectangle, [findPalette('light').ink]))[0] ?? 0
  }
  const before = await inked()
  await mark(page).hover()
  await expect.poll(inked).toBeGreaterThan(before + 200)
  await page.mouse.move(2, 2)
  await expect.poll(inked).toBe(before)

  // A drag opens nothing.
  expect(await drag(page, 60)).toBeCloseTo(60, 0)
  expect(new URL(page.url()).searchParams.has('district')).toBe(false)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await mark(page).click()
  const dialog = page.getByRole('dialog', { name: /Kalbajar/ })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  // Marks out of view are not rendered.
  const count = () => page.locator('.map-mark').count()
  const all = await count()
  await mark(page).hover()
  await page.mouse.wheel(0, -1500)
  await expect.poll(count).toBeLessThan(all)
  await mark(page).waitFor()
})
