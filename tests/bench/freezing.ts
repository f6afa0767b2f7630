import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openPages, type Pages } from './pages/open'
import { type BenchRow, median } from './row'
import { ucdpLikeBytes } from './ucdp'

const ROWS = 400_000
const RUNS = 3
/** What is still to be drawn when the report on the file is there, ms. */
const AFTER_MS = 2000
const MICROSECONDS = 1000
const MARK = 'contactline-main-thread'

/** The longest time that the page stands still while a large file is opened in it and shown. */
export async function benchFreezing(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'contactline-'))
  const pages = await openPages()
  try {
    const file = join(folder, 'ged.csv')
    const bytes = ucdpLikeBytes(ROWS)
    writeFileSync(file, bytes)
    const ours: number[] = []
    for (let run = 0; run < RUNS; run++) ours.push(await openedInSite(pages, file))
    const size = Math.round(bytes.length / 1e6)
    return [
      {
        what: `longest task of the page while a file of ${ROWS.toLocaleString('en')} rows, ${size} MB, is opened and shown`,
        ours: median(ours),
        unit: 'ms',
        alternative: {
          name: 'Papa Parse on the page, reading only',
          value: await readOnPage(pages, file),
        },
        target: 'no longer than before',
      },
    ]
  } finally {
    await pages.close()
    rmSync(folder, { recursive: true })
  }
}

function openedInSite(pages: Pages, file: string): Promise<number> {
  return pages.measure(
    async (page) => {
      await page.locator('[data-map="ready"]').waitFor()
      await page.getByRole('button', { name: 'Open file' }).click()
      const dialog = page.getByRole('dialog', { name: 'Your data' })
      const chosen = dialog.locator('input[type=file]')
      await chosen.waitFor({ state: 'attached' })
      return longestTask(page, async () => {
        await chosen.setInputFiles(file)
        await page.locator('#report-title').waitFor({ timeout: 0 })
        await page.waitForTimeout(AFTER_MS)
      })
    },
    { path: '', ready: 'html[data-ready="true"]' },
  )
}

function readOnPage(pages: Pages, file: string): Promise<number> {
  return pages.measure(async (page) => {
    const chosen = await page.evaluateHandle(() => {
      const input = document.createElement('input')
      input.type = 'file'
      return document.body.appendChild(input)
    })
    await chosen.setInputFiles(file)
    return longestTask(page, () =>
      chosen.evaluate(async ({ files }) => {
        const [read] = files ?? []
        if (read) await window.measures.readOnPage(read)
      }),
    )
  })
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
}

/** Milliseconds of the longest task of a page's main thread while it does something. */
async function longestTask(page: Page, run: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing']
  await browser.startTracing(page, { categories })
  await page.evaluate((name) => performance.mark(name), MARK)
  await run()
  const trace = JSON.parse((await browser.stopTracing()).toString())
  const events: readonly TraceEvent[] = trace.traceEvents
  const mark = events.find(({ name }) => name === MARK)
  if (!mark) throw new Error('the trace lacks its mark')
  // What came before the mark is the trace's own beginning.
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === 'RunTask' && pid === mark.pid && tid === mark.tid && ts >= mark.ts,
  )
  return tasks.reduce((most, { dur = 0 }) => Math.max(most, dur), 0) / MICROSECONDS
}
