import type { CodedFacetKey } from '../model/facets'
import type { Make, Numbers } from '../store/builders'
import type { Codes } from '../store/codes'
import type { CountedRows } from './countedRows'

/** Days from 1970 on either side, days of an interval that order tells apart, and rows. */
const LIMITS = { days: 2 ** 19, length: 2 ** 9, rows: 2 ** 23 }

/** Joins rows that were read one after another: latest first day first, then latest last day. */
export function joinRows(parts: readonly CountedRows[]): CountedRows {
  const lists = new Map<string, number>()
  for (const list of parts.flatMap(({ areaLists = [] }) => areaLists)) {
    if (!lists.has(list)) lists.set(list, lists.size)
  }
  const areas = new Map(
    parts.map((part) => {
      const numbers = part.areaLists?.map((list) => lists.get(list) ?? 0)
      return [part, part.areas?.map((area) => numbers?.[area] ?? 0)]
    }),
  )
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const columns = mapColumns(parts[0], (of, make) => {
    const all = new make(length)
    let at = 0
    for (const part of parts) {
      all.set(of({ ...part, areas: areas.get(part) }) ?? [], at)
      at += part.length
    }
    return all
  })
  const joined = { ...columns, length, ...(lists.size > 0 && { areaLists: [...lists.keys()] }) }
  return pickRows(joined, displayOrder(joined))
}

/** Some rows, in the order of their indices. */
export function pickRows(rows: CountedRows, order: Int32Array): CountedRows {
  const columns = mapColumns(rows, (of, make) => {
    const [all, picked] = [of(rows), new make(order.length)]
    for (let at = 0; at < order.length; at++) picked[at] = all?.[order[at] ?? 0] ?? 0
    return picked
  })
  return { ...rows, ...columns, length: order.length }
}

type OfColumn = (rows: Partial<CountedRows>) => Numbers | undefined

/** Makes each column that the first rows have. */
function mapColumns(
  first: CountedRows | undefined,
  make: (of: OfColumn, type: Make<Numbers>) => Numbers,
): Omit<CountedRows, 'length' | 'areaLists'> {
  const keys = Object.keys(first?.codes ?? {}) as CodedFacetKey[]
  const codes = keys.map((key) => {
    const type = first?.codes[key].constructor as Make<Codes>
    return [key, make(({ codes }) => codes?.[key], type)]
  })
  const integers = (of: OfColumn) => make(of, Int32Array) as Int32Array
  const reals = (of: OfColumn) => make(of, Float64Array) as Float64Array
  return {
    firstDay: integers((rows) => rows.firstDay),
    lastDay: integers((rows) => rows.lastDay),
    codes: Object.fromEntries(codes),
    number: integers((rows) => rows.number),
    ...(first?.areas && { areas: integers((rows) => rows.areas) }),
    ...(first?.zoom && { zoom: integers((rows) => rows.zoom) }),
    ...(first?.lon && { lon: reals((rows) => rows.lon), lat: reals((rows) => rows.lat) }),
  }
}

function displayOrder({ length, firstDay, lastDay }: CountedRows): Int32Array {
  const keys = Float64Array.from(firstDay, (first, row) => {
    const days = Math.min(LIMITS.length - 1, (lastDay[row] ?? 0) - first)
    const rank = (LIMITS.days - first) * LIMITS.length + LIMITS.length - 1 - days
    return rank * LIMITS.rows + row
  })
  if (length > LIMITS.rows) throw new Error('there are too many rows')
  return Int32Array.from(keys.sort(), (key) => key % LIMITS.rows)
}
