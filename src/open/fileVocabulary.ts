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
export type WordList = CodeList | 'weapons'
const ALL_LISTS: readonly WordList[] = [...LISTS, 'weapons']

/** The words of a row, and how many rows have the same. */
interface CountedRow {
  readonly cell: Cell
  readonly rows: number
}

/**
 * The vocabulary of files that are read together, from all of their words; null if their words are
 * those of the conflict, or if their format knows no others.
 */
export function findOwnVocabulary(
  files: Iterable<ReportsTable | Table>,
  conflict: Conflict,
): OwnVocabulary | null {
  const words = new FileVocabulary(conflict)
  for (const file of files) {
    const count = rowCounter(file, conflict, words)
    if (!count) return null
    for (const cell of cellsOfRows(file)) if (!count(cell)) return null
  }
  return words.build()
}

/** The same of one file whose rows are read anyway: `add` counts the words of each. */
export function countVocabulary(file: ReportsTable, conflict: Conflict) {
  const words = new FileVocabulary(conflict)
  const count = rowCounter(file, conflict, words)
  let isOther = count !== null
  return {
    add(cell: Cell): void {
      isOther &&= count?.(cell) === true
    },
    build: () => (isOther ? words.build() : null),
  }
}

/**
 * What counts the words of each row of a file, and returns false if they are those of the conflict;
 * null if the format knows no others.
 */
function rowCounter(file: ReportsTable | Table, conflict: Conflict, words: FileVocabulary) {
  const own = wordsOfFile(file, conflict)
  if (!own) return null
  words.begin(own, null)
  let isFirst = true
  return (cell: Cell): boolean => {
    if (isFirst && !words.begin(own, cell)) return false
    isFirst = false
    words.add({ cell, rows: 1 }, ALL_LISTS)
    return true
  }
}

/** Counts the words of files that are read together. */
export class FileVocabulary {
  private readonly counted = {
    parties: new WordCounter(),
    accused: new WordCounter(),
    kinds: new WordCounter(),
    weapons: new WordCounter(),
    severalKinds: false,
  }
  private readonly labels: ColumnLabels[] = []
  private first: OwnWords | undefined
  private own: OwnWords | undefined
  private isAlwaysOwn = false

  constructor(private readonly conflict: Conflict) {}

  /** Goes on with a file, by its first row if it has any; false if its words are the conflict's. */
  begin(own: OwnWords, firstRow: Cell | null): boolean {
    this.first ??= own
    this.own = own
    this.isAlwaysOwn ||= own.isAlwaysOwn === true
    if (!own.labelsOf || !firstRow) return true
    const found = own.labelsOf(firstRow)
    if (found) this.labels.push(found)
    return found !== null
  }

  /** Counts words of some lists: rows may be gathered by the words of each. */
  add({ cell, rows }: CountedRow, lists: readonly WordList[]): void {
    const { counted, own } = this
    const words = own?.wordsOf(cell)
    if (!words) throw new Error('no file was begun')
    for (const list of lists) {
      const isCode = list !== 'weapons'
      for (const word of words[list].length > 0 || !isCode ? words[list] : ['']) {
        counted[list].add(word, rows)
      }
      if (list === 'kinds') counted.severalKinds ||= words.kinds.length > 1
    }
  }

  build(): OwnVocabulary | null {
    const { first, labels, counted, conflict } = this
    if (!first) return null
    const isOther =
      labels.length > 0
        ? this.isAlwaysOwn || !namesSides(counted, conflict)
        : !namesTermsOnly(counted, conflict, first.identify)
    return isOther
      ? buildOwnVocabulary(conflict, counted, first.identify, joinLabels(labels))
      : null
  }
}

/** Where the words of a file come from; undefined if its format knows those of a conflict only. */
export function wordsOfFile(file: ReportsTable | Table, conflict: Conflict): OwnWords | undefined {
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
