import { buildGeography } from '../join/geography'
import { buildReading, type OpenedFile } from '../open/buildReading'
import type { ImportedReports } from '../open/importReports'
import { type AcceptedRows, readReports } from '../open/openedDataset'
import { type OpenRequest, recogniseFiles } from '../open/openFiles'
import type { Query } from '../query/search/readQuery'
import { reportMatcher } from '../query/search/search'

/** Searches the reports of an opened file, so that the page stays free. */

export interface SearchRequest extends OpenRequest, Pick<OpenedFile, 'vocabulary'> {
  readonly accepted: AcceptedRows
  /** The areas that were found in the file. */
  readonly found: Pick<ImportedReports, 'groups' | 'isElsewhere'>
  readonly query: Query
  /** The row of the dataset to begin with. */
  readonly first: number
}

/** What has been found so far. */
export interface Found {
  /** As `matchesQuery` returns them; 0 for reports that are not searched yet. */
  readonly matches: Uint8Array
  /** How many reports have been searched. */
  readonly searched: number
}

/** Milliseconds between two looks at what has been found: the page computes a slice for each. */
const SHOW_MS = 400

// A rejection alone would not reach the page.
addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  search(data).catch(reportError)
})

async function search(request: SearchRequest): Promise<void> {
  const recognised = await recogniseFiles(request)
  if (recognised.kind !== 'reports') return
  const file = { ...recognised.file, vocabulary: request.vocabulary }
  const reading = buildReading(file, buildGeography(request), request.found)
  const { conflict, gazetteer } = reading.geography
  const incidents = readReports(request.accepted, reading)
  const isMatch = reportMatcher({ incidents, conflict, gazetteer }, request.query)
  const { length } = incidents
  const matches = new Uint8Array(length)
  let shown = performance.now()
  for (let searched = 1; searched <= length; searched++) {
    const row = (request.first + searched - 1) % length
    if (isMatch(row)) matches[row] = 1
    if (searched < length && performance.now() - shown < SHOW_MS) continue
    postMessage({ matches, searched } satisfies Found)
    shown = performance.now()
  }
}
