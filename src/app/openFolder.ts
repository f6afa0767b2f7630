import { batch } from '@preact/signals'
import { type FolderInWorker, readFolderInWorker } from '../files/folderInWorker'
import { geography, geographyFiles } from '../files/loadGeography'
import type { ShownFile } from '../files/shownFile'
import { countedDataset, type FolderFrame } from '../folder/countedDataset'
import { areasWithReports, folderAreas, readFolderFile } from '../folder/folderFile'
import { mixDataset } from '../folder/mixDataset'
import { asCollection } from '../geo/polygons'
import { errorText } from '../issues/errorText'
import { problemOf, UserError } from '../issues/problem'
import { type CustomAreas, readCustomAreas, withFocus } from '../join/customAreas'
import { buildGeography, chosenGeography, type GeographyFiles } from '../join/geography'
import { buildAreas } from '../join/listAreas'
import type { Geography } from '../join/locate'
import { readFirstWindow } from '../model/conflict'
import { type DayRange, parseDay, sliceAround } from '../model/day'
import type { AreaId } from '../model/ids'
import { loadJson } from '../open/fetchFile'
import type { PublishedConflict, PublishedFile } from '../publish/publishedFolder'
import { note, setFolder, setWindow, showOutlines, showParts } from './actions'
import { SHIPPED_CONFLICT } from './shippedConflict'
import type { ShownFolder } from './shownFolder'
import * as state from './state'

/** What a published folder is read with. */
export interface OpenFolder {
  readonly file: ShownFile
  readonly worker: FolderInWorker
  /** What its reports are joined to, as their texts are read like those of a file. */
  readonly geographyFiles: GeographyFiles
  readonly geography: Geography
  /** Names of the queries for reports that were made: none is made again by itself. */
  readonly asked: Set<string>
  /** It brings the outlines that are shown. */
  readonly hasOutlines: boolean
}

const OUTLINES = 'districts.geojson'
const NO_OUTLINES = { type: 'FeatureCollection' as const, features: [] }

let current: OpenFolder | null = null
/** Bytes that came since a question was asked. */
let onBytes: (bytes: number) => void = () => {}

export function openedFolder(): OpenFolder | null {
  return state.folder.peek() ? current : null
}

/** Ends reading a folder that is no longer shown. */
export function closeFolder(): void {
  if (current?.hasOutlines) showOutlines(null)
  current?.worker.end()
  current = null
}

/** Calls back with the bytes that come from now on, of whatever is read. */
export function watchBytes(callback: (bytes: number) => void): void {
  onBytes = callback
}

/** Shows a published folder by the path of its dataset.json. Rejects with a UserError. */
export async function openFolder(key: string): Promise<void> {
  const { href, origin } = new URL(key, document.baseURI)
  if (origin !== location.origin) {
    throw new UserError({ code: 'linkToOtherSite', params: { key } })
  }
  const conflict = readFolderFile(await loadJson(href), key)
  const first = readFirstWindow(conflict)
  let window = state.firstVisit.peek() ? first : state.timeWindow.peek()
  const worker = readFolderInWorker(conflict, href, (bytes) => onBytes(bytes))
  const [overview, listed, { rows: counts, covered }, home] = await Promise.all([
    worker.ask('overview', null),
    worker.ask('files', null),
    worker.ask('counts', wholeWeeks(window)).catch((error: unknown) => {
      if (problemOf(error).code !== 'windowTooLong') throw error
      note(errorText(error))
      window = first
      return worker.ask('counts', wholeWeeks(first))
    }),
    geographyFiles(SHIPPED_CONFLICT),
  ]).catch((error) => {
    worker.end()
    throw error
  })
  const { areas } = conflict.published
  const shipped = buildAreas(home.places)
  const known = areas.filter(({ id }) => shipped.has(id as AreaId)).length
  // Reports of the site's districts may name other areas too, which have no outline anywhere.
  const own = 2 * known < areas.length ? await ownAreas(conflict, href) : null
  const files = geographyOf(conflict, own, known > 0 ? home : null)
  const gazetteer = buildAreas(files.places)
  const isHome = own === null && files.places === home.places
  const { from, to } = conflict.published.span ?? {}
  const [start, end] = [parseDay(from ?? ''), parseDay(to ?? '')]
  const frame: FolderFrame = {
    conflict,
    areas: folderAreas(conflict, gazetteer),
    span: start !== null && end !== null ? { from: start, to: end } : null,
  }
  closeFolder()
  current = {
    asked: new Set(),
    hasOutlines: own !== null,
    file: { name: conflict.shortTitle, bytes: bytesOf([...conflict.files, ...listed]), key },
    worker,
    geographyFiles: files,
    geography: isHome
      ? { ...(await geography(SHIPPED_CONFLICT)), conflict }
      : buildGeography(files),
  }
  batch(() => {
    const isFirst = state.firstVisit.value
    setWindow(window)
    state.firstVisit.value = isFirst
    if (own) {
      const polygons = withFocus(own, home.places, SHIPPED_CONFLICT)
      showOutlines({ file: { name: OUTLINES, bytes: 0, key: null }, polygons, issues: own.issues })
    }
    showFolder({
      frame,
      overview: countedDataset(overview, frame),
      files: listed,
      counts,
      covered,
      window,
      read: null,
      cells: null,
      cellsOf: '',
    })
  })
}

/** What is read for a window: its first and last bar in the timeline are counted whole. */
export function wholeWeeks({ from, to }: DayRange): DayRange {
  return { from: sliceAround(from, 'week').from, to: sliceAround(to, 'week').to }
}

/** The outlines that a folder brings for its areas; null where it has none. */
async function ownAreas(conflict: PublishedConflict, href: string): Promise<CustomAreas | null> {
  const file = conflict.files.find(({ path }) => path === OUTLINES)
  if (!file) return null
  const outlines = asCollection(await loadJson(new URL(OUTLINES, href).href), OUTLINES)
  return readCustomAreas(outlines, OUTLINES, conflict)
}

/** What the texts of reports are joined to: again what they were joined to before. */
function geographyOf(
  conflict: PublishedConflict,
  own: CustomAreas | null,
  home: GeographyFiles | null,
): GeographyFiles {
  if (own) return chosenGeography(own, home?.places ?? [], conflict)
  const { places, polygons } = home ?? { places: [], polygons: NO_OUTLINES }
  return { conflict, places, polygons }
}

/** Shows what was read of the current folder. */
export function showFolder(folder: ShownFolder): void {
  const { frame, counts, read, overview, files } = folder
  const { conflict } = frame
  if (!current) return
  const before = state.folder.peek()
  const isSame = before?.counts === counts && before.read === read
  const dataset = isSame
    ? state.dataset.peek()
    : {
        ...mixDataset(frame, counts, read, conflict.published.left),
        countries: conflict.published.countries ?? [],
        whole: {
          overview,
          areas: areasWithReports(files),
          bounds: conflict.published.bounds ?? null,
          left: conflict.published.left,
        },
      }
  const { file } = current
  batch(() => {
    if (!isSame) {
      showParts([{ id: '', name: file.name, dataset, opened: null, folder: file }])
    }
    setFolder(folder)
  })
}

function bytesOf(files: readonly PublishedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
