import { shorten } from '../messages/message'
import { MAPPED_FIELDS, type MappedField, type Mapping } from '../read/format'
import { EXIT, Failure, usage } from './failure'

/** Letters of a list of columns in a sentence. */
const MAX_LISTED = 1000
/** Shorter names of the columns that most tables have. */
const SHORT: Readonly<Record<string, MappedField>> = { date: 'date_start', place: 'areas' }

/**
 * How to read a table of unknown format, from `--columns date=Datum,place=Ort`; order of dates and
 * decimal sign from its values. Throws a Failure that proposes the columns if none are given.
 */
export function readMapping(
  columns: readonly string[],
  guess: Mapping,
  header: readonly string[],
  name: string,
): Mapping {
  if (columns.length === 0) {
    const guessed = Object.entries(guess.columns).map(([field, column]) => `${field}=${column}`)
    const params = {
      name,
      guess: shorten(guessed.join(','), MAX_LISTED),
      fields: MAPPED_FIELDS.join(', '),
    }
    throw new Failure(EXIT.dataErrors, { code: 'columnsUnknown', params })
  }
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
  return { ...guess, columns: chosen }
}
