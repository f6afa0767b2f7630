import { computed, signal } from '@preact/signals'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { customInfo, type DatasetInfo } from '../export/provenance'
import { findReach, HOME, limitOf } from '../figure/reach'
import { type Part, SHIPPED, type ShownFile } from '../files/shownFile'
import { slicedCells } from '../folder/cellSlice'
import { covers } from '../folder/coveredDays'
import type { Issue } from '../issues/issue'
import { joinDataset } from '../join/joinReports'
import { type LanguageId, readFirstWindow } from '../model/conflict'
import type { Day, DayRange, Unit } from '../model/day'
import { NOTHING_CHOSEN } from '../model/facets'
import type { AreaId } from '../model/ids'
import {
  type BarLayout,
  type FramePart,
  type Pane,
  type Selection,
  type Theme,
  USUAL_FRAME,
  type View,
} from '../model/view'
import { failedConditions, isUnfiltered, unfiltered } from '../query/conditions'
import type { Colouring } from '../query/counts'
import type { Filter } from '../query/filter'
import { colouringsOf } from '../query/groups'
import { USUAL_REACH } from '../query/overlap/pairReach'
import { readRows } from '../query/readRows'
import { findOtherDates } from '../query/search/otherDates'
import { mayHoldDate, type Query, type ReadDates, readQuery } from '../query/search/readQuery'
import { isSearchedAtOnce, matchesQuery } from '../query/search/search'
import { sliceDataset } from '../query/sliceDataset'
import { whyEmpty } from '../query/summary/whyEmpty'
import type { Dataset } from '../store/dataset'
import type { Opening } from './opening'
import { infoOf } from './partInfo'
import { SHIPPED_CONFLICT } from './shippedConflict'
import type { CellsInView, FolderReading, ShownFolder } from './shownFolder'

/** The sources of truth, written only in this folder, and what the core computes from them. */

/** The days that the site opens with. */
export const FIRST_WINDOW = readFirstWindow(SHIPPED_CONFLICT)

export const EMPTY = joinDataset({
  conflict: SHIPPED_CONFLICT,
  incidents: [],
  sources: [],
  places: [],
  issues: [],
  file: '',
})

// Data
export const dataset = signal<Dataset>(EMPTY)
/** The vocabulary of the dataset that is shown. */
export const conflict = computed(() => dataset.value.conflict)
export const loaded = signal(false)
/** The datasets that are shown; several are one in `dataset`. */
export const parts = signal<readonly Part[]>([])
/** Opened files are shown beside the shipped records, not instead of them. */
export const withShipped = signal(false)
/** `data` in the address: paths on this site and stored files; null for the shipped records. */
export const dataKey = signal<string | null>(null)
/** `boundaries` in the address: the same for district outlines. */
export const boundariesKey = signal<string | null>(null)
/** What the dataset was read from, all files as one; null for the shipped records alone. */
export const shown = computed<ShownFile | null>(() => {
  const files = parts.value.map(
    ({ name, opened, folder }) => opened?.file ?? folder ?? { name, bytes: 0, key: SHIPPED },
  )
  if (parts.value.every(({ opened, folder }) => !opened && !folder)) return null
  return {
    name: files.map(({ name }) => name).join(', '),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    key: files.flatMap(({ key }) => key ?? []).join(',') || null,
  }
})
/** A published folder, as far as it was read; null for other datasets. */
export const folder = signal<ShownFolder | null>(null)
/** What is being read of it. */
export const reading = signal<FolderReading | null>(null)
/** What the map counts by squares; null where it counts none. */
export const cellsInView = signal<CellsInView | null>(null)
/** Why the file of the address is not shown, and nothing else in its place; null where it is. */
export const missing = signal<string | null>(null)
/** The user's district outlines and their file; null for the shipped ones. */
export const outlines = signal<{
  readonly file: ShownFile
  readonly polygons: FeatureCollection<Polygon | MultiPolygon>
  readonly issues: readonly Issue[]
} | null>(null)
/** Whether what the user has opened is on the base map that ships with the site. */
export const reach = computed(() =>
  shown.value || outlines.value ? findReach(dataset.value, outlines.value?.polygons ?? null) : HOME,
)
/** Where the map can be moved. */
export const limit = computed(() => limitOf(dataset.value, reach.value))
/** What reading a file has come to; null when none is being read. */
export const opening = signal<Opening | null>(null)
/** The dataset as a work; of an opened file almost nothing is known. */
export const info = computed<DatasetInfo>(() => {
  const [{ folder: ofFolder } = {}] = parts.value
  if (!shown.value || ofFolder) return conflict.value
  const all = customInfo(SHIPPED_CONFLICT, shown.value.name, dataset.value.places)
  if (parts.value.length < 2) return all
  return { ...all, parts: Object.fromEntries(parts.value.map((part) => [part.id, infoOf(part)])) }
})

// Time
export const timeWindow = signal<DayRange>(FIRST_WINDOW)
export const off = signal<ReadonlySet<Day>>(new Set())
export const unit = signal<Unit>('day')

/** How often a period was chosen as a whole: a step that Back undoes, unlike a drag. */
export const periodsChosen = signal(0)

// Filters
/** The values that each facet lets through. */
export const chosen = signal(NOTHING_CHOSEN)
/** Whether reports count that only reach into the window. */
export const possible = signal(true)
/** The search as typed. */
export const query = signal('')
/** Null until it is loaded (dateReader.ts). */
export const dateReader = signal<ReadDates | null>(null)
/** Found so far in very many reports (searching.ts); null where no search is needed. */
export const search = signal<{
  readonly dataset: Dataset
  readonly query: Query
  readonly matches: Uint8Array
  /** How many reports have been searched. */
  readonly searched: number
} | null>(null)

