import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../browser/support/chromium'

const FOLDER = 'tests/bench/pages'

/** A page below the repository's root, and the selector of what it has once it is ready. */
interface Place {
  readonly path: string
  readonly ready: string
}
const MEASUREMENTS: Place = { path: `${FOLDER}/page.html`, ready: 'body[data-ready]' }

/** A real browser at the page of measurements. */
export interface Pages {
  /** Measures on a page of its own, where what one leaves behind does not slow down the next: that of measurements, or another. */
  measure<Result>(run: (page: Page) => Promise<Result>, at?: Place): Promise<Result>
  close(): Promise<void>
}

/** Serves the page with what it imports and the site's data. Run from the repository's root. */
export async function openPages(): Promise<Pages> {
  const server = await createServer({
    configFile: 'vite.config.ts',
    base: '/',
    // Apart from that of `npm run dev`, which is set up for other pages.
    cacheDir: 'node_modules/.cache/bench-pages',
    optimizeDeps: {
      entries: ['index.html', `${FOLDER}/*.html`, `${FOLDER}/*Worker.ts`, 'src/files/worker.ts'],
    },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    logLevel: 'error',
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  })
  return {
    async measure(run, { path, ready } = MEASUREMENTS) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
      await page.goto(`${server.resolvedUrls?.local[0]}${path}`)
      await page.locator(ready).waitFor({ state: 'attached' })
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
