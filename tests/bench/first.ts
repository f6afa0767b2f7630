import type { Browser } from 'playwright-core'
import { openBuiltSite } from './pages/builtSite'
import { type BenchRow, median } from './row'

const RUNS = 7

interface Screen {
  readonly width: number
  readonly height: number
  /** How many times slower the processor is made. */
  readonly slower: number
}
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const SCREENS: readonly Screen[] = [
  { ...DESK, slower: 1 },
  { ...PHONE, slower: 1 },
  { ...DESK, slower: 4 },
  { ...PHONE, slower: 4 },
]

/** Milliseconds from the start of the navigation to the frame that shows each. */
interface FirstView {
  readonly list: number
  readonly map: number
}

declare global {
  interface Window {
    firstView: Promise<FirstView>
  }
}

/** The first view of the built site in a real browser with an empty cache, each time a new one. */
export async function benchFirst(): Promise<BenchRow[]> {
  const { browser, address, close } = await openBuiltSite()
  const rows: BenchRow[] = []
  try {
    for (const screen of SCREENS) {
      const views: FirstView[] = []
      for (let run = 0; run < RUNS; run++) {
        views.push(await openSite(browser, address, screen))
      }
      const slower = screen.slower > 1 ? `, processor ${screen.slower} times slower` : ''
      rows.push({
        what: `marks and shading in the first view, ${screen.width} px wide${slower}`,
        ours: median(views.map(({ map }) => map)),
        unit: 'ms',
        alternative: { name: 'the list', value: median(views.map(({ list }) => list)) },
        target: 'at least 0.91×',
      })
    }
  } finally {
    await close()
  }
  return rows
}

async function openSite(browser: Browser, site: string, screen: Screen): Promise<FirstView> {
  const { slower, ...viewport } = screen
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.addInitScript(watchFirstView)
    await page.goto(site)
    return await page.evaluate(() => window.firstView)
  } finally {
    await context.close()
  }
}

/** Runs in the page, before its scripts. */
function watchFirstView(): void {
  const has = (selector: string) => document.querySelector(selector) !== null
  /** Resolves once a frame with all of these is on its way to the screen. */
  const shown = (selectors: readonly string[]) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (!selectors.every(has)) requestAnimationFrame(look)
        else setTimeout(() => resolve(performance.now()))
      }
      requestAnimationFrame(look)
    })
  window.firstView = (async () => {
    const shading = '[data-map="ready"], .map svg [data-area]'
    const [list, map] = await Promise.all([
      shown(['[data-incident]']),
      shown(['.map-mark', shading]),
    ])
    return { list, map }
  })()
}
