import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, parse } from 'node:path'
import { commandLine } from '../messages/compiled/commandLine'
import { EXIT, Failure } from './failure'

/** A file, with the name that messages use. */
export interface ByteFile {
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  readonly bytes: Uint8Array
}

/** Reads a file; `-` is standard input. Throws a Failure when it cannot be read. */
export function readBytes(path: string): ByteFile {
  const name = path === '-' ? commandLine.standardInput() : path
  try {
    return { name, path: path === '-' ? null : path, bytes: readFileSync(path === '-' ? 0 : path) }
  } catch (error) {
    throw new Failure(EXIT.file, { code: 'notRead', params: { name, reason: reasonOf(error) } })
  }
}

/** Reads JSON, with the same Failure. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(path).bytes))
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(EXIT.file, { code: 'notJson', params: { name: path } })
  }
}

/** The files meant by a command's FILES: a folder means the tables in it. */
export function expandFolders(paths: readonly string[], tables: readonly string[]): string[] {
  return paths.flatMap(expandPattern).flatMap((path) => {
    if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
    const names = readdirSync(path)
    const found = tables.filter((name) => names.includes(name)).map((name) => join(path, name))
    if (found.length > 0) return found
    const params = { name: path, tables: tables.join(', ') }
    throw new Failure(EXIT.file, { code: 'noTableInFolder', params })
  })
}

/** The files of a pattern with `*` or `?` that the shell did not expand; else the path itself. */
function expandPattern(path: string): string[] {
  if (!/[*?]/.test(path) || existsSync(path)) return [path]
  const { dir, base } = parse(path)
  const signs = base.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
  const isName = new RegExp(`^${signs.replaceAll('*', '.*').replaceAll('?', '.')}$`)
  const found = expandPattern(dir || '.')
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => isName.test(name) && !name.startsWith('.'))
        .map((name) => join(folder, name)),
    )
  return found.length > 0 ? found.sort() : [path]
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
export function writeWhole(path: string, text: string | Uint8Array): void {
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

/** Why the system did not read or write a file, as a clause. */
export function reasonOf(error: unknown): string {
  const { code = '?' } = error as NodeJS.ErrnoException
  return commandLine.fileReason({ code })
}
