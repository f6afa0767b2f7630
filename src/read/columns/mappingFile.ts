import { UserError } from '../../issues/problem'
import { type Conflict, OTHER_PARTY } from '../../model/conflict'
import { DATE_ORDERS, type DateOrder } from '../dates'
import { MAPPED_FIELDS, type Mapping, VALUE_FIELDS } from '../format'
import { valueTerms } from './valueTerms'

/** A mapping from a file, which need not say how dates are written. */
export type ReadMapping = Omit<Mapping, 'dateOrder'> & { readonly dateOrder: DateOrder | null }

/** A mapping as the text of a small JSON file (geodata/FORMATS.md, "Column maps"). */
export function mappingFileText({ columns, dateOrder, party, values }: Mapping): string {
  return `${JSON.stringify({ columns, dateOrder, party, values }, null, 2)}\n`
}

/**
 * Reads a mapping for a table with this header. Throws a UserError that names what is wrong with
 * it.
 */
export function readMappingFile(
  text: string,
  header: readonly string[],
  conflict: Conflict,
): ReadMapping {
  const map = objectOf(parse(text), '')
  onlyKeys(map, '', ['columns', 'dateOrder', 'party', 'values'])
  const columns = objectOf(map.columns, 'columns')
  onlyKeys(columns, 'columns', MAPPED_FIELDS)
  for (const [field, column] of Object.entries(columns)) {
    check(`columns.${field}`, column, header.filter(Boolean))
  }
  const values = map.values === undefined ? {} : objectOf(map.values, 'values')
  onlyKeys(values, 'values', VALUE_FIELDS)
  for (const field of VALUE_FIELDS) {
    const ids = ['', ...valueTerms(conflict)[field].map(({ id }) => id)]
    const words = values[field] === undefined ? {} : objectOf(values[field], `values.${field}`)
    for (const [word, id] of Object.entries(words)) check(`values.${field}.${word}`, id, ids)
  }
  const { dateOrder = null, party = OTHER_PARTY } = map
  if (dateOrder !== null) check('dateOrder', dateOrder, DATE_ORDERS)
  const parties = conflict.parties.map(({ id }) => id)
  check('party', party, parties)
  return { columns, values, dateOrder, party } as ReadMapping
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError({ code: 'mapNotJson' })
  }
}

type JsonObject = Readonly<Record<string, unknown>>

function objectOf(value: unknown, key: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as JsonObject
  }
  throw new UserError(
    key === '' ? { code: 'mapNotJson' } : { code: 'mapNotObject', params: { key } },
  )
}

function onlyKeys(object: JsonObject, key: string, known: readonly string[]): void {
  for (const name of Object.keys(object)) check(key, name, known)
}

function check(key: string, value: unknown, known: readonly string[]): void {
  if (typeof value === 'string' && known.includes(value)) return
  const params = { key, value: String(value), known: known.filter(Boolean).join(', ') }
  throw new UserError({ code: key === '' ? 'mapUnknownKey' : 'mapWrongValue', params })
}
