import { FIELD_NAMES, FILE_FIELD_NAMES } from '../model/fields'
import { acledTranslator } from './acled'
import {
  clockOf,
  columnFinder,
  columnNamer,
  createReportCells,
  dateReader,
  decimal,
  wholeNumber,
} from './cells'
import { aggregatedTranslator } from './events/aggregated'
import { gdeltTranslator } from './events/gdelt'
import { gtdTranslator } from './events/gtd'
import { viinaTranslator } from './events/viina'
import type { FormatId, Hints, Translator } from './format'
import { mappedTranslator } from './mapped'
import { ucdpTranslator } from './ucdp'

/**
 * The translator of a format for a file with this header. Throws for `mapped` without a mapping.
 */
export function findTranslator(
  format: FormatId,
  header: readonly string[],
  hints: Hints,
): Translator {
  switch (format) {
    case 'acled':
      return acledTranslator(header, hints)
    case 'ucdp':
      return ucdpTranslator(header, hints)
    case 'aggregated':
      return aggregatedTranslator(header, hints)
    case 'viina':
      return viinaTranslator(header, hints)
    case 'gdelt':
      return gdeltTranslator(header, hints)
    case 'gtd':
      return gtdTranslator(header, hints)
    case 'contactline':
      return contactlineTranslator(header, hints)
    case 'mapped':
      if (!hints.mapping) throw new Error('a table of no known format needs a mapping')
      return mappedTranslator(header, hints.mapping, hints)
  }
}

/** A date may have the time in it. */
const TIME_COLUMNS = {
  time_start: 'time_start|date_start',
  time_end: 'time_end|date_end',
}

/** Contactline's own columns are read as they are; other columns are not read. */
function contactlineTranslator(
  header: readonly string[],
  { dateOrder, conflict }: Hints,
): Translator {
  const at = columnFinder(header)
  const columns = [...FIELD_NAMES, ...FILE_FIELD_NAMES].map((name) => [name, at(name)] as const)
  const readDate = dateReader(dateOrder, conflict)
  const present = columns.filter(([, place]) => place !== -1)
  return {
    columnOf: columnNamer(header, TIME_COLUMNS),
    read(cell, issues) {
      const cells = createReportCells()
      for (const [name, place] of present) cells[name] = cell(place)
      const [start, end] = [readDate(cells.date_start), readDate(cells.date_end)]
      cells.date_start = start.date
      cells.date_end = end.date
      cells.time_start = clockOf(cells.time_start) || start.time
      cells.time_end = clockOf(cells.time_end) || end.time
      cells.killed = wholeNumber(cells.killed)
      cells.wounded = wholeNumber(cells.wounded)
      cells.lon = decimal(cells.lon)
      cells.lat = decimal(cells.lat)
      if (cells.sources === '') issues.warning('noSource', 'sources')
      return { cells, sources: [] }
    },
  }
}
