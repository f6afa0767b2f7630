import { strToU8, zipSync } from 'fflate'
import { type ExportColumn, exportColumns } from './exportColumns'
import { type ExportRow, PLAIN } from './exportRows'
import { buildProvenance } from './provenance'
import { csvParts, type ReportsWriter } from './reportsCsv'

/** Type names of GDAL's CSV driver (https://gdal.org/drivers/vector/csv.html). */
const TYPES: Readonly<Record<ExportColumn['type'], string>> = {
  text: 'String',
  date: 'Date',
  integer: 'Integer',
  real: 'Real',
}
const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],' +
  'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'

/**
 * The reports of a slice as CSV for a GIS, in a ZIP: the columns of every export and the geometry
 * as well-known text; beside it the type of each column, the coordinate system, and where the file
 * is from.
 */
export const reportsTypedCsv: ReportsWriter = async (
  dataset,
  slice,
  meta,
  pause,
  layout = PLAIN,
) => {
  const columns = exportColumns(dataset, meta, layout)
  const geometry = { name: 'WKT', read: wellKnownText }
  const csv = await csvParts([...columns, geometry], dataset, slice, layout, pause)
  const types = [...columns.map(({ type }) => TYPES[type]), 'WKT']
  const about = Object.entries(buildProvenance(slice, meta, dataset.conflict)).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`,
  )
  const files = {
    'reports.csv': strToU8(csv.join('')),
    'reports.csvt': strToU8(`${types.map((type) => `"${type}"`).join(',')}\n`),
    'reports.prj': strToU8(WGS84),
    'about.txt': strToU8(about.join('')),
  }
  // The same bytes at any time: the moment of the export is in about.txt.
  return [zipSync(files, { mtime: new Date(1980, 0, 1) })]
}

function wellKnownText({ geometry }: ExportRow): string {
  if (!geometry) return ''
  return `${geometry.type.toUpperCase()} ${nested(geometry.coordinates)}`
}

/** Positions by themselves are in brackets only as members of a MultiPoint. */
function nested(coordinates: readonly unknown[], depth = 0): string {
  const members = coordinates.map((member) => {
    const [first] = member as readonly unknown[]
    if (Array.isArray(first)) return nested(member as readonly unknown[], depth + 1)
    const position = (member as readonly number[]).join(' ')
    return depth === 0 ? `(${position})` : position
  })
  return `(${members.join(',')})`
}
