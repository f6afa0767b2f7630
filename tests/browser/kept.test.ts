import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import kept from '../fixtures/kept.json'
import { listedIds, marks } from './support/screen'
import { mapSettled, test } from './support/site'

const [reports, outlines] = kept.stores[0]?.records.map(({ key }) => key) ?? []

/**
 * Puts the files into the browser as the first version of the site kept them: a table of no known format with the
 * meaning of its columns, and district outlines. tests/fixtures/kept.json is never changed.
 */
async function keepFrozen(page: Page): Promise<void> {
  // A page without a script, so that today's code does not create the database first.
  const empty = `${inject('site')}empty.html`
  const body = '<link rel="icon" href="data:,">'
  await page.route(empty, (route) => route.fulfill({ body, contentType: 'text/html' }))
  await page.goto(empty)
  await page.evaluate(async ({ name, version, stores }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onupgradeneeded = () => {
        for (const store of stores) {
          request.result.createObjectStore(store.name, { keyPath: store.keyPath })
        }
      }
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const fileOf = (file: { name: string; blob?: Record<string, string | number> }) => {
      const { base64, type, lastModified } = file.blob ?? {}
      const bytes = Uint8Array.from(atob(String(base64)), (letter) => letter.charCodeAt(0))
      const options = { type: String(type), lastModified: Number(lastModified) }
      return { name: file.name, blob: new File([bytes], file.name, options) }
    }
    const transaction = database.transaction(database.objectStoreNames, 'readwrite')
    for (const { name: store, keyPath, records } of stores) {
      for (const { key, value } of records) {
        if (Array.isArray(value)) transaction.objectStore(store).put(value.map(fileOf), key)
        else transaction.objectStore(store).put(value, keyPath === null ? key : undefined)
      }
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = reject
    })
    database.close()
  }, kept)
}

test('opens the reports and outlines that the first version stored', async ({ open }) => {
  const page = await open(`?data=browser:${reports}&boundaries=browser:${outlines}`, {
    prepare: keepFrozen,
  })
  expect(await listedIds(page)).toEqual(['row-3', 'row-2'])
  expect(await mapSettled(page)).toBe('ready')
  await expect
    .poll(async () => (await marks(page)).join('\n'))
    .toMatch(/^Ağdam rayonu.*: 1 report, Azerbaijan/m)
})
