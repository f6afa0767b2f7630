import { computed, signal } from '@preact/signals'
import {
  asked,
  bars,
  chosen,
  colouring,
  conflict,
  dataset,
  fails,
  folder,
  possible,
} from '../../app/state'
import { covers } from '../../folder/coveredDays'
import type { CalendarUnit, Day, DayRange } from '../../model/day'
import { addDays, contains } from '../../model/day'
import { FACET_KEYS } from '../../model/facets'
import { type Failed, failedConditions } from '../../query/conditions'
import type { Bin, GroupCounts } from '../../query/counts'
import { groupsOf, noneOf } from '../../query/groups'
import { type HistogramOptions, histogram } from '../../query/histogram'
import { tableUnit, wholeSlices } from '../../query/timeSlices'
import { columnsOnFile, type Dataset } from '../../store/dataset'
import { isOnFile } from '../../store/daysOnFile'
import { dayWidth, type Scale, type Span, spanOf } from './scale'
import { extent, scale, visible } from './visibleRange'

/** The bars: whole days, weeks, months or years. */

/** px, with the gap. Narrower bars cannot be distinguished. */
const NARROWEST_BAR = 7

/** px. Before months are narrower, years show more. */
const NARROWEST_MONTH = 2

/** px of one of several bars side by side. */
const NARROWEST_SHARE = 3

/** The finest unit whose bars are wide enough to read; `narrowest` is in pixels. */
export function barUnitFor(scale: Scale, narrowest = NARROWEST_BAR): CalendarUnit {
  const day = dayWidth(scale)
  if (day >= narrowest) return 'day'
  if (day * 7 >= narrowest) return 'week'
  return day * 28 >= NARROWEST_MONTH || day === 0 ? 'month' : 'year'
}

/** The runs of months, or years, without any report on file. */
export function findGaps(dataset: Dataset, slices: readonly DayRange[]): DayRange[] {
  const gaps: DayRange[] = []
  for (const slice of slices) {
    if (isOnFile(columnsOnFile(dataset), slice)) continue
    const last = gaps.at(-1)
    if (last && addDays(last.to, 1) === slice.from)
      gaps[gaps.length - 1] = { from: last.from, to: slice.to }
    else gaps.push(slice)
  }
  return gaps
}

/** A bin of the plot, and whether there is any report on file for it. */
export interface FiledBin extends Bin {
  readonly onFile: boolean
  /** With these filters its reports were not counted. */
  readonly isUnknown?: boolean
  /** What was counted of it. */
  readonly soFar?: GroupCounts
}

/** Bins with the current filters, and whether reports are on file. */
export function filedBins(
  dataset: Dataset,
  fails: Failed,
  ranges: readonly DayRange[],
  options?: HistogramOptions,
): FiledBin[] {
  return histogram(dataset, fails, ranges, options).map((bin) => ({
    ...bin,
    onFile: isOnFile(columnsOnFile(dataset), bin.range),
  }))
}

/** Certain and possible reports of one group of a bin. */
export function countOf(
  { certain, possible }: GroupCounts,
  { index }: { readonly index: number },
): number {
  return (certain[index] ?? 0) + (possible[index] ?? 0)
}

/** Certain and possible reports of a bin together: the height of its bar. */
export function totalOf({ certain, possible }: Bin): number {
  return [...certain, ...possible].reduce((sum, count) => sum + count, 0)
}

/** False while the records load and when loading failed: then nothing is known about any date. */
export const hasRecords = computed(() => dataset.value.span !== null)

/** The same width gives the same unit, whatever days are shown, so that panning keeps the bars. */
export const barUnit = computed(() => {
  const shares = bars.value === 'side-by-side' ? shownGroups.value.length : 0
  return barUnitFor(scale.value, Math.max(NARROWEST_BAR, NARROWEST_SHARE * shares))
})

/** The months of all records; their years where those are very many. */
export const tableBins = computed(() =>
  countBars(wholeSlices(extent.value, tableUnit(extent.value))),
)

/** The groups that have reports on any date with the current filters: what bars can show. */
export const shownGroups = computed(() =>
  groupsOf(conflict.value, colouring.value)
    .map((group, index) => ({ ...group, index }))
    .filter((group) => tableBins.value.some((bin) => countOf(bin.soFar ?? bin, group) > 0)),
)

/** The visible bars. The first and last may extend beyond the plot, but are counted whole. */
export const visibleBins = computed(() =>
  hasRecords.value ? countBars(wholeSlices(visible.value, barUnit.value)) : [],
)

/** The day the pointer, or the keyboard, is at in the plot; null when neither is there. */
export const pointedDay = signal<Day | null>(null)

/** The bar of that day: read out above the plot. */
export const pointedBin = computed(() => {
  const day = pointedDay.value
  return day === null ? null : (visibleBins.value.find(({ range }) => contains(range, day)) ?? null)
})

/** Visible whole months, or years if the bars are, without any report. */
export const gaps = computed(() => {
  if (!hasRecords.value) return []
  const unit = barUnit.value === 'year' ? 'year' : 'month'
  return findGaps(dataset.value, wholeSlices(visible.value, unit))
})

/** Left edge and width of a bar, with a gap to the next. */
export function barBox(scale: Scale, range: DayRange): Span {
  const { x, width } = spanOf(scale, range)
  return { x: x + 0.5, width: Math.max(1, width - (width > 12 ? 2 : 1)) }
}

function countBars(ranges: readonly DayRange[]): FiledBin[] {
  const options = { colouring: colouring.value, possible: possible.value }
  const counted = filedBins(dataset.value, fails.value, ranges, options)
  const [days, known] = [covered.value, overviewFails.value]
  if (!days) return counted
  // Days whose counts were not read are known by party only.
  const others =
    known && overview.value && options.colouring === 'party'
      ? histogram(overview.value, known, ranges, options)
      : null
  return counted.map((bin, at) => {
    if (covers(days, bin.range)) return bin
    const { certain, possible } = others?.[at] ?? noneOf(conflict.value, options.colouring)
    return { ...bin, certain, possible, ...(others === null && { isUnknown: true, soFar: bin }) }
  })
}

/** Of a published folder. A move of the window over days that were read changes neither. */
const covered = computed(() => folder.value?.covered)
const overview = computed(() => folder.value?.overview)

/** What the overview fails of the filters; null where it cannot tell. */
const overviewFails = computed(() => {
  const conditions = { chosen: chosen.value, query: asked.value }
  const isOther = FACET_KEYS.some((key) => key !== 'by' && conditions.chosen[key].size > 0)
  if (!overview.value || isOther || conditions.query.text !== '') return null
  return failedConditions(overview.value, conditions)
})
