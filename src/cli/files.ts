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
import { EXIT, Failure } from './failure'

/** A file as text, under the name that messages call it by. */
export interface TextFile {
  readonly name: string
  /** Where it lies; null for standard input. */
  readonly path: string | null
  readonly text: string
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Check the name and the folder that you are in',
  EACCES: 'it may not be opened. Check its permissions',
  EPERM: 'it may not be opened. Check its permissions',
  EISDIR: 'it is a folder. Name a file',
  ENOTDIR: 'a part of the path is not a folder. Check the path',
  ENOSPC: 'the disk is full. Free some space',
  EFBIG: 'the file would be larger than is allowed. Choose another folder',
  EROFS: 'the disk cannot be written. Choose another folder',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one',
}

/** Reads UTF-8 text; `-` is standard input. Throws a Failure when it cannot be had or is not UTF-8. */
export function readText(path: string): TextFile {
  const name = path === '-' ? 'standard input' : path
  let bytes: Buffer
  try {
    bytes = readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw new Failure(EXIT.file, `${name} cannot be read: ${reasonOf(error)}.`)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { name, path: path === '-' ? null : path, text }
  } catch {
    throw new Failure(
      EXIT.file,
      `${name} is not UTF-8 text. Save it again as "CSV UTF-8", and not as a workbook.`,
    )
  }
}

/** Reads JSON, with the same Failures. */
export function readJson(path: string): unknown {
  const { text } = readText(path)
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure(EXIT.file, `${path} is not JSON; the file is damaged. Fetch it again.`)
  }
}

/** The files that a command's FILES stand for: a folder stands for the tables in it. */
export function expandFolders(paths: readonly string[], tables: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
    const names = readdirSync(path)
    const found = tables.filter((name) => names.includes(name)).map((name) => join(path, name))
    if (found.length > 0) return found
    throw new Failure(EXIT.file, `${path} holds none of ${tables.join(', ')}. Name the files.`)
  })
}

/** Whether two paths lead to the same file. */
export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

/**
 * Writes a file whole or not at all: under another name in the same folder first, then renamed. What is no
 * ordinary file (`/dev/null`, a named pipe) is written directly. Throws a Failure when it cannot be.
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
    throw new Failure(
      EXIT.file,
      `${path} cannot be written: ${reasonOf(error)}. Nothing was written.`,
    )
  }
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}
