import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { drawn } from './support/screen'
import { test } from './support/site'

const ALL_DATES = '?from=2020-11-26&to=2023-09-21&unit=month'

/** Left and top edge of everything that must stay where it is. */
async function places(page: Page, selector: string): Promise<(readonly [number, number])[]> {
  await drawn(page)
  return page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((each) => [each.getBoundingClientRect().x, each.getBoundingClientRect().y] as const),
    )
}

test('nothing moves or overlaps when a date is switched', async ({ open }) => {
  for (const query of ['', ALL_DATES]) {
    const page = await open(query, { webgl: false, viewport: { width: 1440, height: 900 } })
    const fixed = '.search, .choice, .tab, .date, .plot, .possible-switch'
    const before = await places(page, fixed)
    await page.locator('.date').nth(2).click()
    await page.locator('.date[aria-pressed="false"]').waitFor()
    expect(await places(page, fixed)).toEqual(before)
    const overlaps = await page.locator('.filters > .choices .choice').evaluateAll((all) =>
      all.filter((choice) => {
        const [label, count] = ['.choice-label', '.choice-count'].map((part) => {
          const text = document.createRange()
          text.selectNodeContents(choice.querySelector(part) as Element)
          return text.getBoundingClientRect()
        })
        return !label || !count || label.right > count.left
      }),
    )
    expect(overlaps).toEqual([])
    await page.context().close()
  }
})

test('the panel says where the reports are, and why the map adds up to more', async ({ open }) => {
  const page = await open('', { webgl: false })
  const notes = page.locator('.count-notes')
  await expect
    .poll(() => notes.textContent())
    .toMatch(
      /\d+ located, in \d+ districts; a report that names several districts counts in each\./,
    )
  const reason = 'Showing the week this project started from.'
  expect(await notes.textContent()).toContain(reason)
  await page.locator('.date').first().click()
  await expect.poll(() => notes.textContent()).not.toContain(reason)
})
