import { expect } from 'vitest'
import { findings } from './support/axe'
import { test } from './support/site'

const VERSIONS = [
  {
    version: '1.1.0',
    released: '2026-12-01',
    previous: '1.0.0',
    tables: {
      incidents: {
        records: 447,
        added: [{ id: '20221205-09', about: '<img src=x onerror="document.title=1"> at night' }],
        corrected: [
          {
            id: '20221130-01',
            about: 'Fire at positions',
            fields: [{ field: 'killed', old: '', new: '1' }],
          },
        ],
        withdrawn: [
          { id: '20221201-01', about: 'A column of smoke', reason: 'the page was retracted' },
          { id: '20221202-01', about: 'Another', reason: null },
        ],
      },
    },
  },
  { version: '1.0.0', released: '2026-11-23', previous: null, tables: {} },
]

test('the page of versions lists what the dataset ships, and leads to the map', async ({
  open,
}) => {
  const page = await open('versions.html')
  await page.getByRole('heading', { name: 'Version 1.0.0' }).waitFor()
  await page.getByText('The first version: 447 reports, 629 sources, 198 places.').waitFor()
  await page.getByRole('link', { name: /the map/ }).click()
  await page.getByRole('list', { name: 'Reports' }).getByRole('listitem').first().waitFor()
  await page.getByRole('button', { name: 'About the data' }).click()
  await page.getByRole('link', { name: 'versions of the dataset' }).click()
  await page.getByRole('heading', { name: 'Versions of the dataset' }).waitFor()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`added, corrected and withdrawn are told with their reasons, as text, ${colorScheme}`, async ({
    open,
  }) => {
    const page = await open('versions.html', {
      colorScheme,
      prepare: (page) =>
        page.route('**/versions.json', (route) => route.fulfill({ json: VERSIONS })),
    })
    expect(await page.getByRole('list', { name: 'Reports added' }).textContent()).toContain(
      '20221205-09 <img src=x',
    )
    expect(await page.getByRole('list', { name: 'Reports corrected' }).textContent()).toContain(
      'killed: empty is now 1',
    )
    const withdrawn = await page.getByRole('list', { name: 'Reports withdrawn' }).textContent()
    expect(withdrawn).toContain('the page was retracted')
    expect(withdrawn).toContain('no reason on file')
    expect(await page.title()).toBe('Versions of the Contactline dataset')
    expect(await findings(page)).toEqual([])
  })
}

test('without its file the page of versions says so', async ({ open }) => {
  const page = await open('versions.html', {
    allow: [/404/],
    prepare: (page) => page.route('**/versions.json', (route) => route.fulfill({ status: 404 })),
  })
  expect(await page.getByRole('alert').textContent()).toContain('data/versions.json')
})
