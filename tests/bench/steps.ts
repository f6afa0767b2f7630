import type { Locator, Page } from 'playwright-core'
import { type BuiltSite, openBuiltSite } from './pages/builtSite'
import { type BenchRow, median } from './row'

const TURNS = 7
/** After a key, until names and buttons have followed, ms. */
const REST_MS = 600
const MONTHS = '?from=2022-03-01&to=2022-03-31&unit=month'
const REDRAW = 'F9'

interface Screen {
  readonly width: number
  readonly height: number
  /** How many times slower the processor is made. */
  readonly slower: number
}
const SCREENS: readonly Screen[] = [
  { width: 1440, height: 900, slower: 1 },
  { width: 390, height: 844, slower: 4 },
]

interface Measured {
  /** From the key to the frame on the screen, ms. */
  readonly time: number
  readonly mapFrames: number
}

declare global {
  interface Window {
    keyTimes: number[]
    mapFrames: Set<number>
  }
}

/** A step of the window and a filter, from the key to the frame on the screen, in the built site. */
export async function benchSteps(): Promise<BenchRow[]> {
  const site = await openBuiltSite()
  try {
    const rows: BenchRow[] = []
    for (const screen of SCREENS) rows.push(...(await benchScreen(site, screen)))
    return rows
  } finally {
    await site.close()
  }
}

async function benchScreen({ browser, address }: BuiltSite, screen: Screen): Promise<BenchRow[]> {
  const { slower, ...viewport } = screen
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchKeys, REDRAW)
    await page.goto(address + MONTHS)
    await page.locator('[data-map="ready"]').waitFor({ state: 'attached' })
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const party = page.getByRole('checkbox', { name: /^Armenia/ })
    const step = () =>
      press(page, 'Enter', slower, page.getByRole('button', { name: 'Next slice' }))
    const filter = () => press(page, 'Space', slower, party)
    const redraw = () => press(page, REDRAW, slower)
    const where = `${screen.width} px wide${slower > 1 ? `, processor ${slower} times slower` : ''}`
    // One after the other: on a phone, the sheet with the filters covers the timeline.
    return [
      await compare(`a step of a month, ${where}`, step, redraw),
      await compare(`a filter, ${where}`, filter, redraw),
    ]
  } finally {
    await context.close()
  }
}

/** Takes turns between a key and one that draws the map and changes nothing. */
async function compare(
  what: string,
  change: () => Promise<Measured>,
  redraw: () => Promise<Measured>,
): Promise<BenchRow> {
  const [ours, others]: [Measured[], Measured[]] = [[], []]
  for (let turn = 0; turn <= TURNS; turn++) {
    const [changed, redrawn] = [await change(), await redraw()]
    if (turn === 0) continue
    ours.push(changed)
    others.push(redrawn)
  }
  const time = (measured: readonly Measured[]) => median(measured.map(({ time }) => time))
  return {
    what: `${what}; map frames: at most ${Math.max(...ours.map(({ mapFrames }) => mapFrames))}`,
    ours: time(ours),
    unit: 'ms',
    alternative: { name: 'the same map drawn again', value: time(others) },
    target: 'at least 0.8×, one map frame',
  }
}

async function press(page: Page, key: string, slower: number, on?: Locator): Promise<Measured> {
  await on?.evaluate((element) => element.focus({ preventScroll: true }))
  await page.waitForTimeout(REST_MS * slower)
  await page.evaluate(() => {
    window.keyTimes = []
    window.mapFrames.clear()
  })
  await page.keyboard.press(key)
  await page.waitForFunction(() => window.keyTimes.length > 0)
  await page.waitForTimeout(REST_MS * slower)
  return page.evaluate(() => ({
    time: Math.max(...window.keyTimes),
    mapFrames: window.mapFrames.size,
  }))
}

/** Runs in the page, before its scripts. */
function watchKeys(redraw: string): void {
  window.keyTimes = []
  window.mapFrames = new Set()
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (/^(key|click)/.test(name)) window.keyTimes.push(duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  const { drawElements } = WebGL2RenderingContext.prototype
  WebGL2RenderingContext.prototype.drawElements = function (...call) {
    window.mapFrames.add(Number(document.timeline.currentTime))
    Reflect.apply(drawElements, this, call)
  }
  // MapLibre draws its map again when the browser comes online.
  addEventListener('keydown', ({ key }) => {
    if (key === redraw) dispatchEvent(new Event('online'))
  })
}
