import { expect, test } from 'vitest'
import { setUnit, showRecords, showWholeDataset, stepWindow } from '../../src/app/actions'
import { timeWindow } from '../../src/app/state'
import { addDays, lengthOf } from '../../src/model/day'
import { coverage } from '../../src/query/coverage'
import { gaps, tableBins, visibleBins } from '../../src/ui/timeline/bins'
import { dates, drawn, slices } from '../../src/ui/timeline/dates/DateToggle'
import { spanOf } from '../../src/ui/timeline/scale'
import { extent, scale, showRange, width } from '../../src/ui/timeline/visibleRange'
import { openReports, textFile } from '../support/open'
import { list, OWN, row, table } from './inputs'

/** A report each year from 1900 on. */
async function showYears(n: number): Promise<void> {
  const rows = list(n, (year) => row(`r${year}`, { date: `${1900 + year}-06-15` }))
  const { dataset } = await openReports([textFile(table(OWN, ...rows))])
  showRecords(dataset)
  showWholeDataset()
}

test.each([1, 20, 100, 200])('of %i years only what is visible is counted and drawn', async (n) => {
  await showYears(n)
  setUnit('day')
  drawn.value = list(20, (index) => index + 60)
  for (const pixels of [320, 1200]) {
    width.value = pixels
    for (let days = lengthOf(extent.value); days > 14; days = Math.floor(days / 3)) {
      showRange({ from: extent.value.from, to: addDays(extent.value.from, days - 1) })
      expect(visibleBins.value.length).toBeLessThan(pixels)
      for (const { range } of visibleBins.value.slice(1, -1))
        expect(spanOf(scale.value, range).width).toBeGreaterThanOrEqual(1)
      expect(gaps.value.length).toBeLessThan(pixels)
    }
  }
  expect(tableBins.value.length).toBeLessThanOrEqual(240)
  expect(slices.value.length).toBe(lengthOf(timeWindow.value))
  expect(dates.value.size).toBeLessThanOrEqual(400)
  for (let step = 0; step < 3; step++) expect(stepWindow(1) || n === 1).toBe(true)
})

test('a year that nobody can mean refuses its row, and the span is that of the others', async () => {
  const typo = row('typo', { date: '0202-11-29' })
  const { dataset, imported } = await openReports([textFile(table(OWN, row('a'), typo, row('b')))])
  expect(imported.rows.start).toHaveLength(3)
  expect(dataset.span && lengthOf(dataset.span)).toBe(1)
  expect(coverage(dataset)).toHaveLength(1)
})
