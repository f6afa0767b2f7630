import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { CHROMIUM_ARGUMENTS } from './chromium'

export interface OpenOptions
  extends Pick<BrowserContextOptions, 'timezoneId' | 'viewport' | 'colorScheme'> {
  /** A phone: touch, and two device pixels to one of the page. */
  readonly touch?: boolean
  /** False: the browser has no WebGL, so there is no map. */
  readonly webgl?: boolean
  /** True: the site as it ships, whose records grow. */
  readonly shipped?: boolean
  /** True: the site of the invented conflict. */
  readonly orlavia?: boolean
  /** True: the site is kept in the browser, by its service worker. */
  readonly offline?: boolean
  /** True: the browser has never been here. */
  readonly firstVisit?: boolean
  /** Problems that the test brings about on purpose; any other fails it. */
  readonly allow?: readonly RegExp[]
  /** Runs before the address is opened: to break a data file, for instance. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Opens the frozen site at a query and waits until its data is on the screen. */
export type Open = (query?: string, options?: OpenOptions) => Promise<Page>

/**
 * Vitest's `test` with `open`. Console errors, uncaught exceptions and requests to other origins fail the
 * test that they happen in, unless its `allow` names them.
 */
export const test = base.extend<{ browser: Browser; open: Open }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures that are used from the pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: inject('chromium'),
        args: [...CHROMIUM_ARGUMENTS],
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  open: async ({ browser }, use) => {
    const problems: string[] = []
    const undo: (() => Promise<void>)[] = []
    await use(async (query = '', options = {}) => {
      const site = inject(siteOf(options))
      const context = await browser.newContext(contextOptions(options, new URL(site).origin))
      undo.push(() => context.close())
      const page = await context.newPage()
      watch(page, new URL(site).origin, (problem) => {
        if (!options.allow?.some((pattern) => pattern.test(problem))) problems.push(problem)
      })
      if (options.webgl === false) await page.addInitScript(withoutWebGl)
      await options.prepare?.(page)
      await page.goto(site + query)
      await pageReady(page)
      return page
    })
    for (const close of undo) await close()
    expect(problems).toEqual([])
  },
})

/** Waits until the data is on the screen. */
export async function pageReady(page: Page): Promise<void> {
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
}

/** Waits until the map has drawn, or has said that there is none; gives which. */
export async function mapSettled(page: Page): Promise<'ready' | 'none'> {
  const region = page.locator('[data-map="ready"], [data-map="none"]').first()
  await region.waitFor({ state: 'attached' })
  return (await region.getAttribute('data-map')) as 'ready' | 'none'
}

function siteOf({ shipped, orlavia }: OpenOptions) {
  if (shipped) return 'shippedSite'
  return orlavia ? 'orlaviaSite' : 'site'
}

/** What the site keeps of a visit before. */
const localStorage = [{ name: 'contactline-hint-dismissed', value: 'yes' }]

function contextOptions(options: OpenOptions, origin: string): BrowserContextOptions {
  const { timezoneId = 'Asia/Baku', colorScheme = 'light' } = options
  const { viewport = { width: 1280, height: 800 }, touch, offline } = options
  return {
    ...{ locale: 'en-GB', reducedMotion: 'reduce', acceptDownloads: true },
    ...{ timezoneId, viewport, colorScheme },
    // It would answer in place of what tests break.
    ...(!offline && { serviceWorkers: 'block' as const }),
    ...(!options.firstVisit && {
      storageState: { cookies: [], origins: [{ origin, localStorage }] },
    }),
    ...(touch && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  }
}

function watch(page: Page, origin: string, report: (problem: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => report(`exception: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) report(`request: ${url}`)
  })
}

/** Runs in the page. */
function withoutWebGl(): void {
  const getContext = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    ...rest: unknown[]
  ) {
    return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest])
  } as typeof getContext
}
