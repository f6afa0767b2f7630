import { expect } from 'vitest'
import { choose, close, heading } from './support/opening'
import { announced, exported, listedIds, marks } from './support/screen'
import { mapSettled, test } from './support/site'

const ALL = '?from=2020-11-26&to=2023-09-21&unit=month'
const BAD_ROWS = `id,date_start,areas,reported_by,reporting_party,summary,sources
a,2022-11-29,Atlantis,Somebody,Azerbaijan,An unknown area,
b,2022-11-29,Shusha,Somebody,Mars,An unknown party,
c,2022-02-30,Shusha,Somebody,Azerbaijan,An impossible date,
d,2022-11-29,Shusha,Somebody,Azerbaijan,An unknown source,no-such-source
a,2022-11-29,Shusha,Somebody,Azerbaijan,A repeated id,
e,2022-11-29,Shusha,Somebody,Azerbaijan,<img src=x onerror="document.title='hacked'">,
`

test('rows with problems are shown, counted and listed with file and row', async ({ open }) => {
  const page = await open('?from=2022-11-29&to=2022-11-29', {
    webgl: false,
    prepare: (page) =>
      page.route('**/incidents.csv', (route) =>
        route.fulfill({ body: BAD_ROWS, contentType: 'text/csv' }),
      ),
  })
  expect((await listedIds(page)).sort()).toEqual(['a', 'b', 'd', 'e'])
  expect(await page.title()).not.toBe('hacked')
  expect(await page.getByText('<img src=x').count()).toBe(1)
  await page.getByRole('alert').getByRole('button', { name: 'List them' }).click()
  const table = page.getByRole('dialog', { name: 'About the data' }).getByRole('table').first()
  const text = await table.textContent()
  for (const words of ['Atlantis', 'Mars', '2022-02-30', 'no-such-source', 'an earlier row']) {
    expect(text).toContain(words)
  }
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((each) => [...each.children].slice(0, 3).map((cell) => cell.textContent)),
    )
  expect(rows).toContainEqual(['incidents.csv', '2', 'a'])
  expect(rows).toContainEqual(['incidents.csv', '4', 'c'])
})

test.for([
  ['incidents.csv', 0],
  ['sources.csv', 447],
  ['places.csv', 447],
] as const)('without %s the page starts and names the file', async ([file, count], { open }) => {
  const page = await open(ALL, {
    webgl: false,
    allow: [/404/],
    prepare: (page) => page.route(`**/${file}`, (route) => route.fulfill({ status: 404 })),
  })
  expect(await page.getByRole('alert').textContent()).toContain(file)
  expect(await listedIds(page)).toHaveLength(count)
})

test('damaged and missing map layers are named, and the rest is shown', async ({ open }) => {
  const page = await open(ALL, {
    prepare: (page) =>
      page.route('**/geometry.json', async (route) => {
        const { objects, ...rest } = await (await route.fetch()).json()
        const { towns, ...others } = objects
        others.districts.geometries.push({ type: 'Point', coordinates: [1, 1] })
        await route.fulfill({ json: { ...rest, objects: { ...others, water: { type: 'No' } } } })
      }),
  })
  expect(await mapSettled(page)).toBe('ready')
  expect(await listedIds(page)).toHaveLength(447)
  const said = page.getByRole('alert')
  await said.getByText(/water\.geojson is missing or damaged/).waitFor()
  await said.getByText(/towns\.geojson is missing or damaged/).waitFor()
  await said.getByText(/districts\.geojson is not a polygon and was left out/).waitFor()
  await choose(page, 'acled.csv')
  await heading(page, 'acled.csv').waitFor()
})

test.for([
  ['could not be loaded', { status: 404 }],
  ['is not JSON', { body: '{"type": "Topo' }],
] as const)(
  'geometry that %s is named, the map is drawn, and files open',
  async ([words, answer], { open }) => {
    const page = await open(ALL, {
      allow: [/404/],
      prepare: (page) => page.route('**/geometry.json', (route) => route.fulfill(answer)),
    })
    expect(await mapSettled(page)).toBe('ready')
    expect(await listedIds(page)).toHaveLength(447)
    await page.getByRole('alert').getByText(`geometry.json ${words}`).waitFor()
    await choose(page, 'acled.csv')
    await heading(page, 'acled.csv').waitFor()
    await close(page)
    expect(await marks(page)).not.toEqual([])
    await page.getByRole('alert').getByText('district outlines of this site').waitFor()
  },
)

test('without WebGL list, dates, card and exports work, and a sentence says why', async ({
  open,
}) => {
  const page = await open(ALL, { webgl: false })
  expect(await mapSettled(page)).toBe('none')
  await page.getByText(/cannot be dragged.*WebGL/).waitFor()
  expect(await announced(page)).toBe('447 reports')
  await page.locator('[data-date^="2022-11"]').first().click()
  expect((await listedIds(page)).length).toBe(447 - 34)
  await page.locator('[data-incident] button').first().click()
  await page.getByRole('dialog').waitFor()
  expect(JSON.parse((await exported(page, 'GeoJSON (reports)')).text).features.length).toBe(
    447 - 34,
  )
})

test('once loaded the page works with the network cut', async ({ open }) => {
  const page = await open('', { allow: [/ERR_INTERNET_DISCONNECTED/] })
  await mapSettled(page)
  await page.context().setOffline(true)
  await page.locator('[data-date="2022-11-28"]').click()
  expect(await announced(page)).not.toBe('12 reports')
})
