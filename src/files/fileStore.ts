import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { UserError } from '../issues/problem'
import type { GivenFile } from '../open/openFiles'
import type { Mapping } from '../read/format'

/** What is known about files stored in this browser without reading them. */
export interface KeptEntry {
  readonly id: string
  readonly kind: 'reports' | 'areas'
  /** The first is the one that the others (sources) belong to. */
  readonly names: readonly string[]
  readonly bytes: number
  /** Milliseconds since 1970, UTC. */
  readonly opened: number
  readonly rows: number
  /** How the columns of a table of unknown format are read. */
  readonly mapping: Mapping | null
  /** The header of that table, unless it is very wide. */
  readonly header?: readonly string[]
}

interface Kept extends DBSchema {
  entries: { key: string; value: KeptEntry }
  files: { key: string; value: readonly GivenFile[] }
}

/** By the name of the browser's error. */
const PROBLEMS: Readonly<Partial<Record<string, 'noRoom' | 'storeNewer'>>> = {
  QuotaExceededError: 'noRoom',
  VersionError: 'storeNewer',
}

/** Another tab may hold the database for as long as it is open. */
const MAX_WAIT_MS = 4000

let database: Promise<IDBPDatabase<Kept>> | null = null

/**
 * Opens this site's database. Rejects if there is none (some private windows), or if another tab
 * holds it.
 */
function open(): Promise<IDBPDatabase<Kept>> {
  database ??= new Promise((resolve, reject) => {
    const giveUp = () => reject(new UserError({ code: 'storeBlocked' }))
    setTimeout(giveUp, MAX_WAIT_MS)
    openDB<Kept>('contactline', 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'id' })
        db.createObjectStore('files')
      },
      // Another tab, with an older version of the page, would have to be closed first.
      blocked: giveUp,
      // A newer version of the page waits for this one.
      blocking: forget,
      terminated: forget,
    }).then(resolve, reject)
  })
  database.catch(forget)
  return database
}

function forget(): void {
  database?.then((db) => db.close()).catch(() => {})
  database = null
}

/** Lists the stored entries, latest first; empty if the browser stores nothing. */
export async function listKept(): Promise<KeptEntry[]> {
  try {
    const entries = await (await open()).getAll('entries')
    return entries.sort((a, b) => b.opened - a.opened)
  } catch {
    return []
  }
}

/** The latest entry whose table has this header. */
export async function keptMapping(header: readonly string[]): Promise<KeptEntry | null> {
  const wanted = JSON.stringify(header)
  const entries = await listKept()
  return entries.find((entry) => entry.mapping && JSON.stringify(entry.header) === wanted) ?? null
}

/** Stores files with their entry, or neither. Rejects with a UserError if it cannot. */
export async function keep(entry: KeptEntry, files: readonly GivenFile[]): Promise<void> {
  try {
    const transaction = (await open()).transaction(['entries', 'files'], 'readwrite')
    await Promise.all([
      transaction.objectStore('files').put(files, entry.id),
      transaction.objectStore('entries').put(entry),
      transaction.done,
    ])
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError({ code: PROBLEMS[error instanceof Error ? error.name : ''] ?? 'noStorage' })
  }
}

/** The files of an entry; null if they are not stored here. Rejects if another tab holds them. */
export async function keptFiles(
  id: string,
): Promise<{ entry: KeptEntry; files: readonly GivenFile[] } | null> {
  try {
    const db = await open()
    const [entry, files] = await Promise.all([db.get('entries', id), db.get('files', id)])
    return entry && files ? { entry, files } : null
  } catch (error) {
    if (error instanceof UserError) throw error
    return null
  }
}

/** Removes an entry and its files from this browser. */
export async function removeKept(id: string): Promise<void> {
  const transaction = (await open()).transaction(['entries', 'files'], 'readwrite')
  await Promise.all([
    transaction.objectStore('files').delete(id),
    transaction.objectStore('entries').delete(id),
    transaction.done,
  ])
}
