import { join } from 'node:path'
import { config } from '../../../package.json'
import type { EngineSession } from '../../engine/session'
import { EXIT, Failure, usage } from '../failure'
import { openChdb } from './chdbSession'
import { engineFolder, findPackage } from './loadPackage'
import { openServer } from './serverSession'

/** The versions that are tested. */
const PINNED = { chdb: config.chdb, '@clickhouse/client': config.client } as const
const SERVER = /^https?:\/\/[^\s]+$/

/** The engines of --engine: one in this process, with its tables in a folder, or servers. */
export async function openEngines(
  names: readonly string[],
  folder: string,
): Promise<readonly EngineSession[]> {
  return names.map((name) => {
    if (name === 'clickhouse') return openChdb(pathOf('chdb'), join(folder, 'engine'))
    if (SERVER.test(name)) return openServer(pathOf('@clickhouse/client'), name)
    throw usage({ code: 'engineUnknown', params: { value: name } })
  })
}

/** Where a package is that a user installs. Throws a Failure that says how. */
function pathOf(name: keyof typeof PINNED): string {
  const path = findPackage(name)
  if (path !== null) return path
  const params = { name, folder: engineFolder(), pinned: PINNED[name] }
  throw new Failure(EXIT.file, { code: 'engineMissing', params })
}
