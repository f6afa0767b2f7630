import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { createDataWords } from './support/dataWords'
import { readScreenTexts } from './support/screenTexts'
import { mapSettled, type OpenOptions, test } from './support/site'

/** The pseudo-locale (docs/messages.md): texts without ⟦ ⟧ are not from the catalogue. */
const isData = createDataWords()

/** English whatever the language of the page, as it leaves the page so. */
const FIXED = '.citation-text > p'
const LEFT_OUT = `${FIXED}, .maplibregl-canvas-container canvas, .map-names`

/** Opens the page at a query, and gives what notes the faults of its states. */
async function start(
  open: (query?: string, options?: OpenOptions) => Promise<Page>,
  query: string,
  options: OpenOptions,
) {
  const page = await open(`?lang=zz${query}`, options)
  await mapSettled(page)
  /** Each fault, and the state in which it was seen first. */
  const found: Record<string, string> = {}
  const look = async (state: string) => {
    const { bare, faults } = await readScreenTexts(page, LEFT_OUT)
    const foreign = bare.filter((text) => !isData(text))
    for (const fault of [...faults, ...foreign.map((text) => `not in the catalogue: ${text}`)]) {
      found[fault] ??= state
    }
  }
  return { page, look, found }
}

type Look = (state: string) => Promise<void>

async function lookAtPanel(page: Page, look: Look): Promise<void> {
  const facets = page.locator('.facet > summary')
  for (let index = 0; index < (await facets.count()); index++) {
    await facets.nth(index).click()
    await look(`filter ${index + 1}`)
  }
  await facets.last().click()
  await page.locator('.choices input').first().check()
  await page.locator('.search input').fill('qqqq')
  await page.locator('.empty').waitFor()
  await look('no results')
  await page.locator('.clear-filters').click()
}

async function lookAtTools(page: Page, look: Look): Promise<void> {
  for (const kind of ['.legend', '.legend-marks']) {
    const folded = page.locator(`${kind}:not([open]) > summary`)
    if ((await folded.count()) > 0) await folded.click()
  }
  await look('legend')
  for (const id of ['accused', 'agreement', 'party']) {
    await page.locator('.legend select').selectOption(id)
    await look(`legend by ${id}`)
  }
  await page.locator('.legend > summary').click()
  for (const [index, name] of ['not located', 'layers'].entries()) {
    const tool = page.locator('.map-tools details').nth(index)
    await tool.locator('summary').click()
    await tool.locator('.pane > *').first().waitFor()
    await look(name)
    await tool.locator('summary').click()
  }
  await page.locator('[aria-haspopup="menu"]').click()
  await page.locator('[role="menu"]').waitFor()
  await look('export menu')
  await page.keyboard.press('Escape')
}

async function lookAtTimeline(page: Page, look: Look): Promise<void> {
  const fold = page.locator('.timeline-fold')
  if (await fold.isVisible()) await fold.click()
  await page.locator('.possible-switch input').uncheck()
  await look('possible reports not counted')
  await page.locator('.possible-switch input').check()
  const unit = page.locator('.timeline-choices select').first()
  for (const id of ['day', 'week', 'month', 'all']) {
    await unit.selectOption(id)
    await look(`timeline by ${id}`)
  }
  await unit.selectOption('day')
  await page.locator('.date').first().click()
  await look('a date that is off')
  await page.locator('.dates-row .link-button').click()
  await page.locator('.bar-list').focus()
  await page.locator('.readout').waitFor()
  await page.locator('.bar-list').blur()
  if (await fold.isVisible()) await fold.click()
}

async function lookAtCards(page: Page, look: Look): Promise<void> {
  await page.locator('[data-incident] button').first().click()
  const card = page.locator('.card')
  await card.locator('.citation-actions button').click()
  await card.locator('.source-reference').first().click()
  await look('card of a report')
  await card.locator('.details-areas button').first().click()
  await card.locator('.area-reports').waitFor()
  await look('card of a district')
  await card.locator('.card-tools button:last-child').click()
}

