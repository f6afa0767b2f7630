import { UserError } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { shorten } from '../messages/message'
import { OTHER_PARTY } from '../model/conflict'
import type { KnownWords } from '../read/columns/columnValues'
import { readMappingFile } from '../read/columns/mappingFile'
import { MAPPED_FIELDS, type MappedField, type Mapping, type OpenedTable } from '../read/format'
import { findOrder, guessMapping } from '../read/guessMapping'
import { EXIT, Failure, usage } from './failure'
import { readBytes } from './files'

/** What was said of the columns of tables of unknown format. */
export interface ColumnsOption {
  /** `date=Datum,place=Ort`, as often as given. */
  readonly columns: readonly string[]
  /** The path of a column map, as the page saves it. */
  readonly map: string | undefined
}

/** How tables of unknown format are read. */
export interface MappedBy {
  readonly option: ColumnsOption
  readonly known: KnownWords
}

/** Letters of a list of columns in a sentence. */
const MAX_LISTED = 1000
/** A shorter name of the column that every table has. */
const SHORT: Readonly<Record<string, MappedField>> = { date: 'date_start' }

/**
 * How to read a table of unknown format: by `--map FILE`, `--columns date=Datum,place=Ort`, or
 * both. Throws a Failure that proposes the columns if none are given.
 */
export function readMapping(
  { option: { columns, map }, known }: MappedBy,
  table: OpenedTable,
  name: string,
): Mapping {
  const { header } = table
  if (columns.length === 0 && map === undefined) {
    const guess = guessMapping(table, known)
    const guessed = Object.entries(guess.columns).map(([field, column]) => `${field}=${column}`)
    const params = {
      name,
      guess: shorten(guessed.join(','), MAX_LISTED),
      fields: MAPPED_FIELDS.join(', '),
    }
    throw new Failure(EXIT.dataErrors, { code: 'columnsUnknown', params })
  }
  const read = map === undefined ? null : readMap(map, header, known)
  const chosen = { ...read?.columns, ...readColumns(columns, header, name) }
  return {
    party: OTHER_PARTY,
    ...read,
    columns: chosen,
    dateOrder: read?.dateOrder ?? findOrder(table, chosen.date_start ?? ''),
  }
}

function readColumns(
  columns: readonly string[],
  header: readonly string[],
  name: string,
): Partial<Record<MappedField, string>> {
  const chosen: Partial<Record<MappedField, string>> = {}
  for (const pair of columns.flatMap((list) => list.split(','))) {
    const [word = '', ...rest] = pair.split('=')
    const column = rest.join('=').trim()
    const field = SHORT[word.trim()] ?? MAPPED_FIELDS.find((each) => each === word.trim())
    if (!field) {
      const known = [...Object.keys(SHORT), ...MAPPED_FIELDS].join(', ')
      throw usage({ code: 'wrongChoice', params: { option: 'columns', value: word, known } })
    }
    if (!header.includes(column)) {
      const params = {
        name,
        column,
        columns: shorten(header.filter(Boolean).join(', '), MAX_LISTED),
      }
      throw usage({ code: 'noSuchColumn', params })
    }
    chosen[field] = column
  }
  return chosen
}

function readMap(path: string, header: readonly string[], { conflict }: KnownWords) {
  const { bytes, name } = readBytes(path)
  try {
    return readMappingFile(new TextDecoder().decode(bytes), header, conflict)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const params = { name, sentence: problemText(error.problem) }
    throw usage({ code: 'notOpened', params })
  }
}
