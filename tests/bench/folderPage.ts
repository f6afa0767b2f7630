import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import type { Page } from 'playwright-core'
import { DECOMPRESS } from '../../src/publish/gzip'
import { type BuiltSite, openBuiltSite } from './pages/builtSite'
import { openWatched, type Step } from './pages/watchedPage'
import type { BenchRow } from './row'

const MEGABYTE = 1e6
/** How far the map is dragged, px. */
const PAN = 300
const MONTH = '&from=2010-05-01&to=2010-05-31'

/** Uses a published folder in the built site, in a real browser; beside opening a file in it. */
export async function benchFolderPage(folder: string, file?: string): Promise<BenchRow[]> {
  const areas = await areasBySize(folder)
  const site = await openBuiltSite(folder)
  try {
    const { page, opened, watch, goTo } = await openWatched(site, '')
    const press = async (name: string) => {
      // Finding the button is a script too.
      await page.getByRole('button', { name }).focus()
      return watch(() => page.keyboard.press('Enter'))
    }
    const moved = await watch(() => goTo(MONTH))
    const next = await press('Next slice')
    const back = await press('Previous slice')
    const panned = await watch(() => drag(page))
    const lines = [
      ...linesOf('first view', opened, 'at most 1 MB'),
      ...linesOf('window moved to a month years away', moved, ''),
      ...linesOf('window moved to the next month', next, ''),
      ...linesOf('window moved back', back, 'at most 100 ms of script'),
      ...linesOf(`map dragged by ${PAN} px`, panned, ''),
    ]
    for (const [what, area] of [
      ['district with most reports', areas.at(0)],
      ['district in the middle', areas.at(areas.length / 2)],
    ]) {
      const read = await watch(async () => {
        await goTo(`${MONTH}&area=${area}`)
        // Read without asking if it is little.
        const button = page.getByRole('button', { name: /^Read them/ })
        await button.click({ timeout: 2000 }).catch(() => {})
      })
      lines.push(...linesOf(`reports of a month of the ${what}`, read, 'at most 0.5 MB'))
    }
    await page.context().close()
    return file ? [...lines, await openFile(site, file)] : lines
  } finally {
    await site.close()
  }
}

async function openFile({ browser, address }: BuiltSite, file: string): Promise<BenchRow> {
  const page = await browser.newPage()
  await page.goto(address)
  await page.locator('[data-map="ready"]').waitFor({ state: 'attached', timeout: 0 })
  await page.getByRole('button', { name: 'Open file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your data' })
  const start = performance.now()
  await dialog.locator('input[type=file]').setInputFiles(file)
  await page.locator('#report-title').waitFor({ timeout: 0 })
  const what = `a file opened in the page, ${Math.round(statSync(file).size / MEGABYTE)} MB`
  return { what, ours: performance.now() - start, unit: 'ms', target: '' }
}

/** Ids of areas, that with most rows of reports first. */
async function areasBySize(folder: string): Promise<readonly string[]> {
  const { buffer } = new Uint8Array(readFileSync(join(folder, 'reports.parquet')))
  const sizes = new Map<string, number>()
  for (const { areas, rows } of await parquetReadObjects({
    file: buffer,
    compressors: DECOMPRESS,
  })) {
    sizes.set(areas, (sizes.get(areas) ?? 0) + rows)
  }
  const single = [...sizes].filter(([areas]) => /^\S+$/.test(areas))
  return single.toSorted(([, a], [, b]) => b - a).map(([area]) => area)
}

async function drag(page: Page): Promise<void> {
  const box = await page.locator('#map').boundingBox()
  if (!box) throw new Error('there is no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - PAN, y - PAN, { steps: 5 })
  await page.mouse.up()
}

function linesOf(
  what: string,
  { bytes, requests, ms, scriptMs }: Step,
  target: string,
): BenchRow[] {
  const about = `${what}: ${requests} requests, ${Math.round(scriptMs)} ms of script`
  return [
    { what: about, ours: ms, unit: 'ms', target: '' },
    { what: `${what}, data`, ours: bytes / MEGABYTE, unit: 'MB', target },
  ]
}