// Screen
/** What is open over the map, the last one on top: Back closes it. */
export const panes = signal<readonly Pane[]>([])
/** What is below the filters. */
export const panel = signal<'reports' | 'claims' | 'sources' | 'overlap'>('reports')
/** The two datasets that are compared, by id; the first two where it has not two. */
export const comparedIds = signal<ReadonlySet<string>>(new Set())
/** How far apart their reports may be. */
export const reachDays = signal(USUAL_REACH.days)
export const reachKm = signal(USUAL_REACH.km)
export const selection = signal<Selection | null>(null)
/** What colours are to stand for. */
export const colouringChoice = signal<Colouring>('party')
/** What colours stand for on map, timeline and list: the choice, if the dataset has it. */
export const colouring = computed<Colouring>(() =>
  colouringsOf(conflict.value).includes(colouringChoice.value) ? colouringChoice.value : 'party',
)
/** How the timeline draws the groups of a bar. */
export const bars = signal<BarLayout>('stacked')
export const hoveredArea = signal<AreaId | null>(null)
/** Null follows the system. */
export const themeChoice = signal<Theme | null>(null)
export const systemTheme = signal<Theme>('light')
/** One of LANGUAGES (src/messages/language.ts). */
export const interfaceLanguage = signal('en')
/** Language of place names; null follows the interface. */
export const namesChoice = signal<LanguageId | null>(null)
export const base = signal('embedded')
export const hiddenLayers = signal<ReadonlySet<string>>(new Set())
/** The reported direction of fire of every report is on the map. */
export const directions = signal(false)
/** The page is a part of another one, which it leaves the focus and the wheel. */
export const embed = signal(false)
/** What an embedded map has around it. */
export const framed = signal<ReadonlySet<FramePart>>(new Set(USUAL_FRAME))
/** Null until the user moves the map, which shows all reports of the first slice until then. */
export const view = signal<View | null>(null)
/** True until the user or a link chooses a window: the screen says why this week is shown. */
export const firstVisit = signal(true)

/** Loads the newer version of the site that this browser has; null where there is none. */
export const update = signal<(() => void) | null>(null)
/** Sentences for the user: broken link values, failed loads. Data issues are in dataset.issues. */
export const notes = signal<readonly string[]>([])

/** The days that are counted: those of a folder follow the window when they were read. */
export const countedWindow = computed(() => {
  const { covered, window } = folder.value ?? {}
  return !covered || !window || covers(covered, timeWindow.value) ? timeWindow.value : window
})
/** The search as it is understood. */
export const asked = computed(() => {
  const readDates = mayHoldDate(query.value) ? dateReader.value : null
  return readQuery(query.value, dataset.value.span, readDates ?? undefined)
})
/** The conditions apart from time, so that moving the window does not judge them again. */
const conditions = computed(() => ({ chosen: chosen.value, query: asked.value }))
export const filter = computed<Filter>(() => ({
  ...conditions.value,
  window: countedWindow.value,
  off: off.value,
  possible: possible.value,
}))
/** What has been found for the query that is asked. */
const found = computed(() => {
  const known = search.value
  return known?.dataset === dataset.value && known.query === asked.value ? known : null
})
/** Whether each report matches the query, as far as is known; null for a query that asks for nothing. */
const matches = computed(() => {
  if (isSearchedAtOnce(dataset.value, asked.value)) return matchesQuery(dataset.value, asked.value)
  return found.value?.matches ?? new Uint8Array(dataset.value.columns.length)
})
/** Of very many reports, how many are still to be searched. */
export const unsearched = computed(() => {
  if (isSearchedAtOnce(dataset.value, asked.value)) return 0
  return dataset.value.columns.length - (found.value?.searched ?? 0)
})
/** For each row, which of the conditions it fails (filter.ts): the histogram and the slice share it. */
export const fails = computed(() =>
  failedConditions(dataset.value, conditions.value, matches.value),
)
export const slice = computed(() => sliceDataset(dataset.value, filter.value, fails.value))
/** Of the slice, the rows with reports to show: all of them but counts of a published folder. */
export const listed = computed(() => readRows(dataset.value, slice.value))
export const hasUnread = computed(() => listed.value !== slice.value)
/** Where the slice is on the map: of a folder, by squares until its reports were read. */
export const points = computed(() =>
  hasUnread.value && folder.value ? slicedCells(folder.value, filter.value) : undefined,
)
/** All reports in the window: where the filters leave none of them, a count is 0, not silence. */
export const wholeSlice = computed(() => {
  if (isUnfiltered(filter.value)) return slice.value
  return sliceDataset(dataset.value, unfiltered(filter.value.window))
})
/** Why the slice is empty; null where it is not, or where that is not yet known. */
export const emptiness = computed(() =>
  loaded.value && missing.value === null && unsearched.value === 0
    ? whyEmpty(dataset.value, slice.value)
    : null,
)
/** What passes the filters on any date; null until that is known. */
export const allDates = computed(() =>
  loaded.value && unsearched.value === 0 && !dataset.value.whole
    ? findOtherDates(dataset.value, asked.value, fails.value)
    : null,
)
/** What `names` is while nobody chose a language for it. */
export const usualNames = computed<LanguageId>(() => {
  const { languages } = conflict.value
  const [first] = languages
  return (languages.find(({ id }) => id === interfaceLanguage.value) ?? first).id
})
export const names = computed<LanguageId>(() => namesChoice.value ?? usualNames.value)
export const theme = computed<Theme>(() => themeChoice.value ?? systemTheme.value)
