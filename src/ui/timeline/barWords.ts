import { countOfBin } from '../../data/histogram'
import { PARTIES } from '../../data/vocabulary'
import type { Count } from '../../types'
import { countShort, reportsWords } from '../words'
import type { BarUnit, FiledBin } from './bins'
import { barDatesWords } from './dates'

/** A count of reports in words; nothing on file and nothing that passes the filters are not the same. */
export function filedWords(count: Count, onFile: boolean): string {
  if (!onFile) return 'no reports on file'
  return count.certain + count.possible === 0
    ? 'no reports with these filters'
    : reportsWords(count)
}

/** `Week of 28 November 2022: at least 9, up to 12 reports: Azerbaijan 9, Armenia 0–3`. */
export function barWords(bin: FiledBin, unit: BarUnit): string {
  const parties = PARTIES.flatMap(({ label }, index) => {
    const certain = bin.certain[index] ?? 0
    const possible = bin.possible[index] ?? 0
    return certain + possible === 0 ? [] : [`${label} ${countShort({ certain, possible })}`]
  })
  const words = `${barDatesWords(bin.range, unit)}: ${filedWords(countOfBin(bin), bin.onFile)}`
  return parties.length === 0 ? words : `${words}: ${parties.join(', ')}`
}
