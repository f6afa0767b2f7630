import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { asPolygons } from '../../src/geo/polygons'
import type { IssueMessage } from '../../src/issues/issue'
import { buildGeography } from '../../src/join/geography'
import type { Incident } from '../../src/model/report'
import { buildReading } from '../../src/open/buildReading'
import { openedDataset } from '../../src/open/openedDataset'
import { type GivenFile, type Opened, openFiles } from '../../src/open/openFiles'
import { createRowReporter } from '../../src/open/rowReport'
import type { Mapping } from '../../src/read/format'
import { parsePlaces } from '../../src/read/parseTables'
import type { Dataset } from '../../src/store/dataset'
import { CONFLICT } from './conflict'
import { geodata } from './fixtures'

export const WORLD = {
  conflict: CONFLICT,
  places: parsePlaces(geodata('places.csv'), 'places.csv', CONFLICT).rows,
  polygons: asPolygons(JSON.parse(geodata('districts.geojson')), 'districts.geojson'),
}

/** A file of tests/fixtures/opened/. */
export function fixture(name: string): GivenFile {
  const url = new URL(`../fixtures/opened/${name}`, import.meta.url)
  return { name, blob: new Blob([readFileSync(url)]) }
}

/** A file of tests/fixtures/faults/. */
export function fault(name: string): GivenFile {
  const url = new URL(`../fixtures/faults/${name}`, import.meta.url)
  return { name, blob: new Blob([readFileSync(url)]) }
}

/** A file with this text. */
export function textFile(text: string, name = 'file.csv'): GivenFile {
  return { name, blob: new Blob([text]) }
}

export function open(files: readonly GivenFile[], mapping: Mapping | null = null): Promise<Opened> {
  return openFiles({ files, mapping, ...WORLD }, () => {})
}

/** What the page makes of files of reports: the dataset, and what is said of each row. */
export async function openReports(files: readonly GivenFile[], mapping: Mapping | null = null) {
  const opened = await open(files, mapping)
  if (opened.kind !== 'reports') throw new Error(`they are ${opened.kind}`)
  const { file, imported } = opened
  const reading = buildReading(file, buildGeography(WORLD), imported)
  const reporter = createRowReporter(imported.rows, reading)
  return {
    file,
    imported,
    reporter,
    dataset: openedDataset(imported, reading, file),
    rows: Array.from(imported.rows.start, (_, place) => reporter.at(place)),
  }
}

/** Opens a table of no known format as it is guessed. */
export async function openGuessed(...files: GivenFile[]) {
  const asked = await open(files)
  if (asked.kind !== 'question') throw new Error(asked.kind)
  return { asked, ...(await openReports(files, asked.guess)) }
}

/** Codes of issues, in their order. */
export function codesOf(issues: readonly IssueMessage[] | undefined): string[] {
  return (issues ?? []).map(({ code }) => code)
}

/** What a promise rejects with where a user is told so. */
export function problem(code: string) {
  return expect.objectContaining({ problem: expect.objectContaining({ code }) })
}

export function reportsOf(dataset: Dataset): Incident[] {
  return Array.from({ length: dataset.incidents.length }, (_, row) => {
    const incident = dataset.incidents.at(row)
    if (!incident) throw new Error(`row ${row} cannot be read again`)
    return incident
  })
}

/** A report with the values of its row beside those of the join. */
export function flat(report: Incident | undefined) {
  return { ...report?.record, ...report }
}
