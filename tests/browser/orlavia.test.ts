import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf } from '../support/rfc7946'
import { announced, drawn, exported, listedIds, marks } from './support/screen'
import { mapSettled, test } from './support/site'

const SITE = { orlavia: true } as const
const OTHER_CONFLICT = /karabakh|azerbaijan|armenia|shusha|UTC\+4/i
/** The week after the first view's. */
const WEEK = '?from=2031-03-24&to=2031-03-30'

/** What can be read of the page, names for screen readers too. */
async function readable(page: Page): Promise<string> {
  await drawn(page)
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
    const names = named.flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.title, document.body.textContent, ...names].join('\n')
  })
}

async function expectOwnWords(page: Page): Promise<void> {
  expect(await readable(page)).not.toMatch(OTHER_CONFLICT)
}

test('another conflict is drawn and stepped through in its own words only', async ({ open }) => {
  const page = await open('', SITE)
  expect(await mapSettled(page)).toBe('ready')
  expect(await page.title()).toBe('Riverline: reported breaches of the Orlavian truce')
  await page.getByRole('heading', { name: 'Riverline', level: 1 }).waitFor()
  await page.getByText('Showing the week with the most reports.').waitFor()
  expect((await marks(page)).length).toBeGreaterThan(0)
  await expectOwnWords(page)

  const first = await listedIds(page)
  await page.getByRole('button', { name: 'Next slice' }).click()
  await expect.poll(() => listedIds(page)).not.toEqual(first)
  await expectOwnWords(page)
})

test('every part of another conflict’s page has its own words only', async ({ open }) => {
  const page = await open(WEEK, SITE)
  const before = await listedIds(page)
  const [, day = ''] = /^(\d{8})-/.exec(before[0] ?? '') ?? []
  const date = day.replace(/^(....)(..)(..)$/, '$1-$2-$3')
  await page.locator(`[data-date="${date}"]`).click()
  await expect.poll(() => listedIds(page)).not.toEqual(before)
  const { name, text } = await exported(page, 'GeoJSON (reports)')
  expect(name).toBe(`contactline-reports-2031-03-24-2031-03-30-off-${date}.geojson`)
  const collection = JSON.parse(text)
  expect(faultsOf(collection)).toEqual([])
  expect(collection.features.map(({ id }: { id: string }) => id)).toEqual(await listedIds(page))
  expect(text).toContain('Riverline report ')
  expect(text).toContain('(UTC−3:30)')
  expect(text).not.toMatch(OTHER_CONFLICT)
  await expectOwnWords(page)

  await page.locator('[data-incident] button').first().click()
  await page.locator('.card').waitFor()
  const correction = page.getByRole('link', { name: 'Report an error' })
  expect(decodeURIComponent((await correction.getAttribute('href')) ?? '')).toMatch(
    /^mailto:corrections@riverline.example\?subject=Error in Riverline report \d{8}-\d+&body=http/,
  )
  await expectOwnWords(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open file' }).click()
  await page.locator('dialog input[type=file]').waitFor({ state: 'attached' })
  await expectOwnWords(page)
  await page.keyboard.press('Escape')
  for (const tab of ['Who says what', 'Sources', 'Reports']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectOwnWords(page)
  }

  const again = await open(new URL(page.url()).search, { ...SITE, webgl: false })
  expect(await listedIds(again)).toEqual(await listedIds(page))
  expect(await announced(again)).toBe(await announced(page))
})

test('no link of the page about the data of another conflict leads nowhere', async ({ open }) => {
  const page = await open('', { ...SITE, webgl: false })
  await page.getByRole('button', { name: 'About the data' }).click()
  const links = page.locator('dialog a[href]')
  await links.first().waitFor()
  await expectOwnWords(page)
  const addresses = await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  for (const address of [...addresses, new URL('data/FORMATS.md', page.url()).href]) {
    const response = await page.request.get(address)
    expect([address, response.status()]).toEqual([address, 200])
    expect(await response.text()).not.toMatch(OTHER_CONFLICT)
  }
  await page.getByRole('link', { name: 'versions of the dataset' }).click()
  await page.getByRole('heading', { name: 'Version 0.3.0' }).waitFor()
  await expectOwnWords(page)
})
