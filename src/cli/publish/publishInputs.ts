import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { version } from '../../../package.json'
import type { Published } from '../../publish/publishedFolder'
import type { Call } from '../command'
import { readConflict } from '../conflictFile'
import { EXIT, Failure, usage } from '../failure'
import { expandFolders, readBytes, reasonOf } from '../files'
import { FILE_NAMES } from '../givenFiles'
import { checksumOf, openSource } from './folderDisk'

/** Throws a Failure unless a folder may be written or replaced: one of these files is in it. */
export function checkFree(folder: string, signs: readonly string[]): void {
  if (!existsSync(folder)) return
  const names = statSync(folder).isDirectory() ? readdirSync(folder) : ['']
  const isOurs = signs.some((sign) => names.includes(sign))
  const isOther = names.includes('dataset.json') && !('published' in readConflict(folder))
  if (names.length === 0 || (isOurs && !isOther)) return
  throw usage({ code: 'publishOutTaken', params: { name: folder } })
}

/** The files of a call with their checksums. */
export function readInputs(
  call: Call,
  onProgress: (bytes: number, total: number) => void,
): Published['inputs'] {
  const paths = expandFolders(call.files, FILE_NAMES).filter((path) => path !== '-')
  const extra = [call.districts, call.columns.map].filter((path) => path !== undefined)
  return [...paths, ...extra].map((path) => {
    const source = openInput(path)
    const sha256 = checksumOf(source, (bytes) => onProgress(bytes, source.size))
    source.close()
    return { name: basename(path), bytes: source.size, sha256 }
  })
}

/** Throws a Failure when the file cannot be read. */
export function openInput(path: string): ReturnType<typeof openSource> {
  try {
    return openSource(path)
  } catch (error) {
    throw new Failure(EXIT.file, {
      code: 'notRead',
      params: { name: path, reason: reasonOf(error) },
    })
  }
}

/** Work goes on only with the same files, options and program. */
export function keyOf({ columns, dataFolder, engine }: Call, inputs: Published['inputs']): string {
  const data = ['dataset.json', 'places.csv', 'districts.geojson'].map((name) => {
    const path = join(dataFolder, name)
    return existsSync(path) ? createHash('sha256').update(readBytes(path).bytes).digest('hex') : ''
  })
  return createHash('sha256')
    .update(JSON.stringify([version, inputs, columns, data, engine]))
    .digest('hex')
}
