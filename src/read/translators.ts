import { splitValues } from '../csv/table'
import { LABELS_COLUMN, parseLabels } from '../model/conflict'
import { FIELD_NAMES, FILE_FIELD_NAMES } from '../model/fields'
import { wordCoder } from '../model/own/ownVocabulary'
import { idOfWord } from '../model/own/wordCounter'
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
import { RECORDED_AREAS, REPORT_ID } from './columns/asRecorded'
import { codeCells } from './columns/codeCells'
import { aggregatedTranslator } from './events/aggregated'
import { gdeltTranslator } from './events/gdelt'
import { gtdTranslator } from './events/gtd'
import { viinaTranslator } from './events/viina'
import type { FormatId, Hints, OwnWords, Translator } from './format'
import { mappedTranslator } from './mapped'
import { ucdpTranslator } from './ucdp'

type MakeTranslator = (header: readonly string[], hints: Hints) => Translator

const TRANSLATORS: Readonly<Record<Exclude<FormatId, 'mapped'>, MakeTranslator>> = {
  acled: acledTranslator,
  ucdp: ucdpTranslator,
  aggregated: aggregatedTranslator,
  viina: viinaTranslator,
  gdelt: gdeltTranslator,
  gtd: gtdTranslator,
  contactline: contactlineTranslator,
}

/**
 * The translator of a format for a file with this header. Throws for `mapped` without a mapping.
 */
export function findTranslator(
  format: FormatId,
  header: readonly string[],
  hints: Hints,
): Translator {
  if (format !== 'mapped') return TRANSLATORS[format](header, hints)
  if (!hints.mapping) throw new Error('a table of no known format needs a mapping')
  return mappedTranslator(header, hints.mapping, hints)
}

/** A date may have the time in it. */
const TIME_COLUMNS = {
  time_start: 'time_start|date_start',
  time_end: 'time_end|date_end',
}

/** What an export has changed is in other columns of it. */
const EXPORTED_AS: Readonly<Record<string, string>> = {
  id: `${REPORT_ID}|id`,
  areas: `${RECORDED_AREAS}|areas`,
}

/** An export of coded events has words of its own, and says what its columns are called. */
export function contactlineWords(header: readonly string[]): OwnWords {
  const at = columnFinder(header)
  const [labels, party] = [at(LABELS_COLUMN), at('reporting_party')]
  const [accused, kind, weapons] = [at('accused_party'), at('kind'), at('weapons')]
  return {
    isAlwaysOwn: true,
    labelsOf: (cell) => parseLabels(cell(labels)),
    wordsOf: (cell) => ({
      parties: [cell(party)],
      accused: [cell(accused)],
      kinds: splitValues(cell(kind)),
      weapons: splitValues(cell(weapons)),
    }),
    identify: (_, word) => idOfWord(word),
  }
}

/** Contactline's own columns are read as they are; other columns are not read. */
function contactlineTranslator(
  header: readonly string[],
  { dateOrder, conflict, own }: Hints,
): Translator {
  const at = columnFinder(header)
  const words = contactlineWords(header)
  const coder = own && wordCoder(own, words.identify)
  const columns = [...FIELD_NAMES, ...FILE_FIELD_NAMES].map((name) => {
    return [name, at(EXPORTED_AS[name] ?? name)] as const
  })
  const readDate = dateReader(dateOrder, conflict)
  const present = columns.filter(([, place]) => place !== -1)
  return {
    own: words,
    joinsRows: at(REPORT_ID) !== -1,
    columnOf: columnNamer(header, { ...TIME_COLUMNS, ...EXPORTED_AS }),
    read(cell, issues) {
      const cells = createReportCells()
      for (const [name, place] of present) cells[name] = cell(place)
      if (coder) codeCells(cells, coder, words.wordsOf(cell))
      const [start, end] = [readDate(cells.date_start), readDate(cells.date_end)]
      cells.date_start = start.date
      cells.date_end = end.date
      cells.time_start = clockOf(cells.time_start) || start.time
      cells.time_end = clockOf(cells.time_end) || end.time
      cells.killed = wholeNumber(cells.killed)
      cells.wounded = wholeNumber(cells.wounded)
      cells.lon = decimal(cells.lon, 'lon')
      cells.lat = decimal(cells.lat, 'lat')
      if (cells.sources === '') issues.warning('noSource', 'sources')
      return { cells, sources: [] }
    },
  }
}
