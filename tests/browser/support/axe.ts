import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { drawn } from './screen'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, as lines that name the rule and the element. */
export async function findings(page: Page): Promise<string[]> {
  await drawn(page)
  await page.evaluate(AXE)
  const results: AxeResults = await page.evaluate(
    (tags) =>
      // @ts-expect-error axe is put into the page by the line above
      window.axe.run(document, { runOnly: tags }),
    TAGS,
  )
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !isRange(id, html))
      .map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  )
}

/** A number on a mark or in a table, `2–5`, is in its name in words: at least 2, up to 5. */
function isRange(rule: string, html: string): boolean {
  const isNumber = html.includes('class="map-mark ') || />\d+–\d+<\/button>$/.test(html)
  return rule === 'label-content-name-mismatch' && isNumber
}
