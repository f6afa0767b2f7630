import { formatNumber, perLanguage } from '../../messages/intl'
import type { CalendarUnit, Day } from '../../model/day'
import { addDays, dateOf, sliceAround, splitWindow } from '../../model/day'
import { yearWords } from '../shared/words'
import { shortMonth } from './dateLabels'
import { dayWidth, type Scale, xOf } from './scale'

/** A label under the plot. `x` is the left edge of its day and of the label. */
export interface Tick {
  readonly day: Day
  readonly x: number
  readonly label: string
  readonly kind: 'month' | 'day'
}

/** Where two labels would overlap, the lower rank stays. */
interface RankedTick extends Tick {
  readonly rank: number
}

/** px: a generous width of a character at 12 px. Labels are placed before they are drawn. */
const CHARACTER = 7
const GAP = 10
const YEAR_STEPS = [1, 2, 5, 10, 20, 50]
/** A day in January: adding 31 days, eleven times, visits each month. */
const FIRST_DAY = 0 as Day
/** px that labels may extend into the right margin. */
const OVERHANG = 24

/** The maximum width of a label, in pixels. */
export function labelWidth(label: string): number {
  return label.length * CHARACTER
}

/**
 * Labels that never overlap: the months (each third, or each January, if there is less room), with
 * the year at the left edge and at each January, and Mondays between them where a bar is a day; the
 * years where a bar is one.
 * None in a plot without width.
 */
export function buildTicks(scale: Scale, unit: CalendarUnit): Tick[] {
  const step = monthStep(scale)
  if (unit === 'year') return buildYearTicks(scale)
  const months = splitWindow(scale.range, 'month').map(({ from }) => from)
  const [edge, ...later] = months
  const named = later.filter((day) => monthOf(day) % step === 0)
  if (edge !== undefined && isEdgeNamed(scale, edge, named[0])) named.unshift(edge)
  const wanted = named.map((day, index): RankedTick => {
    const isYear = index === 0 || monthOf(day) === 0
    const label = shortMonth(day, isYear)
    return { day, x: xOf(scale, day), label, kind: 'month', rank: isYear ? 0 : 1 }
  })
  const mondays = unit === 'day' ? mondaysOf(scale) : []
  const byRank = [...wanted, ...mondays].sort((a, b) => a.rank - b.rank || a.x - b.x)
  const kept: Tick[] = []
  for (const { rank: _, ...tick } of byRank) {
    const end = tick.x + labelWidth(tick.label)
    const free = kept.every(
      (other) => end + GAP <= other.x || other.x + labelWidth(other.label) + GAP <= tick.x,
    )
    if (free && end <= scale.width + OVERHANG) kept.push(tick)
  }
  return kept.sort((a, b) => a.x - b.x)
}

/** Round years. */
function buildYearTicks(scale: Scale): Tick[] {
  const year = 365 * dayWidth(scale)
  const step = YEAR_STEPS.find((step) => step * year >= labelWidth('2000') + GAP) ?? 100
  return splitWindow(scale.range, 'year').flatMap(({ from: day }): Tick[] => {
    const [x, label] = [xOf(scale, day), yearWords(day)]
    const isLabelled = dateOf(day).getUTCFullYear() % step === 0
    const isRoom = x + labelWidth(label) <= scale.width + OVERHANG
    return isLabelled && isRoom ? [{ day, x, label, kind: 'month' }] : []
  })
}

/**
 * Whether the month at the left edge is labelled with its year: not when it is cut short, or when
 * it would push out a January, which has its own year.
 */
function isEdgeNamed(scale: Scale, edge: Day, next: Day | undefined): boolean {
  if (next === undefined) return true
  const isRoom = xOf(scale, next) >= labelWidth(shortMonth(edge, true)) + GAP
  return isRoom || (edge === sliceAround(edge, 'month').from && monthOf(next) !== 0)
}

/** The widest month without a year, `Sept` in English, with its gap. */
const monthLabel = perLanguage(() => {
  const months = Array.from({ length: 12 }, (_, month) => addDays(FIRST_DAY, 31 * month))
  return Math.max(...months.map((day) => labelWidth(shortMonth(day, false)))) + GAP
})

/** Every month, each third or each January: the smallest step that leaves room for labels. */
function monthStep(scale: Scale): number {
  const month = 30 * dayWidth(scale)
  return [1, 3].find((step) => step * month >= monthLabel()) ?? 12
}

function mondaysOf(scale: Scale): RankedTick[] {
  const { from, to } = scale.range
  const ticks: RankedTick[] = []
  for (let day = addDays(sliceAround(from, 'week').from, 7); day <= to; day = addDays(day, 7)) {
    const label = formatNumber(dateOf(day).getUTCDate())
    ticks.push({ day, x: xOf(scale, day), label, kind: 'day', rank: 2 })
  }
  return ticks
}

function monthOf(day: Day): number {
  return dateOf(day).getUTCMonth()
}
