import { expect } from 'vitest'
import { findings } from './support/axe'
import { TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state of the page, ${colorScheme}`, async ({ open }) => {
    const page = await open(TWO_DAYS, { colorScheme })
    await mapSettled(page)
    const look = async (state: string) =>
      expect({ state, found: await findings(page) }).toEqual({ state, found: [] })
    await look('nothing selected')
    await page.locator('[data-incident="20221130-01"] button').click()
    await look('a report open')
    await page.keyboard.press('Escape')
    await page.locator('.map-mark').first().press('Enter')
    await look('a district open')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export' }).click()
    await look('the export menu open')
    await page.keyboard.press('Escape')
    const layers = page.getByText('Layers', { exact: true }).first()
    await layers.click()
    await look('the layers open')
    await layers.click()
    await page.getByRole('button', { name: 'About the data' }).click()
    await look('about the data')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Search reports' }).fill('nothing has this word')
    await look('no results')
  })

  test(`axe finds nothing on a phone, ${colorScheme}`, async ({ open }) => {
    const viewport = { width: 390, height: 844 }
    const page = await open(TWO_DAYS, { colorScheme, viewport, touch: true })
    await mapSettled(page)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Show filters and list' }).click()
    expect(await findings(page)).toEqual([])
  })
}
