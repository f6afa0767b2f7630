import { buildGeography, type GeographyFiles } from '../join/geography'
import { nowhereKnown } from '../join/whereabouts'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { OwnVocabulary } from '../model/own/ownVocabulary'
import type { Area } from '../model/place'
import { buildReading } from '../open/buildReading'
import { type CountedReasons, ReasonCounter } from '../open/reasons'
import type { Disk } from '../publish/disk'
import { type PublishedReports, writeCounted } from '../publish/publishFolder'
import { layAreas } from './areaLayers'
import { cleanIds, decideValues } from './decideValues'
import { findDecidingColumns } from './decidingColumns'
import type { EngineFile, ReadFile } from './engineFile'
import { countReports, findBounds, removeSums } from './engineSums'
import { findWords } from './findWords'
import type { Shards } from './gather'
import {
  areaDictionaries,
  createDecisions,
  DECISIONS,
  type DecisionTable,
  LOCATED,
  PAIRED,
  PUBLISHED,
  REPEATED,
  REPORT_IDS,
  REPORTS,
  readRows,
  SIDES,
} from './joinStatements'
import { KEYS_TABLE, keyRows } from './keyStatements'
import {
  joinPlaces,
  listPlaces,
  locateDoubtful,
  placeValues,
  writeOutlines,
  writePlaces,
} from './placeReports'
import { CREATE_WORK, createRows, DROP_WORK, fileStructure, loadRows } from './statements'
import { sortRejected, writeSorted } from './writeSorted'

/** What an engine's join came to. */
interface EngineJoined {
  readonly vocabulary: OwnVocabulary | null
  readonly written: PublishedReports
  readonly groups: readonly Area[]
  readonly isElsewhere: boolean
  readonly reasons: CountedReasons
}

interface EngineJob {
  readonly files: readonly EngineFile[]
  readonly shards: Shards
  readonly conflict: Conflict
  readonly geographyFiles: GeographyFiles
  readonly disk: Disk
  onReports(rows: number, total: number): void
}

/** Joins the reports of files by engines, and writes the tables of a published folder. */
export async function joinByEngine(job: EngineJob): Promise<EngineJoined> {
  const { shards, disk } = job
  const joined = await countByEngine(job)
  const { files, conflict, vocabulary, isElsewhere, reasons, reports, ...known } = joined
  let rows = 0
  const ofReports = await writeSorted(files, disk, conflict, reasons, () =>
    job.onReports(++rows, reports),
  )
  const rejected = await sortRejected(files, disk, reasons)
  const lines = function* () {
    for (const { value } of rejected.merge()) yield value
  }
  const all = { ...known, reports, rejected: lines() }
  const written = writeCounted(disk, conflict, ofReports, all, () => {})
  rejected.remove()
  removeSums(disk)
  await shards.onAll(DROP_WORK)
  // Rows that repeat an id may have named others.
  const named = new Set(ofReports.flatMap(({ areas = [] }) => areas))
  const found = files[0]?.reading.geography.groups.list ?? []
  const groups = found.filter(({ id }) => named.has(id))
  return { vocabulary, written, groups, isElsewhere, reasons: reasons.counted }
}

/** Joins the reports of files by engines, and counts them; their tables stay in the engines. */
export async function countByEngine(job: Omit<EngineJob, 'onReports'>) {
  const { shards, disk } = job
  await shards.onAll(DROP_WORK)
  await shards.onAll(CREATE_WORK)
  await loadFiles(job.files)
  const vocabulary = await findWords(job.files, job.conflict)
  const located = await locateRows(job, vocabulary)
  await shards.onShards(REPORTS, SIDES)
  await shards.gather('sides')
  await shards.main.run(PAIRED)
  await shards.spread('paired')
  await shards.onShards(PUBLISHED)
  const found = await findBounds(shards)
  const conflict = { ...job.conflict, ...vocabulary }
  const sums = await countReports(shards, disk, conflict, found.bounds)
  return { ...located, ...found, ...sums, vocabulary, conflict }
}

async function loadFiles(files: readonly EngineFile[]): Promise<void> {
  for (const { session, table, path } of files) {
    await session.run(createRows(table))
    const source = session.fileSource(path, fileStructure(table))
    await session.load(loadRows(table, source), path)
  }
}

/** Decides what the values of all rows mean, and where their points are. */
async function locateRows(job: Omit<EngineJob, 'onReports'>, vocabulary: OwnVocabulary | null) {
  const { shards, geographyFiles } = job
  const { polygons } = geographyFiles
  const geography = buildGeography(geographyFiles)
  let files = readFiles(job, vocabulary, null)
  const tables = Object.keys(DECISIONS) as DecisionTable[]
  await shards.onShards(KEYS_TABLE, ...tables.map(createDecisions))
  for (const { session, table, columns } of files) await session.run(keyRows(table, columns))
  for (const file of files) await decideValues(file)
  for (const session of shards.shards) await cleanIds(session)
  const layers = layAreas(polygons)
  const dictionaries = areaDictionaries(layers)
  await shards.onShards(...dictionaries.filter(({ sql }) => sql.startsWith('CREATE TABLE')))
  for (const session of shards.shards) await writeOutlines(session, layers)
  await shards.onShards(...dictionaries.filter(({ sql }) => !sql.startsWith('CREATE TABLE')))
  await shards.onShards(readRows(layers), REPORT_IDS)
  await shards.gather('report_ids')
  await shards.main.run(REPEATED)
  await shards.spread('repeated')
  for (const session of shards.shards) await locateDoubtful(session, polygons)
  await shards.onShards(LOCATED)
  const places = await listPlaces(files)
  const values = await placeValues(files)
  const areaIds = polygons.features.map(({ id }) => String(id) as AreaId)
  let reasons = new ReasonCounter()
  let joined = await joinPlaces(places, values, areaIds, geographyOf(files, geography), reasons)
  const { isElsewhere, isMistaken } = joined.whereabouts
  if (isMistaken) {
    // Some were placed by chance: their names are to be those of the file only.
    files = readFiles(job, vocabulary, { groups: [], isElsewhere })
    reasons = new ReasonCounter()
    const nowhere = nowhereKnown(job.conflict)
    joined = await joinPlaces(places, values, areaIds, geographyOf(files, nowhere), reasons)
  }
  await writePlaces(joined.lines)
  return { files, isElsewhere, reasons }
}

/** All files have the areas that any of them names. */
function readFiles(
  { files, geographyFiles }: Pick<EngineJob, 'files' | 'geographyFiles'>,
  vocabulary: OwnVocabulary | null,
  found: { readonly groups: readonly Area[]; readonly isElsewhere: boolean } | null,
): ReadFile[] {
  const geography = buildGeography(geographyFiles)
  const readings = files.map((file) =>
    buildReading({ ...file.opened, vocabulary }, geography, found ?? undefined),
  )
  const [first] = readings
  return files.flatMap((file, at) => {
    const reading = readings[at]
    const { format, mapping, table } = file.opened
    const columns = findDecidingColumns(format, table.header, mapping, vocabulary !== null)
    if (!reading || !first || !columns) return []
    const { groups } = first.geography
    return {
      ...file,
      columns,
      reading: { ...reading, geography: { ...reading.geography, groups } },
    }
  })
}

function geographyOf(
  files: readonly ReadFile[],
  { areas, areChosen, gazetteer }: ReturnType<typeof buildGeography>,
) {
  const [file] = files
  if (!file) throw new Error('there is no file')
  return { ...file.reading.geography, areas, areChosen, gazetteer }
}
