import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { findings } from './support/axe'
import { choose, close, dialog, fixture, heading } from './support/opening'
import { announced, exported, listedIds, marks } from './support/screen'
import { mapSettled, pageReady, test } from './support/site'

/** Lists and dialogs are the same, and there much sooner. */
const NO_MAP = { webgl: false }

/** Drops a file anywhere on the page. */
async function drop(page: Page, name: string): Promise<void> {
  await page.evaluate(
    ([content, name]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], name))
      for (const type of ['dragover', 'drop']) {
        const options = { dataTransfer, bubbles: true, cancelable: true }
        document.body.dispatchEvent(new DragEvent(type, options))
      }
    },
    [readFileSync(fixture(name), 'utf8'), name] as const,
  )
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: button }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

describe('a file of reports', () => {
  test('is shown everywhere, with its sources, and leaves again as it came', async ({ open }) => {
    const page = await open()
    await choose(page, 'contactline.csv', 'sources.csv')
    await heading(page, 'contactline.csv').waitFor()
    expect(await findings(page)).toEqual([])
    await close(page)
    await expect.poll(() => listedIds(page)).toEqual(['test-2', 'test-3', 'test-1'])
    expect(await announced(page)).toBe('3 reports')
    await mapSettled(page)
    await expect.poll(async () => (await marks(page)).length).toBe(2)
    await page.getByRole('button', { name: /Ağdam/ }).click()
    const card = page.getByRole('dialog').getByText('A test headline')
    await card.waitFor()
    const { text } = await exported(page, 'GeoJSON (reports)')
    const collection = JSON.parse(text)
    expect(collection.features.map(({ id }: { id: string }) => id)).toEqual([
      'test-2',
      'test-3',
      'test-1',
    ])
    expect(collection.contactline).toMatchObject({ version: 'not stated', licence: 'not stated' })
    expect(collection.contactline.attribution).toContain('contactline.csv')
  })

  test('has a report row by row, and nothing rejected is lost', async ({ open }) => {
    const page = await open('', NO_MAP)
    await choose(page, 'acled.csv')
    await heading(page, 'acled.csv').waitFor()
    const rows = dialog(page).getByRole('region', { name: 'Rows of the file' })
    await rows.getByText('"31 November 2022" is not a date').waitFor()
    await dialog(page).getByRole('button', { name: '2 accepted with a note' }).click()
    await rows.getByText(/swapped they are in Shusha/).waitFor()
    const report = await saved(page, 'Save the report (CSV)')
    expect(report.split('\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      'row,id,outcome',
      '2,TEST1,accepted',
      '3,TEST2,accepted',
      '4,TEST3,noted',
      '5,TEST4,refused',
      '6,TEST1,refused',
      '7,TEST6,noted',
      '',
    ])
    const refused = await saved(page, 'Save the rejected rows')
    const original = readFileSync(fixture('acled.csv'), 'utf8').split('\n')
    expect(refused).toBe(`${[original[0], original[4], original[5]].join('\n')}\n`)
  })

  test('that was dropped survives a reload, is listed and can be removed', async ({ open }) => {
    const page = await open('', NO_MAP)
    await drop(page, 'ucdp.csv')
    await heading(page, 'ucdp.csv').waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('data')).toMatch(/^browser:/)
    await page.reload()
    await pageReady(page)
    await expect.poll(async () => (await listedIds(page)).length).toBe(5)
    // What is open over the map survives, too.
    await dialog(page)
      .getByText(/5 reports, 1\.\d+ kB, opened/)
      .waitFor()
    await dialog(page).getByRole('button', { name: 'Remove ucdp.csv' }).click()
    await dialog(page).getByText('ucdp.csv was removed from this browser.').waitFor()
    await close(page)
    await page.getByText('Every report is a party’s claim.').waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('data')).toBeNull()
  })

  test('can lie on the site: a link opens it, with what else the link says', async ({ open }) => {
    const page = await open('?data=data/incidents.csv&from=2022-11-29&to=2022-11-29', NO_MAP)
    await page.getByText('incidents.csv').first().waitFor()
    const own = await listedIds(page)
    const shipped = await open('?from=2022-11-29&to=2022-11-29', NO_MAP)
    expect(own).toEqual(await listedIds(shipped))
    expect(await page.getByText(/from this site/).count()).toBe(1)
  })

  test('on another site is ignored, and is named', async ({ open }) => {
    const page = await open('?data=https://example.org/a.csv', NO_MAP)
    await page
      .getByRole('alert')
      .getByText(/could not be read and was ignored/)
      .waitFor()
    expect(await announced(page)).toBe('12 reports')
  })

  test.for([
    ['no-such.csv', /Nothing is shown\. .*no-such\.csv could not be loaded/],
    ['browser:elsewhere', /Nothing is shown\. .*opened in another browser/],
  ] as const)(
    'that is missing (%s) is named, with nothing in its place',
    async ([file, words], { open }) => {
      const page = await open(`?data=${file}&incident=20221130-01`, { ...NO_MAP, allow: [/404/] })
      await page.getByText(words).waitFor()
      await page
        .getByText('The file in this link is not available here, so no reports are shown.')
        .waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
      expect(await listedIds(page)).toEqual([])
      expect(await findings(page)).toEqual([])
      expect(new URL(page.url()).searchParams.get('data')).toBe(file)
      await page.getByRole('button', { name: 'Back to Contactline’s records' }).click()
      await expect.poll(async () => (await listedIds(page)).length).toBeGreaterThan(0)
      await expect.poll(() => new URL(page.url()).searchParams.get('data')).toBeNull()
    },
  )

  test('that is kept in this browser: a copied link says so', async ({ open }) => {
    const page = await open('', NO_MAP)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await choose(page, 'ucdp.csv')
    await heading(page, 'ucdp.csv').waitFor()
    await dialog(page).getByRole('button', { name: 'Show on the map' }).click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('It opens ucdp.csv only in this browser: send the file too.').waitFor()
  })

  test('that another tab leaves no storage for is shown, and says why it is not kept', async ({
    open,
  }) => {
    const held = { ...NO_MAP, prepare: (page: Page) => page.addInitScript(holdStorage) }
    const page = await open('', held)
    await choose(page, 'ucdp.csv')
    await heading(page, 'ucdp.csv').waitFor()
    await close(page)
    const said = page.getByRole('alert')
    await said.getByText(/Another tab.* holds its storage. Close or reload that tab/).waitFor()
    await expect.poll(async () => (await listedIds(page)).length).toBe(5)
    const linked = await open('?data=browser:kept', held)
    await linked.getByText(/Nothing is shown. Another tab/).waitFor()
  })

  test('that the browser has no room for is shown all the same', async ({ open }) => {
    const page = await open('', {
      ...NO_MAP,
      prepare: (page) =>
        page.addInitScript(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('full', 'QuotaExceededError')
          }
        }),
    })
    await choose(page, 'ucdp.csv')
    await heading(page, 'ucdp.csv').waitFor()
    await close(page)
    await page
      .getByRole('alert')
      .getByText(/no room left/)
      .waitFor()
    await expect.poll(async () => (await listedIds(page)).length).toBe(5)
    expect(await page.getByText('in memory only').count()).toBe(1)
  })
})

