import { expect } from 'vitest'
import { findings } from './support/axe'
import { exported, listedIds, marks, TWO_DAYS } from './support/screen'
import { mapSettled, test } from './support/site'

test('“Colour by” changes marks, bars and the link, but no export', async ({ open }) => {
  const page = await open(TWO_DAYS)
  await mapSettled(page)
  const take = async () => {
    const files = [await exported(page, 'GeoJSON (districts)'), await exported(page, 'CSV')]
    // When it was made is the only thing that two exports of a slice may differ in.
    return files.map(({ name, text }) => [name, text.replace(/"generated": ?"[^"]*"/, '')])
  }
  const counts = (labels: readonly (string | null)[]) =>
    labels.map((label) => label?.match(/^.* reports?(?=, )/)?.[0])
  const choice = page.getByLabel('Colour by')
  const byParty = { marks: await marks(page), ids: await listedIds(page), files: await take() }
  expect(byParty.marks.join()).toMatch(/reports?, Azerbaijan \d/)

  for (const [id, word] of [
    ['accused', /reports?, accused: /],
    ['agreement', /reports?, (one side|denied|both sides) \d/],
  ] as const) {
    await choice.selectOption(id)
    await page.waitForFunction((colour) => location.search.includes(colour), `colour=${id}`)
    await expect.poll(async () => (await marks(page)).join('\n')).toMatch(word)
    expect(counts(await marks(page))).toEqual(counts(byParty.marks))
    expect(await listedIds(page)).toEqual(byParty.ids)
    expect(await take()).toEqual(byParty.files)
    expect(await findings(page)).toEqual([])
  }
  const groups = page.getByRole('list', { name: 'Colours' }).getByRole('listitem')
  expect(await groups.allTextContents()).toContain('Claimed by one side only')
  const bar = page.getByRole('option', { name: /28 November 2022: .*(one side|denied) \d/ })
  await expect.poll(() => bar.count()).toBe(1)

  await choice.selectOption('party')
  await page.waitForFunction(() => !location.search.includes('colour='))
  await expect.poll(() => marks(page)).toEqual(byParty.marks)
})
