import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { listedIds } from './support/screen'
import { mapSettled, pageReady, test } from './support/site'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A bare static host of a copy of the built site, which can be cut off and given a new version. */
let folder = ''
let server: Server
let isDown = false

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  cpSync('.cache/frozen-site', folder, { recursive: true })
  server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*/, '').replace(/^\/(sub\/path\/)?/, '/')
    if (isDown) return response.destroy()
    try {
      const name = path === '/' ? 'index.html' : path
      const content = readFileSync(join(folder, name))
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream')
      response.end(content)
    } catch {
      response.statusCode = 404
      response.end()
    }
  }).listen(0, 'localhost')
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const addressOf = (path: string) =>
  `http://localhost:${(server.address() as AddressInfo).port}${path}`

async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
}

const ALLOWED = { offline: true, allow: [/^request: http:\/\/localhost/, /ERR_/] }

for (const path of ['/', '/sub/path/']) {
  test(`a site at ${path} opens without a network after one visit`, async ({ open }) => {
    const page = await open('', ALLOWED)
    await page.goto(`${addressOf(path)}?from=2022-11-27&to=2022-12-03`)
    await pageReady(page)
    await keptOffline(page)
    const listed = await listedIds(page)
    isDown = true
    try {
      await page.goto(`${addressOf(path)}?from=2022-11-27&to=2022-12-03&panel=sources`)
      await pageReady(page)
      expect(await mapSettled(page)).toBe('ready')
      await page.getByRole('tab', { name: 'Reports' }).click()
      expect(await listedIds(page)).toEqual(listed)
      await page.getByRole('button', { name: 'Export' }).click()
      const saved = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: 'GeoJSON (reports)' }).click()
      await saved
    } finally {
      isDown = false
    }
  })
}

test('a newer version is announced, and is shown once the reader asks for it', async ({ open }) => {
  const page = await open('', ALLOWED)
  await page.goto(addressOf('/'))
  await pageReady(page)
  await keptOffline(page)
  await page.reload()
  await pageReady(page)
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  writeFileSync(join(folder, 'index.html'), html.replace('<title>', '<title>Newer: '))
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  writeFileSync(join(folder, 'sw.js'), worker.replace(/VERSION = '\w+'/, "VERSION = 'newer'"))
  await page.reload()
  await page.getByRole('button', { name: 'Load it' }).waitFor()
  expect(await page.title()).not.toContain('Newer')
  await page.reload()
  await pageReady(page)
  expect(await page.title()).not.toContain('Newer')
  await page.getByRole('button', { name: 'Load it' }).click()
  await expect.poll(() => page.title().catch(() => '')).toContain('Newer')
  await pageReady(page)
  const keys = await page.evaluate(() => caches.keys())
  expect(keys.filter((key) => key.endsWith('newer'))).toHaveLength(1)
  expect(keys.filter((key) => key.includes(`${addressOf('/')} `))).toHaveLength(1)
})
