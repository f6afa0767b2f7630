import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findFirefox, openFirefox } from './support/firefox'
import { TWO_DAYS } from './support/screen'

const firefox = findFirefox()
if (!firefox) console.log('Firefox is not installed: smoke test skipped')

test.skipIf(!firefox)('Firefox shows, slices, opens and exports reports', async () => {
  const page = await openFirefox(firefox ?? '', inject('site') + TWO_DAYS)
  onTestFinished(() => page.close())
  const listed = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('[data-incident]'), ({ dataset }) =>
        String(dataset.incident),
      ),
    )
  const query = () => page.evaluate(() => location.search)
  const map = () => page.evaluate(() => document.querySelector('[data-map]')?.outerHTML)
  const dialog = () => page.evaluate(() => document.querySelector('[role="dialog"]')?.textContent)
  const click = (name: string) =>
    page.evaluate((wanted) => {
      const all = document.querySelectorAll<HTMLElement>('button, [role="menuitem"]')
      const named = [...all].find(({ textContent }) => textContent?.trim() === wanted)
      named?.click()
      return named !== undefined
    }, name)

  await expect.poll(listed).toContain('20221130-01')
  await expect.poll(map).toMatch(/data-map="(ready|none)"/)

  const before = await listed()
  await page.evaluate(() => {
    const handle = document.querySelector('[role="slider"][aria-label="From date"]')
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
  })
  await expect.poll(query).toContain('from=2022-11-28')
  await expect.poll(listed).not.toEqual(before)

  await page.evaluate(() => document.querySelector<HTMLElement>('[data-incident] button')?.click())
  await expect.poll(dialog).toMatch(/2022/)

  await click('Export')
  await expect.poll(() => click('GeoJSON (reports)')).toBe(true)
  const file = join(page.downloads, 'contactline-reports-2022-11-28-2022-11-30.geojson')
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/\}\s*$/)
  const { features } = JSON.parse(readFileSync(file, 'utf8'))
  expect(features.map(({ id }: { id: string }) => id)).toEqual(await listed())
  expect(page.problems).toEqual([])
})
