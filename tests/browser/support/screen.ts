import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** The two days of the reports the project began with. */
export const TWO_DAYS = '?from=2022-11-29&to=2022-11-30'

/** Waits until what the reader did last has been drawn: the page renders in the next frame. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
      }),
  )
}

/** Ids of the reports in the list, in its order. */
export async function listedIds(page: Page): Promise<(string | null)[]> {
  await drawn(page)
  const articles = page.getByRole('list', { name: 'Reports' }).locator('[data-incident]')
  return articles.evaluateAll((all) => all.map((each) => each.getAttribute('data-incident')))
}

/** What the status region announces. */
export async function announced(page: Page): Promise<string> {
  await drawn(page)
  return (await page.getByRole('status').first().textContent()) ?? ''
}

/** Names of the marks on the map, each with its counts. */
export async function marks(page: Page): Promise<(string | null)[]> {
  await drawn(page)
  const buttons = page.getByRole('region', { name: /^Map of reported/ }).locator('.map-mark')
  return buttons.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
}

/** Takes an item of the Export menu and gives the file's name and text. */
export async function exported(page: Page, item: string): Promise<{ name: string; text: string }> {
  const { name, bytes } = await exportedBytes(page, item)
  return { name, text: bytes.toString('utf8') }
}

export async function exportedBytes(page: Page, item: string) {
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** The marks, and names of focus districts, that something lies over, each with what does. */
export async function findCovered(page: Page): Promise<string[]> {
  await drawn(page)
  return page.evaluate(() => {
    const find = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility())
    const focus = ['Kalbajar', 'Lachin', 'Shusha', 'Aghdam']
    const names = find('.map-names text').filter(({ textContent }) => focus.includes(textContent))
    const tools =
      '.legend, .map-tools .tool, .map-controls, .maplibregl-ctrl, .card-place, .slice-sentence, .map-credits'
    return [...find('.map-mark'), ...names].flatMap((each) => {
      const a = each.getBoundingClientRect()
      return find(tools).flatMap((tool) => {
        const b = tool.getBoundingClientRect()
        const isAcross = a.left < b.right && b.left < a.right
        if (!isAcross || a.top >= b.bottom || b.top >= a.bottom) return []
        return `${tool.className} over ${each.getAttribute('aria-label') ?? each.textContent}`
      })
    })
  })
}
