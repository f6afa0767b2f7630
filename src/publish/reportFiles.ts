import { gzipSync } from 'fflate'
import type { Conflict } from '../model/conflict'
import { type Day, formatDay } from '../model/day'
import { dayOf, MINUTES_PER_DAY, type Minute } from '../model/interval'
import type { Position } from '../model/place'
import type { Disk } from './disk'
import { type ParquetColumn, ParquetFile, type ParquetValue } from './parquetFile'
import { NO_AREA_FILE, type WrittenFile } from './publishedFolder'
import {
  codeWriter,
  PUBLISHED_FACETS,
  partOf,
  type SortedReport,
  TEXT_COLUMNS,
} from './sortedReport'

/** Values of a row group, and of pages and their heads: before they are packed, and after that. */
const GROUP_BYTES = { numbers: 250_000, texts: 1_000_000, packed: 250_000 }
/** Pages that are packed well are at most so many times as long as all of a group packed fast. */
const PACKED = 1.5
/** A footer has so many bytes at most for each column of each group, and may have so many. */
const FOOTER_BYTES = { most: 145_000, bare: 60, eachColumn: 110 }
/** Footers of texts are long: few groups make them short. */
const MAX_GROUPS = { numbers: 32, texts: 8 }
/** Bytes of a group that ends where another area or longer intervals begin; of a file, for areas. */
const SMALL = { group: 40_000, file: 1_000_000 }
/** Bytes of a row's numbers and codes. */
const ROW_BYTES = 100

const BY = PUBLISHED_FACETS.indexOf('by')
const OTHER_FACETS = PUBLISHED_FACETS.filter((key) => key !== 'by')

export const REPORT_COLUMNS: readonly ParquetColumn[] = [
  { name: 'day', type: 'day' },
  { name: 'area', type: 'text' },
  { name: 'lon', type: 'real', optional: true },
  { name: 'lat', type: 'real', optional: true },
  { name: 'by', type: 'text' },
  { name: 'last_day', type: 'day' },
  { name: 'start_minute', type: 'integer' },
  { name: 'end_minute', type: 'integer' },
  ...OTHER_FACETS.map((name) => ({ name, type: 'text' as const })),
  { name: 'areas', type: 'text' },
  { name: 'copy', type: 'integer' },
  { name: 'events', type: 'integer' },
  { name: 'killed', type: 'integer', optional: true },
  { name: 'wounded', type: 'integer', optional: true },
  { name: 'id', type: 'text' },
  { name: 'geometry', type: 'point', optional: true, bare: true },
]
export const REPORT_TEXT_COLUMNS: readonly ParquetColumn[] = ['id', ...TEXT_COLUMNS, 'cited'].map(
  (name) => ({ name, type: 'text', bare: true }),
)

/** GeoParquet 1.1: https://geoparquet.org/releases/v1.1.0/. Its coordinates are WGS 84 by default. */
const GEO = JSON.stringify({
  version: '1.1.0',
  primary_column: 'geometry',
  columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'] } },
})

