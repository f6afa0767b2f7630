import { buildProvenance } from '../export/provenance'
import { reportsOf } from '../export/reportsGeojson'
import { commandLine } from '../messages/commandLine'
import { formatDay, formatSlice, splitWindow } from '../model/day'
import { PRECISIONS } from '../model/fields'
import type { Incident } from '../model/report'
import { PLACEMENTS } from '../model/vocabulary'
import { totalOf } from '../query/classes'
import type { Count } from '../query/counts'
import { countGroups } from '../query/groups'
import type { Slice } from '../query/slice'
import { sliceDataset } from '../query/sliceDataset'
import type { Dataset } from '../store/dataset'
import type { Answer, Call } from './command'
import { answerSlice, type Sliced } from './slices'
import { textTable } from './textTable'

/** A line of a table of counts: at least `certain`, up to `certain + possible`. */
interface Line extends Count {
  readonly id: string
  readonly name: string
}

/** `stats`: counts the reports of a slice by month, area, party and precision. */
export function stats(call: Call): Promise<Answer> {
  return answerSlice(call, (sliced) => countsText(sliced, call.json))
}

function countsText({ opened: { dataset }, slice, meta }: Sliced, json: boolean): string {
  const counts = {
    by_month: monthsOf(dataset, slice),
    by_area: areasOf(dataset, slice),
    by_party: partiesOf(dataset, slice),
    by_time_precision: tally(PRECISIONS, dataset, slice, ({ record }) => record.time_precision),
    by_placement: tally(PLACEMENTS, dataset, slice, ({ placement }) => placement),
  }
  if (json) {
    const contactline = buildProvenance(slice, meta, dataset.conflict)
    return `${JSON.stringify({ contactline, ...counts }, null, 2)}\n`
  }
  return [
    heading(slice),
    section(commandLine.statsMonth(), counts.by_month),
    section(commandLine.statsArea(), counts.by_area),
    section(commandLine.statsParty(), counts.by_party),
    section(commandLine.statsTime(), counts.by_time_precision),
    section(commandLine.statsPlace(), counts.by_placement),
    `${commandLine.statsNote()}\n`,
  ].join('\n')
}

/**
 * Counts each month of the window separately: a report of the night between two is possible in
 * both.
 */
function monthsOf(dataset: Dataset, { filter }: Slice): Line[] {
  return splitWindow(filter.window, 'month').map((window) => {
    const { count } = sliceDataset(dataset, { ...filter, window })
    const id = formatSlice(window.from, 'month')
    return { id, name: id, ...count }
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
    const found = reports.filter(({ incident }) => read(incident) === id)
    const certain = found.filter(({ certainty }) => certainty === 'certain').length
    return { id, name: id, certain, possible: found.length - certain }
  })
}

function heading({ filter, count }: Slice): string {
  const { from, to } = filter.window
  const days = { from: formatDay(from), to: formatDay(to) }
  return `${commandLine.statsHeading({ ...days, n: totalOf(count), count: least(count) })}\n`
}

function section(title: string, lines: readonly Line[]): string {
  const withIds = lines.some(({ id, name }) => id !== name)
  const rows = lines.map((line) => [
    line.name,
    ...(withIds ? [line.id] : []),
    totalOf(line) === 0 ? commandLine.statsNone() : least(line),
  ])
  const id = withIds ? [commandLine.statsId()] : []
  return textTable([title, ...id, commandLine.statsReports()], rows)
}

function least(count: Count): string {
  const [certain, all] = [String(count.certain), String(totalOf(count))]
  return count.possible === 0 ? certain : commandLine.statsRange({ least: certain, most: all })
}
