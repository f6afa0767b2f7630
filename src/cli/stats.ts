import { countsCsv } from '../export/countsCsv'
import { reportsOf } from '../export/exportRows'
import { buildProvenance } from '../export/provenance'
import { commandLine } from '../messages/compiled/commandLine'
import { formatDay, formatSlice, listSlices } from '../model/day'
import { codedLabel } from '../model/facets'
import { PRECISIONS } from '../model/fields'
import type { Incident } from '../model/report'
import { PLACEMENTS } from '../model/vocabulary'
import { totalOf } from '../query/classes'
import { failedConditions, unfiltered } from '../query/conditions'
import { type Count, noReports } from '../query/counts'
import { countGroups, sumGroups } from '../query/groups'
import { histogram } from '../query/histogram'
import type { Slice } from '../query/slice'
import { sliceDataset } from '../query/sliceDataset'
import { timeSlices } from '../query/timeSlices'
import type { Dataset } from '../store/dataset'
import type { Answer, Call } from './command'
import { answerSlice, oneOf, type Sliced } from './slices'
import { textTable } from './textTable'

/** A line of a table of counts: at least `certain`, up to `certain + possible`. */
interface Line extends Count {
  readonly id: string
  readonly name: string
}

const UNITS = ['day', 'week', 'month'] as const
type CountedUnit = (typeof UNITS)[number]
const FORMATS = ['table', 'csv'] as const

/**
 * `stats`: counts the reports of a slice by day, week or month, by area, party and precision. As
 * CSV, by time and party only.
 */
export function stats(call: Call): Promise<Answer> {
  const unit = oneOf('unit', call.unit ?? 'month', UNITS)
  const isCsv = oneOf('format', call.format ?? 'table', FORMATS) === 'csv'
  return answerSlice(call, (sliced) =>
    isCsv
      ? countsCsv(sliced.opened.dataset, sliced.slice.filter, unit)
      : countsText(sliced, unit, call.json),
  )
}

function countsText(
  { opened: { dataset }, slice, meta }: Sliced,
  unit: CountedUnit,
  json: boolean,
): string {
  const { byTime, ...counts } = countAll(dataset, slice, unit)
  if (json) {
    const contactline = buildProvenance(slice, meta, dataset.conflict)
    const groups = { [`by_${unit}`]: byTime, ...counts }
    return `${JSON.stringify({ contactline, ...groups }, null, 2)}\n`
  }
  const { columnLabels } = dataset.conflict
  // What the filters leave out is on file all the same.
  const whole = sliceDataset(dataset, unfiltered(slice.filter.window))
  const onFile = countAll(dataset, whole, unit)
  const parties = codedLabel(dataset.conflict, 'by') ?? commandLine.statsParty()
  return [
    heading(slice),
    section(commandLine.statsUnit({ unit }), byTime, onFile.byTime),
    section(commandLine.statsArea(), counts.by_area, onFile.by_area),
    section(parties, counts.by_party, onFile.by_party),
    section(commandLine.statsTime(), counts.by_time_precision, onFile.by_time_precision),
    section(commandLine.statsPlace(), counts.by_placement, onFile.by_placement),
    `${columnLabels ? commandLine.statsNoteCoded() : commandLine.statsNote()}\n`,
  ].join('\n')
}

function countAll(dataset: Dataset, slice: Slice, unit: CountedUnit) {
  return {
    byTime: countByTime(dataset, slice, unit),
    by_area: areasOf(dataset, slice),
    by_party: partiesOf(dataset, slice),
    by_time_precision: tally(PRECISIONS, dataset, slice, ({ record }) => record.time_precision),
    by_placement: tally(PLACEMENTS, dataset, slice, ({ placement }) => placement),
  }
}

/**
 * Counts each day, week or month of the window separately: a report of the night between two is
 * possible in both.
 */
function countByTime(dataset: Dataset, { filter }: Slice, unit: CountedUnit): Line[] {
  const ranges = listSlices(timeSlices(dataset, filter.window, unit))
  return histogram(dataset, failedConditions(dataset, filter), ranges, filter).map((bin) => {
    const id = formatSlice(bin.range.from, unit)
    return { id, name: id, ...sumGroups(bin) }
  })
}

function areasOf(dataset: Dataset, slice: Slice): Line[] {
  const lines = [...slice.areas].map(([id, { certain, possible }]) => {
    return { id, name: dataset.areas.get(id)?.name ?? id, certain, possible }
  })
  lines.sort((a, b) => totalOf(b) - totalOf(a) || (a.id < b.id ? -1 : 1))
  return [...lines, { id: 'unlocated', name: commandLine.statsNotLocated(), ...slice.notLocated }]
}

function partiesOf(dataset: Dataset, slice: Slice): Line[] {
  const { certain, possible } = countGroups(dataset, slice, 'party')
  return dataset.conflict.parties.map(({ id, label }, index) => {
    return { id, name: label, certain: certain[index] ?? 0, possible: possible[index] ?? 0 }
  })
}

function tally(
  ids: readonly string[],
  dataset: Dataset,
  slice: Slice,
  read: (incident: Incident) => string,
): Line[] {
  const reports = reportsOf(dataset, slice)
  return ids.map((id) => {
    const count = noReports()
    for (const { incident, certainty } of reports) {
      if (read(incident) === id) count[certainty] += incident.record.events
    }
    return { id, name: id, ...count }
  })
}

function heading({ filter, count }: Slice): string {
  const { from, to } = filter.window
  const days = { from: formatDay(from), to: formatDay(to) }
  return `${commandLine.statsHeading({ ...days, n: totalOf(count), count: least(count) })}\n`
}

/** `onFile` are the same lines without filters: silence is not the same as zero. */
function section(title: string, lines: readonly Line[], onFile: readonly Line[]): string {
  const known = new Set(onFile.flatMap((line) => (totalOf(line) > 0 ? line.id : [])))
  const withIds = lines.some(({ id, name }) => id !== name)
  const rows = lines.map((line) => [
    line.name,
    ...(withIds ? [line.id] : []),
    totalOf(line) > 0 || known.has(line.id) ? least(line) : commandLine.statsNone(),
  ])
  const id = withIds ? [commandLine.statsId()] : []
  return textTable([title, ...id, commandLine.statsReports()], rows)
}

function least(count: Count): string {
  const [certain, all] = [String(count.certain), String(totalOf(count))]
  return count.possible === 0 ? certain : commandLine.statsRange({ least: certain, most: all })
}
