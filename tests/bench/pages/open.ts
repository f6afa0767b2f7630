import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../browser/support/chromium'

const FOLDER = 'tests/bench/pages'

/** A real browser at the page of measurements. */
export interface Pages {
  /** Measures on a page of its own: what one leaves behind does not slow down the next. */
  measure<Result>(run: (page: Page) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Serves the page with what it imports and the site's data. Run from the repository's root. */
export async function openPages(): Promise<Pages> {
  const server = await createServer({
    configFile: 'vite.config.ts',
    base: '/',
    // Apart from that of `npm run dev`, which is set up for other pages.
    cacheDir: 'node_modules/.cache/bench-pages',
    optimizeDeps: { entries: [`${FOLDER}/*.html`, `${FOLDER}/*Worker.ts`, 'src/worker.ts'] },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    logLevel: 'error',
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  })
  return {
    async measure(run) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
      await page.goto(`${server.resolvedUrls?.local[0]}${FOLDER}/page.html`)
      await page.locator('body[data-ready]').waitFor()
      const result = await run(page)
      await page.close()
      return result
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
