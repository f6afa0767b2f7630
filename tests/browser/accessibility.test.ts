import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findings } from './support/axe'
import { TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'nothing selected': async () => {},
  'a report open': (page) => page.locator('[data-incident="20221130-01"] button').click(),
  'a district open': (page) => page.locator('.map-mark').first().press('Enter'),
  'the export menu open': (page) => page.getByRole('button', { name: 'Export' }).click(),
  'the layers open': (page) => page.getByText('Layers', { exact: true }).first().click(),
  'about the data': (page) => page.getByRole('button', { name: 'About the data' }).click(),
  'no results': (page) => page.getByRole('searchbox').fill('nothing has this word'),
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`axe finds nothing with ${state}, ${colorScheme}`, async ({ open }) => {
      const page = await open(TWO_DAYS, { colorScheme })
      await mapSettled(page)
      await reach(page)
      expect(await findings(page)).toEqual([])
    })
  }

  test(`axe finds nothing on a phone, ${colorScheme}`, async ({ open }) => {
    const page = await open(TWO_DAYS, {
      colorScheme,
      viewport: { width: 390, height: 844 },
      touch: true,
    })
    await mapSettled(page)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Show filters and list' }).click()
    expect(await findings(page)).toEqual([])
  })
}
