import type { Dataset, Issue, Place } from '../types'
import { joinDataset } from './join'
import { type Parsed, parseIncidents, parsePlaces, parseSources } from './parse'

/** Where the site keeps its files, relative to the page so that any folder of any host will do. */
export const DATA = 'data/'

/** Reads JSON from the site's own origin. Throws an Error that names the file, the cause and a remedy. */
export async function loadJson(url: string): Promise<unknown> {
  const response = await request(url)
  try {
    return await response.json()
  } catch {
    throw new Error(
      `${url} is not JSON. Reload the page; if that does not help, the file is damaged.`,
    )
  }
}

/**
 * Loads and joins the records that ship with the site. Never throws: a file that cannot be had is an
 * issue, and what the others hold is shown. `ownPlaces` stand in for the shipped gazetteer.
 */
export async function loadDataset(ownPlaces: readonly Place[] | null = null): Promise<Dataset> {
  const [incidents, sources, places] = await Promise.all([
    loadTable('incidents.csv', parseIncidents),
    loadTable('sources.csv', parseSources),
    ownPlaces ? { rows: ownPlaces, issues: [] } : loadPlaces(),
  ])
  return joinDataset({
    incidents: incidents.rows,
    sources: sources.rows,
    places: places.rows,
    issues: [...incidents.issues, ...sources.issues, ...places.issues],
    file: 'incidents.csv',
  })
}

/** The gazetteer that ships with the site. Never throws, as above. */
export function loadPlaces(): Promise<Parsed<Place>> {
  return loadTable('places.csv', parsePlaces)
}

/** A file of this site as it is. Throws an Error that names the file, the cause and a remedy. */
export async function loadFile(url: string): Promise<Blob> {
  return (await request(url)).blob()
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

async function request(url: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new Error(
      `${url} could not be loaded: no connection. Check the network and reload the page.`,
    )
  }
  if (!response.ok) {
    throw new Error(
      `${url} could not be loaded: the server answered ${response.status}. Reload the page.`,
    )
  }
  return response
}
