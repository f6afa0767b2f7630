import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Version } from '../../src/schema/releases'
import { findings } from './support/axe'
import { announced, TWO_DAYS } from './support/screen'
import { pageReady, test } from './support/site'

const FROZEN: readonly Version[] = JSON.parse(
  readFileSync('tests/fixtures/dataset/versions.json', 'utf8'),
)
const VERSIONS = [
  {
    version: '1.1.0',
    released: '2026-12-01',
    previous: '1.0.0',
    tables: {
      incidents: {
        records: 447,
        added: [{ id: 'c', about: '<img src=x onerror="document.title=1"> at night' }],
        corrected: [{ id: 'd', about: 'Fire', fields: [{ field: 'killed', old: '', new: '1' }] }],
        withdrawn: [
          { id: '20221201-01', about: 'A column of smoke', reason: 'the page was retracted' },
          { id: '20221202-01', about: 'Another', reason: null },
        ],
      },
    },
  },
  { version: '1.0.0', released: '2026-11-23', previous: null, tables: {} },
]

test('the page of versions lists each version and leads back to the map', async ({ open }) => {
  const page = await open(`${TWO_DAYS}&theme=dark`)
  const said = await announced(page)
  await page.getByRole('button', { name: 'About the data' }).click()
  await page.getByRole('link', { name: 'versions of the dataset' }).click()
  await page.getByRole('heading', { name: 'Versions of the dataset' }).waitFor()
  for (const { version, tables } of FROZEN) {
    const entry = page.getByRole('region', { name: `Version ${version}` })
    expect(await entry.textContent()).toContain(`${tables.incidents?.records} reports`)
  }
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')

  await page.getByRole('link', { name: /the map/ }).click()
  await pageReady(page)
  expect(await announced(page)).toBe(said)
  expect(page.url()).toContain('from=2022-11-29&to=2022-11-30')
})

test('without a version, with a damaged file or without it, the page says so', async ({ open }) => {
  const answers = [{ json: [] }, { json: [{ version: 1 }] }, { status: 404 }]
  const page = await open('versions.html', {
    allow: [/404/],
    prepare: (page) => page.route('**/versions.json', (route) => route.fulfill(answers.shift())),
  })
  await page.getByText('There are no versions yet.').waitFor()
  await page.reload()
  await page.getByRole('alert').getByText('versions.json is damaged').waitFor()
  await page.reload()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('data/versions.json')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`changes are listed as text, with their reasons, ${colorScheme}`, async ({ open }) => {
    const page = await open('versions.html', {
      colorScheme,
      prepare: (page) =>
        page.route('**/versions.json', (route) => route.fulfill({ json: VERSIONS })),
    })
    expect(await page.getByRole('list', { name: 'Reports added' }).textContent()).toContain(
      'c <img src=x',
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
