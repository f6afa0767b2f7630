import { expect } from 'vitest'
import { listedIds } from './support/screen'
import { mapSettled, test } from './support/site'

test('the slice is printed as a picture of its map and a table of its reports with sources', async ({
  open,
}) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&theme=dark')
  await mapSettled(page)
  const sheet = page.locator('.print-sheet')
  await sheet.waitFor({ state: 'attached' })
  const listed = (await listedIds(page)).length
  const pages: string[] = []
  for (const format of ['A4', 'Letter']) {
    pages.push(
      (await page.pdf({ format }))
        .toString('latin1')
        .match(/\/Type \/Page\b/g)
        ?.join() ?? '',
    )
  }
  expect(pages[0]).not.toBe('')
  // The sheet goes when the print is made.
  expect(await sheet.innerHTML()).toBe('')

  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await sheet.locator('svg').first().waitFor()
  expect(await page.locator('#app').isVisible()).toBe(false)
  const rows = sheet.locator('tbody tr')
  expect(await rows.count()).toBe(listed)
  const first = await rows.first().textContent()
  expect(first).toMatch(/2022/)
  expect(first).toMatch(/https?:/)
  const words = await sheet.locator('svg').first().textContent()
  for (const said of [
    '27 November',
    'Reports: ',
    'Every report is a party’s claim.',
    'from=2022-11-27',
  ]) {
    expect(words).toContain(said)
  }
  const width = await sheet.evaluate((each) => each.scrollWidth - each.clientWidth)
  expect(width).toBe(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await mapSettled(page)
  expect((await listedIds(page)).length).toBe(listed)
})
