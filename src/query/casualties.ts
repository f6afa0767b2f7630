import type { DatasetTerm, PartyId } from '../model/conflict'
import type { Dataset } from '../store/dataset'
import { totalOf } from './classes'
import { type Count, eventsOf, noReports } from './counts'
import type { Slice } from './slice'

/**
 * A sum of reported figures: `atLeast` over the certain reports, `upTo` over the possible ones too.
 */
export interface Toll {
  readonly atLeast: number
  readonly upTo: number
  /** How many reports state this figure, including 0; if none does, the sum has no meaning. */
  readonly stated: number
}

/** The figures of one party, never to be added to another's; `party` is null for those of coded events. */
export interface PartyCasualties {
  /** Where several are shown together. */
  readonly dataset?: DatasetTerm
  readonly party: PartyId | null
  readonly killed: Toll
  readonly wounded: Toll
  /** Reports whose figures are in the sums: they state a number of killed, of wounded or both. */
  readonly counted: Count
  /** Reports that state neither number. */
  readonly silent: Count
  /** Reports that state a number which their note says must not be added up. */
  readonly leftOut: Count
}

/**
 * Sums killed and wounded as reported for each reporting party separately, in the order of the
 * conflict's parties. Only parties with a report in the slice. There is no sum over the parties:
 * two of them can count the same people (geodata/README.md, "How to read"). Coded events are
 * counted once by whoever coded them, so that they have one sum. Each of several datasets has its own
 * sums: they can hold the same people too.
 */
export function casualties({ columns, conflict }: Dataset, slice: Slice): PartyCasualties[] {
  const { parties, columnLabels, datasets = [{ columnLabels }] } = conflict
  const tallies = datasets.map((dataset) =>
    dataset.columnLabels ? [tallyOf(null)] : parties.map(({ id }) => tallyOf(id)),
  )
  slice.rows.forEach((row, index) => {
    const own = tallies[columns.codes.dataset[row] ?? 0] ?? []
    const tally = own.length === 1 ? own[0] : own[columns.codes.by[row] ?? -1]
    if (tally) addRow(tally, columns, row, slice.certain[index] === 1)
  })
  const named = tallies.flatMap((own, at) =>
    own.map((tally) => ({
      ...(conflict.datasets && { dataset: conflict.datasets[at] }),
      ...tally,
    })),
  )
  return named.filter(({ counted, silent, leftOut }) =>
    [counted, silent, leftOut].some((count) => totalOf(count) > 0),
  )
}

type MutableToll = { -readonly [Key in keyof Toll]: Toll[Key] }

function tallyOf(party: PartyId | null) {
  const toll = (): MutableToll => ({ atLeast: 0, upTo: 0, stated: 0 })
  return {
    party,
    killed: toll(),
    wounded: toll(),
    counted: noReports(),
    silent: noReports(),
    leftOut: noReports(),
  }
}

function addRow(
  tally: ReturnType<typeof tallyOf>,
  columns: Dataset['columns'],
  row: number,
  certain: boolean,
): void {
  const killed = columns.counts.killed[row] ?? -1
  const wounded = columns.counts.wounded[row] ?? -1
  const states = killed >= 0 || wounded >= 0
  const column = certain ? 'certain' : 'possible'
  const events = eventsOf(columns, row)
  if (!states) tally.silent[column] += events
  else if (columns.notAdded[row] === 1) tally.leftOut[column] += events
  else {
    tally.counted[column] += events
    addFigure(tally.killed, killed, certain, events)
    addFigure(tally.wounded, wounded, certain, events)
  }
}

/** The figure of a row is that of all its events together. */
function addFigure(toll: MutableToll, figure: number, certain: boolean, events: number): void {
  if (figure < 0) return
  toll.stated += events
  toll.upTo += figure
  if (certain) toll.atLeast += figure
}
