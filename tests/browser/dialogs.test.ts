import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, close, dialog, heading } from './support/opening'
import { mapSettled, test } from './support/site'

const CONTENTS = /\/DataContents-.*\.js$/
const READER = /\/assets\/worker-.*\.js$/
const openFile = (page: Page) => page.getByRole('button', { name: 'Open file' }).click()

/** Keeps scripts from coming until it is told to let them. */
function holding(script: RegExp) {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const prepare = (page: Page) =>
    page.route(script, async (route) => {
      await held
      await route.continue()
    })
  return { prepare, release: () => release() }
}

test('a dialog is there before what stands in it, and the map keeps its size', async ({ open }) => {
  const { prepare, release } = holding(CONTENTS)
  const page = await open('', { prepare })
  await mapSettled(page)
  await page.locator('.map-canvas').evaluate((map) => {
    // The first time is that of the size it has.
    const sizes: number[] = []
    Object.assign(window, { sizes })
    new ResizeObserver(() => sizes.push(map.clientHeight)).observe(map)
  })
  await openFile(page)
  await dialog(page).getByText('Loading …').waitFor()
  release()
  await dialog(page).locator('input[type=file]').waitFor({ state: 'attached' })
  await close(page)
  expect(await page.evaluate('sizes')).toHaveLength(1)

  // Opened again, it is there at once.
  await page.evaluate(() => {
    const seen = () => {
      if (document.querySelector('dialog .later')) document.body.dataset.waited = 'true'
    }
    new MutationObserver(seen).observe(document.body, { childList: true, subtree: true })
  })
  await openFile(page)
  await dialog(page).locator('input[type=file]').waitFor({ state: 'attached' })
  expect(await page.locator('body[data-waited]').count()).toBe(0)
})

test('while a file is read the dialog can be closed and opened again', async ({ open }) => {
  const { prepare, release } = holding(READER)
  const page = await open('', { prepare, webgl: false })
  await choose(page, 'ucdp.csv')
  const reading = dialog(page).getByText('Reading ucdp.csv …')
  await reading.waitFor()
  await close(page)
  await openFile(page)
  await reading.waitFor()
  release()
  await heading(page, 'ucdp.csv').waitFor()
})

test('a closed dialog comes back when the file cannot be read', async ({ open }) => {
  const { prepare, release } = holding(READER)
  const page = await open('', { prepare, webgl: false })
  await choose(page, { name: 'nothing.csv', text: ' ' })
  await dialog(page).getByText('Reading nothing.csv …').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  release()
  await dialog(page).getByRole('alert').getByText('The file is empty.').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
})
