import { foldersToKML } from '@placemarkio/tokml'
import type { Feature } from 'geojson'
import { describeClaim } from './citation'
import { exportColumns } from './exportColumns'
import { type ExportRow, exportRows, PLAIN, splitSlice } from './exportRows'
import { buildProvenance } from './provenance'
import type { ReportsWriter } from './reportsCsv'

type Folder = Parameters<typeof foldersToKML>[0]['children'][number]

/**
 * The reports of a slice as KML: a folder for each first day, in the order of the slice, and all
 * columns that have a value as data. Days are words in folders and data, not times of KML: most
 * reports give no time, and a day of the place is another span in UTC.
 */
export const reportsKml: ReportsWriter = async (dataset, slice, meta, pause, layout = PLAIN) => {
  const columns = exportColumns(dataset, meta, layout)
  const asFeature = (row: ExportRow): Feature<ExportRow['geometry']> => {
    const cells = columns.map(({ name, read }) => [name, read(row)] as const)
    const stated = Object.fromEntries(cells.filter(([, value]) => value !== '' && value !== null))
    const { record } = row.incident
    const { summary = '', citation = '' } = stated
    const properties = {
      ...stated,
      name: describeClaim(record, meta),
      description: asHtml([summary, citation].filter((text) => text !== '').join('\n\n')),
    }
    return { type: 'Feature', geometry: row.geometry, properties }
  }
  const days = new Map<string, Folder[]>()
  const dayOf = columns.find(({ name }) => name === 'date_start')
  for (const part of splitSlice(slice)) {
    for (const row of exportRows(dataset, part, layout)) {
      const day = String(dayOf?.read(row))
      const known = days.get(day) ?? []
      days.set(day, known)
      known.push(asFeature(row) as Folder)
    }
    await pause?.()
  }
  const about = Object.entries(buildProvenance(slice, meta, dataset.conflict)).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const folders = [...days].map(
    ([name, children]): Folder => ({ type: 'folder', meta: { name }, children: children as never }),
  )
  const root: Folder = {
    type: 'folder',
    meta: { name: meta.shortTitle, description: asHtml(about.join('\n')) },
    children: folders as never,
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    foldersToKML({ type: 'root', children: [root] }),
  ]
}

/** Readers show a description as HTML: what looks like a tag in a text must stay a text. */
function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replaceAll('\n', '<br>')
}