/** Writes reports, sorted by area and day, to files of an area or of several small ones. */
export class ReportFiles {
  readonly files: WrittenFile[] = []
  private readonly writeCodes: readonly ((code: number) => string)[]
  private readonly numbers = new Map<string, number>()
  private main: Half | null = null
  private texts: Half | null = null
  private area = ''
  private part = 0
  private areas: string[] = []
  private range = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }

  constructor(
    private readonly disk: Disk,
    conflict: Conflict,
  ) {
    this.writeCodes = PUBLISHED_FACETS.map((key) => codeWriter(key, conflict))
  }

  /** `area` is empty for a report without one; `copy` its number among the areas of the report. */
  add(report: SortedReport, area: string, copy: number): void {
    if (area !== this.area || !this.main || !this.texts) this.beginArea(area)
    const part = partOf(report)
    if (part !== this.part) this.endGroups()
    this.part = part
    if (this.main?.isFull || this.texts?.isFull) this.close()
    const [main, texts] = [this.main ?? this.open(), this.texts]
    if (!texts) throw new Error('a file of reports has one of texts')
    const [from, to] = [dayOf(report.start as Minute), dayOf(report.end as Minute)]
    if (!this.areas.includes(area)) this.areas.push(area)
    this.range = { from: Math.min(this.range.from, from), to: Math.max(this.range.to, to) }
    const [point] = report.points
    const codes = report.codes.map((code, at) => this.writeCodes[at]?.(code) ?? '')
    const areas = report.areas.join(' ')
    main.add(
      [
        from,
        area,
        point?.[0] ?? null,
        point?.[1] ?? null,
        codes[BY] ?? '',
        to,
        report.start - from * MINUTES_PER_DAY,
        report.end - to * MINUTES_PER_DAY,
        ...codes.filter((_, at) => at !== BY),
        areas,
        copy,
        report.events,
        report.killed,
        report.wounded,
        report.id,
        point ? wellKnownBinary(point) : null,
      ],
      ROW_BYTES + bytesOf(report.id) + bytesOf(areas),
    )
    const cells = [report.id, ...report.texts, report.cited]
    texts.add(
      cells,
      cells.reduce((bytes, cell) => bytes + bytesOf(cell), 0),
    )
  }

  finish(): readonly WrittenFile[] {
    this.close()
    return this.files
  }

  private beginArea(area: string): void {
    this.area = area
    if ((this.main?.bytes ?? 0) + (this.texts?.bytes ?? 0) > SMALL.file) this.close()
    this.endGroups()
  }

  private endGroups(): void {
    // Texts are found by the numbers of their rows.
    this.main?.endGroup(SMALL.group)
  }

  private open(): Half {
    const name = fileName(this.area)
    const number = (this.numbers.get(name) ?? 0) + 1
    this.numbers.set(name, number)
    const path = `reports/${name}-${number}`
    const geo = [{ key: 'geo', value: GEO }]
    const texts = new ParquetFile(this.disk, `${path}.texts.parquet`, REPORT_TEXT_COLUMNS)
    this.texts = new Half(texts, 'texts')
    const main = new ParquetFile(this.disk, `${path}.parquet`, REPORT_COLUMNS, geo)
    this.main = new Half(main, 'numbers')
    return this.main
  }

  private close(): void {
    const { main, texts, areas, range } = this
    if (!main || !texts) return
    const days = { from: formatDay(range.from as Day), to: formatDay(range.to as Day) }
    for (const half of [main, texts]) {
      const { path, rows, footerBytes: footer } = half.finish()
      this.files.push({ path, rows, footer, ...days, areas: areas.filter((area) => area !== '') })
    }
    this.main = null
    this.texts = null
    this.areas = []
    this.range = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }
  }
}

/** A file while its rows are gathered: the numbers of reports, or their texts. */
class Half {
  private rows: (readonly ParquetValue[])[] = []
  private groupBytes = 0
  bytes = 0
  private readonly maxGroups: number

  constructor(
    private readonly file: ParquetFile,
    private readonly kind: 'numbers' | 'texts',
  ) {
    const { most, bare, eachColumn } = FOOTER_BYTES
    const bytes = file.columns.reduce((sum, each) => sum + (each.bare ? bare : eachColumn), 0)
    this.maxGroups = Math.min(MAX_GROUPS[kind], Math.floor(most / bytes))
  }

  get isFull(): boolean {
    return this.file.groups >= this.maxGroups
  }

  add(row: readonly ParquetValue[], bytes: number): void {
    if (this.groupBytes + bytes > GROUP_BYTES[this.kind]) this.endGroup(0)
    this.rows.push(row)
    this.groupBytes += bytes
    this.bytes += bytes
  }

  /** Writes the rows as a group if they have so many bytes. */
  endGroup(least: number): void {
    if (this.groupBytes < least) return
    const { packed } = GROUP_BYTES
    const bytes = this.groupBytes > packed ? PACKED * packedBytes(this.rows) : 0
    const rowsEach = Math.ceil(this.rows.length / Math.max(1, bytes / packed))
    for (let row = 0; row < this.rows.length; row += rowsEach) {
      this.file.writeGroup(this.rows.slice(row, row + rowsEach))
    }
    this.rows = []
    this.groupBytes = 0
  }

  finish(): ParquetFile {
    this.endGroup(0)
    this.file.finish()
    return this.file
  }
}

/** About how many bytes rows have when they are packed fast. */
function packedBytes(rows: readonly (readonly ParquetValue[])[]): number {
  return gzipSync(new TextEncoder().encode(rows.join('\n')), { level: 1 }).length
}

/** Ids may have letters of any script: those of other ones are written as numbers. */
function fileName(area: string): string {
  if (area === '') return NO_AREA_FILE
  return area.replaceAll(/[^a-z0-9-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16)}`)
}

function wellKnownBinary([lon, lat]: Position): Uint8Array {
  const view = new DataView(new ArrayBuffer(21))
  view.setUint8(0, 1)
  view.setUint32(1, 1, true)
  view.setFloat64(5, lon, true)
  view.setFloat64(13, lat, true)
  return new Uint8Array(view.buffer)
}

/** No fewer than a text has in a page: its length, and as UTF-8. */
function bytesOf(text: string): number {
  let bytes = 4 + text.length
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) bytes += 2
  return bytes
}
