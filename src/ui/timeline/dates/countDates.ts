import type { Day, DayRange } from '../../../model/day'
import { contains, lengthOf, type Slices } from '../../../model/day'
import type { Failed } from '../../../query/conditions'
import { sumGroups } from '../../../query/groups'
import type { Dataset } from '../../../store/dataset'
import { filedBins } from '../bins'

/**
 * Some of the dates of a window, which can be switched off, by their index in `slices`. Each has its
 * reports, whether it is on or off; `onFile` is false where no report at all is on file, which is
 * not zero; `on` is `mixed` if some of its days are off.
 *
 * @param indices of what is wanted, ascending
 */
export function countDates(
  dataset: Dataset,
  fails: Failed,
  slices: Slices,
  indices: readonly number[],
  off: ReadonlySet<Day>,
  possible = true,
) {
  const counted = consecutive(indices.filter((index) => index < slices.length)).flatMap((run) => {
    const bins = filedBins(dataset, fails, run.map(slices.at), { possible })
    return bins.map(({ range, onFile, ...bin }, place) => {
      const date = { range, count: sumGroups(bin), onFile, on: onOf(range, off) }
      return [run[place] ?? 0, date] as const
    })
  })
  return new Map(counted)
}

/** Splits ascending numbers where one is left out. */
function consecutive(numbers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last?.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs
}

function onOf(range: DayRange, off: ReadonlySet<Day>): boolean | 'mixed' {
  let count = 0
  if (lengthOf(range) < off.size) {
    for (let day = range.from; day <= range.to; day++) count += off.has(day) ? 1 : 0
  } else for (const day of off) count += contains(range, day) ? 1 : 0
  return count === 0 ? true : count === lengthOf(range) ? false : 'mixed'
}
