import {
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { commandLine } from '../messages/commandLine'
import { EXIT, Failure } from './failure'

/** A file as text, with the name that messages use. */
export interface TextFile {
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  readonly text: string
}

/**
 * Reads UTF-8 text; `-` is standard input. Throws a Failure when it cannot be read or is not UTF-8.
 */
export function readText(path: string): TextFile {
  const name = path === '-' ? commandLine.standardInput() : path
  let bytes: Buffer
  try {
    bytes = readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw new Failure(EXIT.file, { code: 'notRead', params: { name, reason: reasonOf(error) } })
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { name, path: path === '-' ? null : path, text }
  } catch {
    throw new Failure(EXIT.file, { code: 'notUtf8', params: { name } })
  }
}

/** Reads JSON, with the same Failures. */
export function readJson(path: string): unknown {
  const { text } = readText(path)
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure(EXIT.file, { code: 'notJson', params: { name: path } })
  }
}

/** The files meant by a command's FILES: a folder means the tables in it. */
export function expandFolders(paths: readonly string[], tables: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
    const names = readdirSync(path)
    const found = tables.filter((name) => names.includes(name)).map((name) => join(path, name))
    if (found.length > 0) return found
    const params = { name: path, tables: tables.join(', ') }
    throw new Failure(EXIT.file, { code: 'noTableInFolder', params })
  })
}

export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

/**
 * Writes a whole file or nothing: to another name in the same folder first, then renames it.
 * Special files (`/dev/null`, a named pipe) are written directly. Throws a Failure if that fails.
 */
export function writeWhole(path: string, text: string): void {
  const known = statSync(path, { throwIfNoEntry: false })
  const target = known ? realpathSync(path) : path
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`)
  try {
    if (known?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (known && !known.isFile()) writeFileSync(target, text)
    else {
      writeFileSync(draft, text, { flag: 'wx', ...(known && { mode: known.mode }) })
      renameSync(draft, target)
    }
  } catch (error) {
    rmSync(draft, { force: true })
    const params = { name: path, reason: reasonOf(error) }
    throw new Failure(EXIT.file, { code: 'notWritten', params })
  }
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return commandLine.fileReason({ code, detail: message })
}
