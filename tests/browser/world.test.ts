import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { choose, close } from './support/opening'
import { listedIds } from './support/screen'
import { mapSettled, pageReady, test } from './support/site'

const SITE = fileURLToPath(new URL('../../.cache/frozen-site/', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
}
const OWN = {
  name: 'mine.csv',
  text: 'id,date_start,areas,reported_by,reporting_party,summary\na,2022-11-29,Shusha,Office,Other,Mine\n',
}

/** Bytes. */
const EMPTY_PICTURE = 20_000

/** A host that sends nothing but the files. */
function bareHost() {
  const server = createServer(({ url = '/' }, response) => {
    const name = url.replace(/\?.*/, '').replace(/\/$/, '/index.html')
    if (!existsSync(SITE + name)) return response.writeHead(404).end()
    const type = TYPES[name.split('.').at(-1) ?? '']
    response.writeHead(200, type ? { 'Content-Type': type } : {})
    createReadStream(SITE + name).pipe(response)
  })
  return new Promise<{ address: string; close: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ address: `http://127.0.0.1:${port}/`, close: () => server.close() })
    })
  })
}

test.for(['', 'versions.html'])(
  'the page %s protects itself on a bare host',
  async (name, { browser }) => {
    const host = await bareHost()
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    await page.goto(host.address + name)
    await pageReady(page)
    expect(said).toEqual([])
    const isRun = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.head.append(script)
      const image = new Image()
      image.src = 'https://example.org/spy.png'
      document.body.append(image)
      return document.title === 'run'
    })
    expect(isRun).toBe(false)
    await expect.poll(() => said.join()).toMatch(/inline script.*example\.org/s)
    await page.close()
    host.close()
  },
)

test('a page whose script does not come says so, and what to do', async ({ browser }) => {
  const host = await bareHost()
  const page = await browser.newPage()
  await page.route(/\.js$/, (route) => route.fulfill({ status: 404 }))
  await page.goto(host.address)
  const words = page.getByText('has not started')
  await words.waitFor({ state: 'visible' })
  expect(await words.textContent()).toContain('reload the page')
  await page.close()
  host.close()
})

/** Runs in the page. */
const holdStore = (version: number) => {
  const opening = indexedDB.open('contactline', version)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('entries', { keyPath: 'id' })
    opening.result.createObjectStore('files')
  }
  return new Promise((resolve) => {
    opening.onsuccess = () => resolve(null)
  })
}

test('a file is shown, but not kept, when a newer page has the store', async ({ open }) => {
  const page = await open()
  await page.evaluate(holdStore, 99)
  await choose(page, OWN)
  await close(page)
  expect(await listedIds(page)).toEqual(['a'])
  await page
    .getByRole('alert')
    .getByText(/mine\.csv is shown, but.*newer version/)
    .waitFor()
})

test('no empty picture is saved when the graphics are taken away', async ({ open }) => {
  const page = await open()
  expect(await mapSettled(page)).toBe('ready')
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await page.locator('#export').click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /PNG/ }).click()
  await page.getByRole('button', { name: 'Save PNG' }).click()
  expect(statSync(await (await saved).path()).size).toBeGreaterThan(EMPTY_PICTURE)
  await page.getByText(/stopped the map’s graphics/).waitFor()
  expect((await listedIds(page)).length).toBeGreaterThan(0)
})
