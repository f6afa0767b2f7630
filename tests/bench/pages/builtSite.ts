import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../browser/support/chromium'

const OUT = 'node_modules/.cache/bench-site'
const CONFIG = { configFile: 'vite.config.ts', logLevel: 'error' } as const
/** Where the site has the folder that is given, from its root. */
export const SERVED_FOLDER = 'published'

export interface BuiltSite {
  readonly address: string
  readonly browser: Browser
  close(): Promise<void>
}

/**
 * Builds the site, serves it, with a folder if one is given, and starts a browser. Run from the
 * repository's root.
 */
export async function openBuiltSite(folder?: string): Promise<BuiltSite> {
  await build({ ...CONFIG, build: { outDir: OUT, emptyOutDir: true } })
  if (folder) symlinkSync(resolve(folder), join(OUT, SERVED_FOLDER))
  const server = await preview({ ...CONFIG, build: { outDir: OUT }, preview: { port: 0 } })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  })
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    browser,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
