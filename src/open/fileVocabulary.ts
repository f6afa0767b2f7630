import { RecordReader } from '../csv/recordReader'
import type { Table } from '../csv/table'
import type { CodeList, ColumnLabels, Conflict, Term } from '../model/conflict'
import {
  buildOwnVocabulary,
  type CountedWords,
  type IdentifyWord,
  type OwnVocabulary,
} from '../model/own/ownVocabulary'
import { WordCounter } from '../model/own/wordCounter'
import { actorReader } from '../read/actors'
import { readActorRows } from '../read/events/actorRows'
import type { Cell, OwnWords, ReportsTable } from '../read/format'
import { contactlineWords, findTranslator } from '../read/translators'

const LISTS: readonly CodeList[] = ['parties', 'accused', 'kinds']

/**
 * The vocabulary of files that are read together, from all of their words; null if their words are
 * those of the conflict, or if their format knows no others.
 */
export function findOwnVocabulary(
  files: Iterable<ReportsTable | Table>,
  conflict: Conflict,
): OwnVocabulary | null {
  const counted = {
    parties: new WordCounter(),
    accused: new WordCounter(),
    kinds: new WordCounter(),
    weapons: new WordCounter(),
    severalKinds: false,
  }
  const labels: ColumnLabels[] = []
  let [first, isAlwaysOwn]: [OwnWords | undefined, boolean] = [undefined, false]
  for (const file of files) {
    const own = wordsOfFile(file, conflict)
    if (!own) return null
    first ??= own
    isAlwaysOwn ||= own.isAlwaysOwn === true
    let isFirstRow = true
    for (const cell of cellsOfRows(file)) {
      if (isFirstRow && own.labelsOf) {
        const found = own.labelsOf(cell)
        if (!found) return null
        labels.push(found)
      }
      isFirstRow = false
      const words = own.wordsOf(cell)
      for (const list of LISTS) {
        for (const word of words[list].length > 0 ? words[list] : ['']) counted[list].add(word)
      }
      for (const word of words.weapons) counted.weapons.add(word)
      counted.severalKinds ||= words.kinds.length > 1
    }
  }
  if (!first) return null
  const isOther =
    labels.length > 0
      ? isAlwaysOwn || !namesSides(counted, conflict)
      : !namesTermsOnly(counted, conflict, first.identify)
  return isOther ? buildOwnVocabulary(conflict, counted, first.identify, joinLabels(labels)) : null
}

function wordsOfFile(file: ReportsTable | Table, conflict: Conflict): OwnWords | undefined {
  if ('columns' in file) return contactlineWords(file.columns)
  const { table, format, mapping, dateOrder } = file
  const isArea = () => false
  const places = { isArea, isAreaCode: isArea, isSettlement: isArea }
  const actorsOf = readActorRows(table)
  const hints = { conflict, own: null, mapping, dateOrder, actorsOf, ...places }
  return findTranslator(format, table.header, hints).own
}

/** The cells of each row; those of the one before are gone then. */
function* cellsOfRows(file: ReportsTable | Table): Generator<Cell> {
  if ('columns' in file) {
    for (const { cells } of file.rows) yield (column) => cells[file.columns[column] ?? ''] ?? ''
    return
  }
  const { bytes, delimiter, headerEnd, numbering } = file.table
  const reader = new RecordReader(bytes, delimiter, headerEnd)
  const cell: Cell = (column) => reader.cell(column)
  while (reader.next()) {
    if (!reader.isBlank || numbering === 'feature') yield cell
  }
}

/** Whether at least half of the mentions of actors name the conflict's sides. */
function namesSides({ parties, accused }: CountedWords, conflict: Conflict): boolean {
  const { isOfSides } = actorReader(conflict)
  let [all, ofSides] = [0, 0]
  for (const [word, count] of [...parties.counts, ...accused.counts]) {
    if (word === '') continue
    all += count
    if (isOfSides(word)) ofSides += count
  }
  return 2 * ofSides >= all
}

/** Whether there are words, and each means a term of the conflict. */
function namesTermsOnly(
  counted: CountedWords,
  conflict: Conflict,
  identify: IdentifyWord,
): boolean {
  let isNamed = false
  for (const list of LISTS) {
    const terms: readonly Term[] = conflict[list]
    const ids = new Set(terms.map(({ id }) => id))
    for (const word of counted[list].counts.keys()) {
      if (word === '') continue
      if (!ids.has(identify(list, word))) return false
      isNamed = true
    }
  }
  return isNamed
}

/** Files of several formats have the names of each. */
function joinLabels(labels: readonly ColumnLabels[]): ColumnLabels | undefined {
  const join = (key: keyof ColumnLabels) =>
    [...new Set(labels.flatMap((each) => each[key] ?? []))].join(' / ')
  return labels.length === 0
    ? undefined
    : {
        reporting_party: join('reporting_party'),
        accused_party: join('accused_party'),
        kind: join('kind'),
        ...(join('weapons') && { weapons: join('weapons') }),
      }
}
