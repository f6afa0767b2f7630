import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { mapSettled, test } from './support/site'

const SHOWN = '?from=2022-11-27&to=2022-12-03'

interface Message {
  readonly type: string
  readonly slice?: string
  readonly report?: string
}
type HostWindow = Window & { heard: Message[]; send: (message: unknown) => void }

/** The page around the map, on another origin than the site's. */
let html = ''
const host = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html')
  response.end(html)
}).listen(0, '127.0.0.1')
afterAll(() => host.close())

/** Opens a page of another origin that has the map in a frame, with room above and below it. */
async function openHost(page: Page, query: string, width = 700, height = 480): Promise<Frame> {
  const site = inject('site')
  const body = `<!doctype html><title>Host</title><input id="own" autofocus>
    <iframe src="${site}${query}" title="Map" width="${width}" height="${height}"></iframe>
    <div style="height: 3000px"></div><script>
      heard = []
      addEventListener('message', ({ data }) => heard.push(data))
      send = (message) => frames[0].postMessage(message, '${new URL(site).origin}')
    </script>`
  html = body
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
  const frame = page.frames()[1]
  if (!frame) throw new Error('there is no frame')
  await frame.locator('[data-map="ready"], [data-map="none"]').waitFor({ state: 'attached' })
  return frame
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as HostWindow).heard)
const send = (page: Page, message: unknown) =>
  page.evaluate((each) => (window as unknown as HostWindow).send(each), message)
const OTHER_ORIGIN = { allow: [/^request: http:\/\/127/] }

test('a page of another origin sets the slice of its map and follows it', async ({ open }) => {
  const page = await open('', OTHER_ORIGIN)
  const frame = await openHost(page, `${SHOWN}&embed=1`)
  const status = frame.getByRole('status').filter({ hasText: /report/ })
  const before = await status.textContent()
  // Who has not asked is told nothing.
  await frame.getByRole('button', { name: 'Next slice' }).click()
  await expect.poll(() => status.textContent()).not.toBe(before)
  expect(await heard(page)).toEqual([])

  await send(page, { type: 'contactline:show', slice: `${SHOWN}&by=armenia&nonsense=1` })
  await expect.poll(() => heard(page)).toHaveLength(1)
  const [answer] = await heard(page)
  expect(answer).toEqual({
    type: 'contactline:slice',
    slice: 'from=2022-11-27&to=2022-12-03&by=armenia',
  })
  expect(frame.url()).toContain('embed=1')
  await send(page, { type: 'contactline:show', slice: 7 })
  await send(page, 'contactline:show')
  await send(page, { type: 'contactline:show', slice: SHOWN })
  await expect.poll(() => heard(page)).toHaveLength(2)
  await frame.locator('.map-mark').first().click()
  await frame.getByRole('dialog').waitFor()
  await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(2)
  for (const { type, slice, report, ...rest } of await heard(page)) {
    expect(type).toMatch(/^contactline:(slice|report)$/)
    expect(rest).toEqual({})
    expect(`${slice ?? report}`).not.toMatch(/embed|host/)
  }

  // Another frame of the same page is not heard.
  const count = (await heard(page)).length
  await page.evaluate(() => {
    const other = document.createElement('iframe')
    document.body.append(other)
    const script = other.contentDocument?.createElement('script')
    if (!script) return
    script.textContent = `top.frames[0].postMessage({ type: 'contactline:show', slice: '?by=russia' }, '*')`
    other.contentDocument?.body.append(script)
  })
  await page.waitForTimeout(500)
  expect((await heard(page)).slice(count)).toEqual([])
})

test('a map in a page takes neither its focus nor its wheel, until the reader enters it', async ({
  open,
}) => {
  const page = await open('', OTHER_ORIGIN)
  const frame = await openHost(page, `?incident=20221130-01&embed=1`)
  await frame.getByRole('dialog').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('own')
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await frame.getByRole('button', { name: 'Close' }).first().click()
  const map = await page.locator('iframe').boundingBox()
  if (!map) throw new Error('there is no frame')
  const [x, y] = [map.x + map.width / 2, map.y + 200]
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  expect(frame.url()).not.toContain('view=')
  // A scroll by the wheel goes on for a moment after its first step.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        scrollTo(0, 0)
        await new Promise((resolve) => setTimeout(resolve, 300))
        return scrollY
      }),
    )
    .toBe(0)
  await page.mouse.move(map.x + 120, map.y + 120)
  await page.mouse.down()
  await page.mouse.move(map.x + 160, map.y + 130, { steps: 4 })
  await page.mouse.up()
  const zoom = () => Number(new URL(frame.url()).searchParams.get('view')?.split('/')[0] ?? 0)
  await expect.poll(zoom).toBeGreaterThan(0)
  const dragged = zoom()
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -300)
      return zoom()
    })
    .toBeGreaterThan(dragged)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('an embedded map of 320 by 320 has all its parts apart', async ({ open }) => {
  for (const parts of ['', '&frame=timeline,legend,list', '&frame=none']) {
    const page = await open(`${SHOWN}&embed=1${parts}`, { viewport: { width: 320, height: 320 } })
    await mapSettled(page)
    const boxes = await page
      .locator('.frame-head, .map-tools, .map-controls, .timeline-place, .frame-list')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()))
    for (const [index, one] of boxes.entries()) {
      expect(one.right).toBeLessThanOrEqual(321)
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.right <= other.left + 1 ||
          other.right <= one.left + 1 ||
          one.bottom <= other.top + 1 ||
          other.bottom <= one.top + 1
        expect(apart).toBe(true)
      }
    }
    await page.getByRole('link', { name: 'Open the full map' }).waitFor()
  }
})

test('the dialog gives the code of a frame and shows it', async ({ open }) => {
  const page = await open(SHOWN)
  await mapSettled(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Share or embed' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share or embed' })
  await dialog.getByLabel('Size').selectOption('card')
  await dialog.getByLabel('Legend').uncheck()
  await dialog.getByLabel(/^Title/).fill('A "map"')
  const code = await dialog.getByLabel('Embed code').inputValue()
  expect(code).toContain('title="A &quot;map&quot;" width="320" height="320"')
  const preview = page.frameLocator('.publish-preview iframe')
  await preview.getByRole('link', { name: 'Open the full map' }).waitFor()
  await preview.getByRole('region', { name: 'Timeline' }).waitFor()
  expect(await preview.getByText('Legend').count()).toBe(0)
  const [, address = ''] = /src="([^"]+)"/.exec(code) ?? []
  const query = new URL(address.replaceAll('&amp;', '&')).search
  const framed = await open(query)
  expect(await framed.getByRole('region', { name: 'Timeline' }).count()).toBe(1)
  expect(await framed.getByText('Legend').count()).toBe(0)
})
