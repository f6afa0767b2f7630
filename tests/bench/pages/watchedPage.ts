import type { CDPSession, Page, Request } from 'playwright-core'
import { type BuiltSite, SERVED_FOLDER } from './builtSite'

const SCREEN = { width: 1440, height: 900 }
/** A step is over when the page has asked for nothing and was idle for so long, ms. */
const QUIET_MS = 1500
const LOOK_MS = 50

/** What a step in the page took. */
export interface Step {
  /** Of the served folder. */
  readonly bytes: number
  readonly requests: number
  /** Until the last byte of the folder came, or the last change of the page. */
  readonly ms: number
  /** Script of the page's main thread, in time of the processor. */
  readonly scriptMs: number
}

export interface WatchedPage {
  readonly page: Page
  /** From the start of the navigation. */
  readonly opened: Step
  watch(run: () => Promise<unknown>): Promise<Step>
  /** Goes to an address of the open page as Back and Forward do. */
  goTo(query: string): Promise<void>
}

/** Opens the site at an address with an empty cache, and watches what it fetches of its folder. */
export async function openWatched(
  { browser, address }: BuiltSite,
  query: string,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: SCREEN, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  // Time of the processor: a busy machine adds nothing.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const traffic = watchTraffic(page)
  const watch = async (run: () => Promise<unknown>): Promise<Step> => {
    const before = { ...traffic, script: await scriptTime(session) }
    const start = performance.now()
    traffic.last = start
    await run()
    while (traffic.open > 0 || performance.now() - traffic.last < QUIET_MS) {
      await page.waitForTimeout(LOOK_MS)
    }
    return {
      bytes: traffic.bytes - before.bytes,
      requests: traffic.requests - before.requests,
      ms: traffic.last - start,
      scriptMs: (await scriptTime(session)) - before.script,
    }
  }
  const opened = await watch(async () => {
    await page.goto(`${address}${addressOf(query)}`)
    await page.locator('[data-map="ready"]').waitFor({ state: 'attached', timeout: 0 })
    await page.locator('.map-mark').first().waitFor({ state: 'attached', timeout: 0 })
    traffic.last = performance.now()
  })
  const goTo = (query: string) =>
    page.evaluate((search) => {
      history.pushState(null, '', search)
      dispatchEvent(new PopStateEvent('popstate'))
    }, addressOf(query))
  return { page, opened, watch, goTo }
}

function addressOf(query: string): string {
  return `?data=${SERVED_FOLDER}/dataset.json${query}`
}

interface Traffic {
  bytes: number
  requests: number
  /** Requests that are not answered. */
  open: number
  /** When the last one was answered. */
  last: number
}

function watchTraffic(page: Page): Traffic {
  const traffic = { bytes: 0, requests: 0, open: 0, last: 0 }
  const isOfFolder = (request: Request) => request.url().includes(`/${SERVED_FOLDER}/`)
  page.on('request', (request) => {
    if (!isOfFolder(request)) return
    traffic.requests++
    traffic.open++
  })
  page.on('requestfinished', async (request) => {
    if (!isOfFolder(request)) return
    const { responseBodySize } = await request.sizes()
    traffic.bytes += responseBodySize
    traffic.open--
    traffic.last = performance.now()
  })
  // The page stops what it no longer needs.
  page.on('requestfailed', (request) => {
    if (isOfFolder(request)) traffic.open--
  })
  return traffic
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0)
}
