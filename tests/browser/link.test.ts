import { expect } from 'vitest'
import { announced, listedIds } from './support/screen'
import { test } from './support/site'

test('a copied link opens the same slice in any time zone', async ({ open }) => {
  const page = await open('?from=2022-11-27&to=2022-12-03&by=azerbaijan,russia', {
    webgl: false,
  })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('[data-date="2022-11-28"]').click()
  const shown = { ids: await listedIds(page), said: await announced(page) }
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByText('Link copied.').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const { search } = new URL(link)
  for (const timezoneId of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const again = await open(search, { timezoneId, webgl: false })
    expect([timezoneId, await listedIds(again)]).toEqual([timezoneId, shown.ids])
    expect(await announced(again)).toBe(shown.said)
    expect(await again.locator('[data-date="2022-11-28"]').getAttribute('aria-pressed')).toBe(
      'false',
    )
  }
})

test('the first visit shows the first week, says so and offers all dates', async ({ open }) => {
  const page = await open()
  await page.getByText('Showing the week this project started from.').waitFor()
  expect(await announced(page)).toBe('12 reports')
  await page.getByRole('main').getByRole('button', { name: 'All dates' }).first().click()
  expect(await announced(page)).toBe('447 reports')
})

test('broken and unknown values of a link are ignored and reported', async ({ open }) => {
  const page = await open(
    '?from=2022-13-45&to=2022-12-03&by=azerbaijan,mars&off=never&unit=decade&view=a/b&denied=maybe&area=atlantis&incident=none&x=1',
  )
  const said = await page.getByRole('alert').textContent()
  for (const key of ['from', 'by', 'off', 'unit', 'view', 'denied', 'area', 'none', 'x']) {
    expect(said).toContain(key)
  }
  expect((await listedIds(page)).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

test('the link of a citation names the report alone, and opens it in its week', async ({
  open,
}) => {
  const page = await open('?from=2021-01-01&to=2023-01-01&by=azerbaijan&incident=20221130-01', {
    webgl: false,
  })
  const card = page.getByRole('dialog', { name: /Shusha/ })
  await card.getByRole('button', { name: 'Cite' }).click()
  const cited = (await card.locator('.citation-text p').first().textContent()) ?? ''
  const { search } = new URL(/https?:\S+$/.exec(cited)?.[0] ?? '')
  expect(search).toBe('?incident=20221130-01')
  const again = await open(search, { webgl: false })
  await again.getByRole('dialog', { name: /Shusha/ }).waitFor()
  expect(await listedIds(again)).toContain('20221130-01')
  await expect.poll(() => again.url()).toContain('from=2022-11-28&to=2022-12-04')
})

test('the link to a report is copied, and opens it in the slice that is shown', async ({
  open,
}) => {
  const page = await open('?by=azerbaijan&incident=20221130-01', { webgl: false })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const shown = { ids: await listedIds(page), said: await announced(page) }
  const card = page.getByRole('dialog', { name: /Shusha/ })
  await card.getByRole('link', { name: 'Link to this report' }).click()
  await card.getByText('Link copied.').waitFor()
  const { search } = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  expect(
    await card.getByRole('link', { name: 'Link to this report' }).getAttribute('href'),
  ).toContain(search)
  const again = await open(search, { webgl: false })
  await again.getByRole('dialog', { name: /Shusha/ }).waitFor()
  expect({ ids: await listedIds(again), said: await announced(again) }).toEqual(shown)
})