async function lookAtViews(page: Page, look: Look): Promise<void> {
  for (const index of [1, 2]) {
    await page.locator('[role="tab"]').nth(index).click()
    await page.locator('#list h2').first().waitFor()
    await look(`view ${index + 1}`)
  }
}

/** A file whose name and words are among those of the dataset. */
const named = (text: string) => ({
  name: 'Kalbajar',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const BROKEN = ['', ' \n', '{"type":"Feature","geometry":null}']
const QUESTION = 'Kalbajar;Lachin\n29.11.2022;Shusha\n30.11.2022;Shusha\n'
const REPORTS = `id,date_start,areas,reported_by,reporting_party,summary
Shusha,2022-11-29,Shusha,Shusha,Azerbaijan,Shusha
Lachin,2022-13-45,Shusha,Shusha,Azerbaijan,Shusha
Aghdam,2022-11-29,Russia,Shusha,Mars,Shusha
`

async function lookAtDialogs(page: Page, look: Look): Promise<void> {
  const dialog = page.locator('dialog')
  const handle = page.locator('.sheet-handle')
  const isPhone = await handle.isVisible()
  // The head of a phone is over the map.
  if (isPhone) await handle.click()
  await page.locator('.title-row .link-button').click()
  await dialog.locator('table').last().waitFor()
  await look('about the data')
  await dialog.locator('p > .link-button').first().click()
  await dialog.locator('.figures').waitFor()
  await look('how to read the map')
  await dialog.last().locator('p > .link-button').click()
  await dialog.locator('.keys').first().waitFor()
  await look('keys')
  for (const open of [2, 1, 0]) {
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(open)
  }
  if (isPhone) await handle.click()
  await page.locator('.lead button').first().click()
  const input = dialog.locator('input[type=file]')
  await input.waitFor({ state: 'attached' })
  await look('open a file')
  for (const [index, text] of BROKEN.entries()) {
    await input.setInputFiles(named(text))
    await dialog.locator('.data-failed').waitFor()
    await look(`broken file ${index + 1}`)
  }
  await input.setInputFiles(named(QUESTION))
  await dialog.locator('.data-reasons, .mapping-foot').first().waitFor()
  await look('columns to be chosen')
  await dialog.locator('.mapping-foot button[type=button]').first().click()
  await input.setInputFiles(named(REPORTS))
  await dialog.locator('.data-outcomes').waitFor()
  await dialog.locator('tbody tr').first().waitFor()
  await look('report on a file')
  await dialog.locator('.dialog-close').click()
  await page.locator('.lead-own').waitFor()
  await look('reports of a file')
}

const DESK = { width: 1280, height: 800 }
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

describe('every text is from the catalogue and has room', () => {
  test('with the map', async ({ open }) => {
    const { page, look, found } = await start(open, '', { viewport: DESK })
    await look('first view')
    await lookAtTools(page, look)
    await lookAtCards(page, look)
    expect(found).toEqual({})
  })

  // Without the map the rest is drawn much faster here.
  for (const [name, options] of [
    ['1280x800', { viewport: DESK }],
    ['1440x900 dark', { viewport: WIDE, colorScheme: 'dark' }],
    ['390x844', { viewport: PHONE, touch: true }],
  ] as const) {
    test(name, async ({ open }) => {
      const query = '&from=2022-11-28&to=2022-11-30'
      const { page, look, found } = await start(open, query, { ...options, webgl: false })
      await look('first view')
      await lookAtTools(page, look)
      await lookAtTimeline(page, look)
      const handle = page.locator('.sheet-handle')
      if (await handle.isVisible()) await handle.click()
      await lookAtPanel(page, look)
      await lookAtCards(page, look)
      expect(found).toEqual({})
    })

    test(`views and dialogs, ${name}`, async ({ open }) => {
      const { page, look, found } = await start(open, '&by=nobody', { ...options, webgl: false })
      await look('a link that cannot be read')
      const handle = page.locator('.sheet-handle')
      if (await handle.isVisible()) await handle.click()
      await lookAtViews(page, look)
      await lookAtDialogs(page, look)
      expect(found).toEqual({})
    })
  }
})
