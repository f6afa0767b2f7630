import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { customInfo } from '../../export/provenance'
import type { Issue } from '../../issues/issue'
import { buildGeography } from '../../join/geography'
import { listAreas } from '../../join/listAreas'
import { commandLine } from '../../messages/compiled/commandLine'
import type { Conflict } from '../../model/conflict'
import type { Area } from '../../model/place'
import { buildTables } from '../../model/tables'
import type { CountedReasons } from '../../open/reasons'
import { type ChunkedFile, chunkedFile } from '../../publish/chunkedFile'
import { reasonsOf } from '../../publish/readReports'
import { parsePlaces } from '../../read/parseTables'
import { readMapping } from '../columnsOption'
import type { Call } from '../command'
import { readConflict } from '../conflictFile'
import { findChosen } from '../districtsOption'
import { expandFolders, readBytes } from '../files'
import { FILE_NAMES, readGiven } from '../givenFiles'
import { buildFindings } from '../issueTable'
import { readDistricts, shippedNames } from '../readFiles'
import { openInput } from './publishInputs'
import type { Outcome } from './publishOutcome'

/** The files of a call that are read in chunks, and what they are joined to. */
export type ChunkedCall = NonNullable<Awaited<ReturnType<typeof openChunked>>>

/** Opens delimited text that is read part by part; null where files are to be read whole. */
export async function openChunked(call: Call) {
  const { dataFolder, districts, columns } = call
  const paths = expandFolders(call.files, FILE_NAMES)
  const size = paths.reduce(
    (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
  if (paths.includes('-')) return null
  const shipped = readConflict(dataFolder)
  const known = { conflict: shipped, isPlace: shippedNames(dataFolder, shipped) }
  const files: ChunkedFile[] = []
  const others: string[] = []
  for (const path of paths) {
    const mappingOf = (table: Parameters<typeof readMapping>[1]) =>
      readMapping({ option: columns, known }, table, path)
    const file = await chunkedFile(openInput(path), path, mappingOf)
    if (file) files.push(file)
    else others.push(path)
  }
  if (files.length === 0) return null
  const beside = await readGiven(others, buildTables(shipped), null)
  if (beside.some(({ kind }) => kind !== 'areas')) return null
  const list = join(dataFolder, 'places.csv')
  const text = new TextDecoder().decode(readBytes(list).bytes)
  const gazetteer = parsePlaces(text, 'places.csv', shipped).rows
  const given = files.map(({ opened }) => {
    return { kind: 'foreign' as const, file: opened.name, path: opened.name, opened }
  })
  const chosen = await findChosen([...given, ...beside], districts, gazetteer, shipped)
  const geographyFiles = chosen ?? {
    conflict: shipped,
    places: gazetteer,
    polygons: readDistricts(dataFolder),
  }
  return { files, size, shipped, list, geographyFiles, issues: chosen?.issues ?? [] }
}

/** What was found in all rows. */
interface FoundInRows {
  readonly groups: readonly Area[]
  readonly isElsewhere: boolean
  readonly reasons: CountedReasons
}

/** What the reports of a call came to, but for what was written of them. */
export function describeOutcome(
  { files, shipped, list, geographyFiles, issues }: ChunkedCall,
  conflict: Conflict,
  found: FoundInRows,
): Omit<Outcome, 'written' | 'cleanUp'> {
  const geography = buildGeography(geographyFiles)
  const all = {
    areas: found.isElsewhere ? new Map() : geography.areas,
    groups: { list: found.groups },
  }
  const file = files.map(({ opened }) => basename(opened.name)).join(', ')
  const reasons = reasonsOf(found, geography)
  return {
    conflict,
    info: customInfo(shipped, file, found.isElsewhere ? [] : null),
    areas: listAreas(all as Parameters<typeof listAreas>[0]),
    findings: [
      ...buildFindings(issues, buildTables(shipped)),
      ...reasons.flatMap((reason) => {
        const issue: Issue = { ...reason, file, row: reason.first, id: '' }
        return buildFindings([issue], buildTables(shipped)).map((finding) => {
          const { message } = finding
          return { ...finding, message: commandLine.publishRows({ message, n: reason.rows }) }
        })
      }),
    ],
    geography: found.isElsewhere ? null : geographyFiles,
    gazetteer: list,
  }
}
