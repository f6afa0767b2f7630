import { expect } from 'vitest'
import { findings } from './support/axe'
import { choose, close, heading } from './support/opening'
import { announced, exported } from './support/screen'
import { test } from './support/site'

test('a file of another country is shown in its own words, and nobody reports or accuses', async ({
  open,
}) => {
  const page = await open('', { webgl: false })
  await choose(page, '../faults/layouts/acled-other-country.csv')
  await heading(page, 'acled-other-country.csv').waitFor()
  await close(page)
  await expect.poll(() => announced(page)).toBe('12 reports')

  const filters = page.getByRole('search', { name: 'Filters' })
  await filters.getByRole('group', { name: 'Actor 1' }).waitFor()
  await filters.locator('summary', { hasText: /^\s*Event type/ }).click()
  for (const name of ['Riots', 'Battles', 'Military Forces of Exampleland']) {
    await filters
      .getByRole('checkbox', { name: new RegExp(name) })
      .first()
      .waitFor()
  }
  expect(await page.locator('body').textContent()).not.toMatch(
    /Reported by (?!ACLED)|accuse|sides agree|denied/i,
  )

  const choice = page.getByLabel('Colour by')
  expect(await choice.getByRole('option').allTextContents()).toEqual([
    'Actor 1',
    'Actor 2',
    'Event type',
  ])
  await choice.selectOption('kind')
  const groups = page.getByRole('list', { name: 'Colours' }).getByRole('listitem')
  expect((await groups.allTextContents()).map((text) => text.trim()).sort()).toEqual([
    'Battles',
    'Explosions/Remote violence',
    'Protests',
    'Riots',
    'Strategic developments',
    'Violence against civilians',
  ])
  expect(await findings(page)).toEqual([])

  await page.getByRole('tab', { name: 'Who and whom' }).click()
  const battle = 'Actor 1: Military Forces of Exampleland (2015-), Actor 2: Northern Example Front'
  await page.getByRole('button', { name: `${battle}: 4 reports` }).click()
  await expect.poll(() => announced(page)).toBe('4 reports')
  expect(page.url()).toContain('by=military-forces-of-exampleland-2015')
  await page.getByText('11 killed').waitFor()
  expect(await findings(page)).toEqual([])

  const { text } = await exported(page, 'GeoJSON (reports)')
  for (const { properties } of JSON.parse(text).features) {
    expect(properties.reporting_party).toBe('Military Forces of Exampleland (2015-)')
    expect(properties.accused_as_worded).toBe('Northern Example Front')
  }

  // The link is read before the file, and finds it again.
  await page.reload()
  await expect.poll(() => announced(page)).toBe('4 reports')
})

test('counts of countries open on them, can be zoomed out of, and offer no references', async ({
  open,
}) => {
  const rows = ['Ethiopia', 'Kenya'].map((name) => `${name},2024-03-02,Battles,2,0,`)
  const text = ['country,week,event_type,events,fatalities,admin1', ...rows, ''].join('\n')
  const page = await open('', { webgl: false })
  await choose(page, { name: 'counts.csv', text })
  await heading(page, 'counts.csv').waitFor()
  await close(page)
  await page.getByRole('button', { name: 'Zoom out' }).and(page.locator(':enabled')).waitFor()
  await page.getByText('ETHIOPIA', { exact: true }).or(page.getByText('Ethiopia')).first().waitFor()
  const { name } = await exported(page, 'CSV')
  expect(name).toMatch(/^counts-reports-2024-/)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const item = page.getByRole('menuitem', { name: 'References (text)' })
  expect(await item.getAttribute('aria-disabled')).toBe('true')
})
