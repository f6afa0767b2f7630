import { conflict } from '../../app/state'
import { phrases } from '../../messages/compiled/phrases'
import { timeline } from '../../messages/compiled/timeline'
import type { CalendarUnit } from '../../model/day'
import type { Colouring, Count } from '../../query/counts'
import { sumGroups } from '../../query/groups'
import { groupWords } from '../../query/groupWords'
import { countShort, reportsWords } from '../shared/words'
import type { FiledBin } from './bins'
import { barDatesWords } from './dateLabels'

/** A count of reports in words. "Nothing on file" and "nothing passes the filters" differ. */
export function filedWords(count: Count, onFile: boolean, isOff = false): string {
  if (!onFile) return phrases.noReportsOnFile()
  if (isOff) return timeline.switchedOff()
  return count.certain + count.possible === 0 ? timeline.noneWithFilters() : reportsWords(count)
}

/** The reports of a bar; with these filters those of a published folder may not be counted. */
export function binWords(bin: FiledBin): string {
  return bin.isUnknown && bin.onFile
    ? timeline.notCounted()
    : filedWords(sumGroups(bin), bin.onFile)
}

/** `Week of 28 November 2022: at least 9, up to 12 reports: A 9, B 0–3`. */
export function barWords(bin: FiledBin, unit: CalendarUnit, colouring: Colouring): string {
  const groups = binGroupWords(bin, colouring)
  const dates = barDatesWords(bin.range, unit)
  const count = binWords(bin)
  return groups === ''
    ? timeline.bar({ dates, count })
    : timeline.barGroups({ dates, count, groups })
}

/** `A 9, B 0–3`; empty for an empty bin. */
export function binGroupWords(bin: FiledBin, colouring: Colouring): string {
  return groupWords(bin, conflict.value, colouring, (certain, possible) =>
    countShort({ certain, possible }),
  )
}
