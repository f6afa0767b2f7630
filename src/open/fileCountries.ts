import { isCountryColumn } from '../read/columns/columnNames'
import { codesOfCountries } from '../read/columns/countryNames'
import type { OpenedTable } from '../read/format'
import { valuesIn } from '../read/header'

/** Distinct values of a column of countries: another has more. */
const MAX_DISTINCT = 500

/**
 * The ISO 3166-1 alpha-2 codes of the countries that a table names: in a column of countries, else
 * among the names of its areas.
 */
export function findCountries(table: OpenedTable, areas: readonly string[]): string[] {
  const columns = table.header.flatMap((name, column) => (isCountryColumn(name) ? column : []))
  for (const column of columns) {
    const codes = codesOfCountries(distinctIn(table, column))
    if (codes.length > 0) return codes
  }
  return codesOfCountries(areas)
}

function distinctIn(table: OpenedTable, column: number): Set<string> {
  const found = new Set<string>()
  for (const value of valuesIn(table, column)) {
    if (found.add(value).size > MAX_DISTINCT) return new Set()
  }
  return found
}
