import { Builder, type Offset } from 'flatbuffers'
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js'
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js'
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js'
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js'
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js'
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js'
import { buildGeometry } from 'flatgeobuf/lib/mjs/generic/geometry.js'
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js'
import { type ExportColumn, exportColumns } from './exportColumns'
import { type ExportRow, exportRows, type Layout, PLAIN, splitSlice } from './exportRows'
import { buildProvenance, type ExportMeta } from './provenance'
import type { ReportsWriter } from './reportsCsv'

/** The format has no dates without a time. */
const TYPES: Readonly<Record<ExportColumn['type'], ColumnType>> = {
  text: ColumnType.String,
  date: ColumnType.DateTime,
  integer: ColumnType.Int,
  real: ColumnType.Double,
}
const WGS84 = 4326

/**
 * The reports of a slice as FlatGeobuf (https://flatgeobuf.org), without an index. Its header is
 * made from the list of columns and not, as the package makes it, from the first report: types are
 * the same in every slice, also in an empty one. Reports without a place have no geometry, which
 * the package cannot write.
 */
export const reportsFlatGeobuf: ReportsWriter = async (
  dataset,
  slice,
  meta,
  pause,
  layout = PLAIN,
) => {
  const columns = exportColumns(dataset, meta, layout)
  const features: Uint8Array<ArrayBuffer>[] = []
  for (const part of splitSlice(slice)) {
    for (const row of exportRows(dataset, part, layout)) features.push(featureOf(row, columns))
    await pause?.()
  }
  const provenance = JSON.stringify(buildProvenance(slice, meta, dataset.conflict))
  const header = headerOf(columns, layout, features.length, meta, provenance)
  return [new Uint8Array(magicbytes), header, ...features]
}

function headerOf(
  columns: readonly ExportColumn[],
  { geometry }: Layout,
  count: number,
  { shortTitle, attribution }: ExportMeta,
  provenance: string,
): Uint8Array<ArrayBuffer> {
  const builder = new Builder()
  const offsets = columns.map(({ name, type }) => {
    const nameOffset = builder.createString(name)
    Column.startColumn(builder)
    Column.addName(builder, nameOffset)
    Column.addType(builder, TYPES[type])
    return Column.endColumn(builder)
  })
  const columnsOffset = Header.createColumnsVector(builder, offsets)
  const [name, title, description, metadata] = ['reports', shortTitle, attribution, provenance].map(
    (text) => builder.createString(text),
  ) as [Offset, Offset, Offset, Offset]
  Crs.startCrs(builder)
  Crs.addCode(builder, WGS84)
  const crs = Crs.endCrs(builder)
  Header.startHeader(builder)
  Header.addName(builder, name)
  // Outlines are with the points of settlements.
  const type = geometry === 'points' ? GeometryType.MultiPoint : GeometryType.Unknown
  Header.addGeometryType(builder, type)
  Header.addColumns(builder, columnsOffset)
  Header.addFeaturesCount(builder, BigInt(count))
  Header.addIndexNodeSize(builder, 0)
  Header.addCrs(builder, crs)
  Header.addTitle(builder, title)
  Header.addDescription(builder, description)
  Header.addMetadata(builder, metadata)
  builder.finishSizePrefixed(Header.endHeader(builder))
  return new Uint8Array(builder.asUint8Array())
}

function featureOf(row: ExportRow, columns: readonly ExportColumn[]): Uint8Array<ArrayBuffer> {
  const builder = new Builder()
  const properties = Feature.createPropertiesVector(builder, propertiesOf(row, columns))
  const geometry = row.geometry && buildGeometry(builder, parseGeometry(row.geometry))
  Feature.startFeature(builder)
  if (geometry) Feature.addGeometry(builder, geometry)
  Feature.addProperties(builder, properties)
  builder.finishSizePrefixed(Feature.endFeature(builder))
  return new Uint8Array(builder.asUint8Array())
}

/** The index of each column that has a value, and the value; text after its length in bytes. */
function propertiesOf(row: ExportRow, columns: readonly ExportColumn[]): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (size: number, write: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(size))
    write(view)
    parts.push(new Uint8Array(view.buffer))
  }
  columns.forEach(({ type, read }, index) => {
    const value = read(row)
    if (value === null) return
    add(2, (view) => view.setUint16(0, index, true))
    if (type === 'integer') add(4, (view) => view.setInt32(0, Number(value), true))
    else if (type === 'real') add(8, (view) => view.setFloat64(0, Number(value), true))
    else {
      const text = new TextEncoder().encode(String(value))
      add(4, (view) => view.setUint32(0, text.length, true))
      parts.push(text)
    }
  })
  const all = new Uint8Array(parts.reduce((size, { length }) => size + length, 0))
  let end = 0
  for (const part of parts) {
    all.set(part, end)
    end += part.length
  }
  return all
}
