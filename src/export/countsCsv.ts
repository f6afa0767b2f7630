import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import { formatDay, listSlices, type SliceUnit } from '../model/day'
import { failedConditions } from '../query/conditions'
import type { Filter } from '../query/filter'
import { histogram } from '../query/histogram'
import { timeSlices } from '../query/timeSlices'
import { columnsOnFile, type Dataset } from '../store/dataset'
import { isOnFile } from '../store/daysOnFile'

const FIELDS = ['from', 'to', 'party', 'at_least', 'up_to', 'on_file']

/**
 * The reports of a filter per day, week, month or year and reporting party as CSV (RFC 4180): a row for
 * each slice of the window and each party that passes the filter, also where it has no report.
 * `from` and `to` are local days, both included. `on_file` is `no` where no party at all has a
 * report on file. `fails` is `failedConditions` of the same dataset and filter.
 */
export function countsCsv(
  dataset: Dataset,
  filter: Filter,
  unit: SliceUnit,
  fails = failedConditions(dataset, filter),
): string {
  const ranges = listSlices(timeSlices(dataset, filter.window, unit))
  const { by } = filter.chosen
  const data = histogram(dataset, fails, ranges, filter).flatMap(({ range, certain, possible }) => {
    const days = [formatDay(range.from), formatDay(range.to)]
    const onFile = isOnFile(columnsOnFile(dataset), range) ? 'yes' : 'no'
    return dataset.conflict.parties.flatMap(({ id }, index) => {
      if (by.size > 0 && !by.has(id)) return []
      const least = certain[index] ?? 0
      return [[...days, id, least, least + (possible[index] ?? 0), onFile]]
    })
  })
  const options = { newline: '\n', escapeFormulae: FORMULA_START }
  return `${Papa.unparse({ fields: FIELDS, data }, options)}\n`
}
