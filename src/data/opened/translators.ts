import { INCIDENT_COLUMNS, POSITION_COLUMNS } from '../incidentCells'
import { acledTranslator } from './acled'
import { columnFinder, decimal, ReportCells } from './cells'
import type { FormatId, Mapping, Translator } from './contract'
import { mappedTranslator } from './mapped'
import { ucdpTranslator } from './ucdp'

/** The translator of a format for a file with this header. `mapped` needs its mapping, and throws without. */
export function translatorOf(
  format: FormatId,
  header: readonly string[],
  mapping: Mapping | null,
): Translator {
  switch (format) {
    case 'acled':
      return acledTranslator(header)
    case 'ucdp':
      return ucdpTranslator(header)
    case 'contactline':
      return contactlineTranslator(header)
    case 'mapped':
      if (!mapping) throw new Error('a table of no known format needs a mapping')
      return mappedTranslator(header, mapping)
  }
}

/** Contactline's own columns stand for themselves; other columns are not read. */
function contactlineTranslator(header: readonly string[]): Translator {
  const at = columnFinder(header)
  const columns = [...INCIDENT_COLUMNS, ...POSITION_COLUMNS].map(
    (name) => [name, at(name)] as const,
  )
  const present = columns.filter(([, place]) => place !== -1)
  return {
    read(cell, remarks) {
      const cells = new ReportCells()
      for (const [name, place] of present) cells[name] = cell(place)
      cells.lon = decimal(cells.lon)
      cells.lat = decimal(cells.lat)
      if (cells.sources === '') remarks.warning('cites no source')
      return { cells, sources: [] }
    },
  }
}