describe('a table of no known format', () => {
  test('is asked about, left alone or read as the user says', async ({ open }) => {
    const page = await open('', NO_MAP)
    const before = await listedIds(page)
    await choose(page, 'workbook.xls')
    const said = dialog(page).getByRole('alert')
    await said.getByText(/old kind of workbook/).waitFor()
    await choose(page, 'points.geojson')
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await close(page)
    expect(await listedIds(page)).toEqual(before)

    await choose(page, 'windows-1251.csv')
    const date = dialog(page).getByLabel('Meaning of Дата')
    await date.waitFor()
    expect(await date.inputValue()).toBe('date_start')
    expect(await findings(page)).toEqual([])
    await dialog(page).getByLabel('Reporting party').selectOption('armenia')
    await dialog(page).getByRole('button', { name: 'Open', exact: true }).click()
    await heading(page, 'windows-1251.csv').waitFor()
    await close(page)
    await expect.poll(() => listedIds(page)).toEqual(['row-3', 'row-2'])
    expect(await page.getByText('Проверочная строка: обстрел').count()).toBe(1)
  })
})

test('an archive is read, and what is left out of it is named', async ({ open }) => {
  const page = await open('', NO_MAP)
  await choose(page, '../faults/containers/zip-two.zip')
  await heading(page, 'zip-two.zip').waitFor()
  await dialog(page).getByText('readme.txt: ').waitFor()
})

test.for([
  ['../faults/containers/two-sheets.xlsx', 2],
  ['../faults/containers/places.kmz', 1],
  ['../faults/layouts/places.kml', 3],
] as const)('%s is opened as it is', async ([path, count], { open }) => {
  const page = await open('', NO_MAP)
  await choose(page, path)
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click()
  await heading(page, path.split('/').at(-1) ?? '').waitFor()
  await close(page)
  await expect.poll(async () => (await listedIds(page)).length).toBe(count)
})

test('custom district outlines replace the shipped ones until removed', async ({ open }) => {
  const page = await open()
  await choose(page, 'districts.geojson')
  await dialog(page)
    .getByText(/joined to the 5 districts/)
    .waitFor()
  await dialog(page)
    .getByText(/Feature 7 is in metres/)
    .waitFor()
  await close(page)
  await mapSettled(page)
  await expect.poll(async () => (await marks(page)).join()).toContain('Ağdam rayonu')
  await page.reload()
  await pageReady(page)
  await mapSettled(page)
  await expect.poll(async () => (await marks(page)).join()).toContain('Ağdam rayonu')
  await page.getByRole('button', { name: 'Open file' }).click()
  await dialog(page).getByRole('button', { name: 'Use the built-in outlines' }).click()
  await close(page)
  await expect.poll(async () => (await marks(page)).join()).toContain('Kalbajar')
})

/**
 * As another tab holds the storage: it does not close its connection for a deletion, which every
 * other request to open it waits for.
 */
function holdStorage(): void {
  const held = indexedDB.open('contactline', 1)
  indexedDB.deleteDatabase('contactline')
  Object.assign(window, { held })
}
