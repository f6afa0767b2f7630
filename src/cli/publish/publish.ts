import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { version } from '../../../package.json'
import { commandLine } from '../../messages/compiled/commandLine'
import { datasetFile } from '../../publish/datasetFile'
import type { Disk } from '../../publish/disk'
import type { PublishedFile, WrittenFile } from '../../publish/publishedFolder'
import type { PublishedReports } from '../../publish/publishFolder'
import { isListed, writeChecksums, writeReportList } from '../../publish/reportList'
import { COUNTS } from '../../publish/reportTables'
import type { Answer, Call } from '../command'
import { conflictFolder } from '../conflictFile'
import { publishByEngine } from '../engine/publishByEngine'
import { EXIT, Failure, usage } from '../failure'
import { readBytes, reasonOf } from '../files'
import { failsOn, findingTable } from '../issueTable'
import { checksumOf, folderDisk } from './folderDisk'
import { progressLines } from './progressLine'
import { publishChunks, readState, STATE, saveState } from './publishChunks'
import { checkFree, keyOf, readInputs } from './publishInputs'
import type { Outcome } from './publishOutcome'
import { publishWhole } from './publishWhole'

/** `publish`: the reports of files as a folder that is read in parts over HTTP. */
export async function publish(call: Call): Promise<Answer> {
  if (call.files.length === 0) throw usage({ code: 'publishNeedsFile' })
  if (call.out === undefined || call.out === '-') throw usage({ code: 'publishNeedsOut' })
  const out = call.out.replace(/(?<=.)[/\\]+$/, '')
  checkFree(out, ['dataset.json'])
  checkFree(`${out}.part`, [STATE, 'dataset.json'])
  try {
    const dataFolder = conflictFolder(call.files, call.dataFolder)
    return await publishTo(out, { ...call, dataFolder })
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error
    const params = { name: out, reason: reasonOf(error) }
    throw new Failure(EXIT.file, { code: 'notWritten', params })
  }
}

async function publishTo(out: string, call: Call): Promise<Answer> {
  const { generated } = call
  const progress = progressLines(
    (text) => call.json || call.say?.(text),
    () => performance.now(),
  )
  const inputs = readInputs(call, (bytes, total) => progress('checksums', bytes, total, 0))
  const part = `${out}.part`
  const key = keyOf(call, inputs)
  const known = readState(part)
  const state = known?.key === key ? known : { key }
  const disk = folderDisk(part)
  if (state !== known) {
    rmSync(part, { recursive: true, force: true })
    mkdirSync(part, { recursive: true })
    saveState(disk, state)
  }
  const outcome = call.engine
    ? await publishByEngine(call, call.engine, part, progress)
    : ((await publishChunks(call, disk, state, progress)) ??
      (await publishWhole(call, disk, progress)))
  const { conflict, info, areas, findings, engine } = outcome
  const { files: tables, ...written } = outcome.written
  const table = findings.length === 0 ? '' : findingTable(findings)
  if (written.reports === 0 && failsOn(findings, false)) {
    rmSync(part, { recursive: true })
    throw new Failure(EXIT.dataErrors, { code: 'noReport', params: { table } })
  }
  const beside = writeGeography(disk, outcome)
  const describe = describer(disk)
  const all = [...tables, ...beside].map(describe)
  const list = describe(writeReportList(disk, all.filter(isListed)))
  const sums = describe(writeChecksums(disk, [list, ...all]))
  const files = [list, sums, ...all.filter((file) => !isListed(file))]
  const by = { program: version, generated, ...(engine !== undefined && { engine }) }
  const about = { ...by, inputs, info, areas: areas.values() }
  const dataset = datasetFile(conflict, written, files, about)
  disk.replace('dataset.json', new TextEncoder().encode(`${JSON.stringify(dataset)}\n`))
  disk.remove(STATE)
  outcome.cleanUp()
  if (existsSync(out)) renameSync(out, `${part}.old`)
  renameSync(part, out)
  rmSync(`${part}.old`, { recursive: true, force: true })
  return {
    output: call.json ? `${JSON.stringify(dataset.published)}\n` : summary(written, all),
    remarks: call.json ? `${JSON.stringify({ issues: findings }, null, 2)}\n` : table,
    exit: failsOn(findings, call.strict) ? EXIT.dataErrors : EXIT.ok,
  }
}

/** Returns a function that adds to a file what is in it. */
function describer(disk: Disk) {
  return (file: WrittenFile): PublishedFile => {
    const source = disk.open(file.path)
    if (!source) throw new Error(`${file.path} is gone`)
    return { ...file, bytes: source.size, sha256: checksumOf(source) }
  }
}

/** The outlines that reports were joined to, and the gazetteer. */
function writeGeography(disk: Disk, { geography, gazetteer }: Outcome): WrittenFile[] {
  if (!geography) return []
  const { places, polygons } = geography
  const [list, outlines] = ['places.csv', 'districts.geojson']
  disk.replace(outlines, new TextEncoder().encode(JSON.stringify(polygons)))
  const written = [{ path: outlines, rows: polygons.features.length }]
  if (gazetteer === null) return written
  disk.replace(list, readBytes(gazetteer).bytes)
  return [{ path: list, rows: places.length }, ...written]
}

function summary(
  { reports, rejected, repeated, left }: Omit<PublishedReports, 'files'>,
  files: readonly PublishedFile[],
): string {
  const sumOf = (start: string, key: 'bytes' | 'rows') =>
    files.filter(({ path }) => path.startsWith(start)).reduce((sum, file) => sum + file[key], 0)
  return commandLine.publishDone({
    ...{ reports, rejected, repeated, counts: sumOf(COUNTS, 'rows') },
    reportBytes: sumOf('reports/', 'bytes'),
    countBytes: sumOf(COUNTS, 'bytes'),
    left: left.length === 0 ? 'none' : left.join(', '),
  })
}
