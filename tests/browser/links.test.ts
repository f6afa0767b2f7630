import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import links from '../fixtures/links.json'
import { announced } from './support/screen'
import { test } from './support/site'

/** The numbers that are announced: of certain reports, and of all where some are only possible. */
async function counts(page: Page): Promise<number[]> {
  return ((await announced(page)).match(/\d+/g) ?? []).map(Number)
}

/** What the page says is wrong; nothing where all is well. */
async function alerts(page: Page): Promise<string> {
  return (await page.getByRole('alert').allTextContents()).join('\n')
}

test('every frozen link opens its reports, and says what it could not read', async ({ open }) => {
  // Without its map the page is there in a fraction of the time.
  const page = await open('', {
    webgl: false,
    prepare: (page) => page.route('https://tiles.openfreemap.org/**', (route) => route.abort()),
    allow: [/openfreemap/],
  })
  const site = page.url()
  for (const { link, opens, ignored = [] } of links) {
    await page.goto(site + link)
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
    const { certain, possible } = opens
    const expected = possible ? [certain, certain + possible] : [certain]
    // Embedded, the page is the map alone.
    if (!opens.embedded) expect([link, await counts(page)]).toEqual([link, expected])
    const said = await alerts(page)
    for (const word of ignored) expect(said, link).toContain(word)
    if (ignored.length === 0 && !opens.base && !opens.boundaries)
      expect([link, said]).toEqual([link, ''])
  }
}, 240_000)
