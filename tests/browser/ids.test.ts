import { expect } from 'vitest'
import { choose, close } from './support/opening'
import { pageReady, test } from './support/site'

test('any id opens, keeps its place in the link and gets the focus back', async ({ open }) => {
  const page = await open('', { webgl: false })
  await choose(page, '../faults/ids/odd-ids.csv')
  await close(page)
  const buttons = page.getByRole('list', { name: 'Reports' }).locator('[data-incident] button')
  expect(await buttons.count()).toBe(7)
  for (const button of await buttons.all()) {
    const id = await button.evaluate((each) => each.closest('article')?.dataset.incident ?? '')
    await button.click()
    await page.getByRole('dialog').getByText(id.replaceAll('\n', ' '), { exact: true }).waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('incident')).toBe(id)
    await page.reload()
    await pageReady(page)
    await page.getByRole('dialog').getByText(id.replaceAll('\n', ' '), { exact: true }).waitFor()
    await page.getByRole('dialog').focus()
    await page.keyboard.press('Escape')
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('article')?.dataset.incident)
    await expect.poll(focused).toBe(id)
  }
})
