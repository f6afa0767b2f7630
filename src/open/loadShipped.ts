import { IssueCollector } from '../issues/issueCollector'
import { problemOf } from '../issues/problem'
import { joinDataset } from '../join/joinReports'
import type { Conflict } from '../model/conflict'
import type { Place } from '../model/place'
import { type Parsed, parseIncidents, parsePlaces, parseSources } from '../read/parseTables'
import type { Dataset } from '../store/dataset'
import { DATA, request } from './fetchFile'

/**
 * Loads and joins the records that ship with the site. Never throws: a file that cannot be loaded
 * is an issue, and the contents of the others are shown. `customPlaces` replace the shipped
 * gazetteer.
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
    areChosen: customPlaces !== null,
  })
}

/** Loads the gazetteer that ships with the site. Never throws, as above. */
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
    const problem = problemOf(error)
    const cause = problem.code === 'notLoaded' ? problem.params.cause : 'offline'
    const ofFile = new IssueCollector(file, null, '')
    ofFile.error('fileNotLoaded', '', { cause })
    return { rows: [], issues: ofFile.list }
  }
}
