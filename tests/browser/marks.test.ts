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

test('a mark that is selected has a line round it, and loses it', async ({ open }) => {
  const page = await open()
  await mapSettled(page)
  const { ink } = findPalette('light')
  const margin = 6
  const { x, y, width, height } = await findBox(page)
  const round = {
    x: x - margin,
    y: y - margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
  }
  const inked = async () => {
    await drawn(page)
    return (await painted(page, round, [ink]))[0] ?? 0
  }
  const before = await inked()
  await page.mouse.click(x + width / 2, y + height / 2)
  await page.locator('.map-popup').waitFor()
  await expect.poll(inked).toBeGreaterThan(before + 60)
  await page.keyboard.press('Escape')
  await expect.poll(inked).toBe(before)
})

test('rings that are switched off are not drawn', async ({ open }) => {
  const page = await open()
  await mapSettled(page)
  const azerbaijan = CONFLICT.parties[0]?.colour.light ?? ''
  const box = await findBox(page)
  expect((await painted(page, box, [azerbaijan]))[0]).toBeGreaterThan(20)
  await page.locator('summary', { hasText: 'Layers' }).click()
  await page.getByRole('checkbox', { name: 'Count marks' }).uncheck()
  await mark(page).waitFor({ state: 'detached' })
  expect(await painted(page, box, [azerbaijan])).toEqual([0])
})

test('shading that is switched off is neither drawn nor explained, and comes back', async ({
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
})

test('a map that loses its context draws its marks again when it has it back', async ({ open }) => {
  const page = await open()
  await mapSettled(page)
  const azerbaijan = CONFLICT.parties[0]?.colour.light ?? ''
  const box = await findBox(page)
  await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    const lost = new Promise((resolve) => {
      canvas?.addEventListener('webglcontextlost', resolve, { once: true })
    })
    extension?.loseContext()
    await lost
    // Not in the same task: the browser would not give it back.
    setTimeout(() => extension?.restoreContext(), 100)
  })
  await expect
    .poll(async () => (await painted(page, box, [azerbaijan]))[0], { timeout: 10_000 })
    .toBeGreaterThan(20)
})

test('a browser that cannot draw the marks says so, and the rest works', async ({ open }) => {
  const page = await open('', {
    prepare: (page) =>
      page.addInitScript(() => {
        const { shaderSource } = WebGL2RenderingContext.prototype
        WebGL2RenderingContext.prototype.shaderSource = function (shader, source) {
          shaderSource.call(this, shader, source.includes('u_digits') ? `${source} broken` : source)
        }
      }),
  })
  expect(await mapSettled(page)).toBe('ready')
  await page.getByText(/cannot draw the marks on the map; the list has them all/).waitFor()
  await mark(page).press('Enter')
  await page.getByRole('dialog', { name: /Kalbajar/ }).waitFor()
})
