import { joinDataset } from '../join/joinReports'
import type { Conflict } from '../model/conflict'
import type { Issue } from '../model/issue'
import type { Place } from '../model/place'
import { type Parsed, parseIncidents, parsePlaces, parseSources } from '../read/parseTables'
import type { Dataset } from '../store/dataset'
import { DATA, request } from './fetchFile'

/**
 * Loads and joins the records that ship with the site. Never throws: a file that cannot be had is an
 * issue, and what the others hold is shown. `customPlaces` stand in for the shipped gazetteer.
 */
export async function loadDataset(
  conflict: Conflict,
  customPlaces: readonly Place[] | null = null,
): Promise<Dataset> {
  const [incidents, sources, places] = await Promise.all([
    loadTable('incidents.csv', (text, file) => parseIncidents(text, file, conflict)),
    loadTable('sources.csv', parseSources),
    customPlaces ? { rows: customPlaces, issues: [] } : loadPlaces(conflict),
  ])
  return joinDataset({
    conflict,
    incidents: incidents.rows,
    sources: sources.rows,
    places: places.rows,
    issues: [...incidents.issues, ...sources.issues, ...places.issues],
    file: 'incidents.csv',
  })
}

/** The gazetteer that ships with the site. Never throws, as above. */
export function loadPlaces(conflict: Conflict): Promise<Parsed<Place>> {
  return loadTable('places.csv', (text, file) => parsePlaces(text, file, conflict))
}

async function loadTable<T>(
  file: string,
  parse: (text: string, file: string) => Parsed<T>,
): Promise<Parsed<T>> {
  try {
    const response = await request(DATA + file)
    return parse(await response.text(), file)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const issue: Issue = { severity: 'error', file, row: null, id: '', message }
    return { rows: [], issues: [issue] }
  }
}
