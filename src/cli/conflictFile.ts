import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Conflict } from '../model/conflict'
import type { Tables } from '../model/tables'
import { type ParsedConflict, parseConflict } from '../schema/parseConflict'
import { EXIT, Failure } from './failure'
import { readBytes } from './files'
import { buildFindings, findingText } from './issueTable'
import { plain } from './textTable'

/** The tables of a conflict that could not be read: the remedies of its faults need none. */
export const NO_TABLES: Tables = { incidents: [], sources: [], places: [], withdrawn: [] }

export function conflictPath(folder: string): string {
  return join(folder, 'dataset.json')
}

/** Whether a path is a dataset folder that describes its own conflict. */
export function isDataset(path: string): boolean {
  return path !== '-' && existsSync(conflictPath(path))
}

/** The folder whose conflict the given files are read with. */
export function conflictFolder(paths: readonly string[], dataFolder: string): string {
  return paths.find(isDataset) ?? dataFolder
}

/** The conflict described by dataset.json in a folder, or its faults. */
export function openConflict(folder: string): ParsedConflict {
  const path = conflictPath(folder)
  return parseConflict(new TextDecoder().decode(readBytes(path).bytes), path)
}

/** The same, but throws a Failure that names the first fault. */
export function readConflict(folder: string): Conflict {
  const { conflict, issues } = openConflict(folder)
  if (conflict) return conflict
  const [first] = buildFindings(issues.slice(0, 1), NO_TABLES)
  const finding = first ? plain(findingText(first)) : ''
  const params = { file: conflictPath(folder), finding, more: issues.length - 1, folder }
  throw new Failure(EXIT.dataErrors, { code: 'faultyConflict', params })
}
