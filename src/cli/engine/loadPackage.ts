import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The folder that `npm install --prefix` puts engines into: outside of any checkout. */
export function engineFolder(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'contactline', 'engine')
}

/** Finds a package that a user has installed, from the current folder or the engine folder; or null. */
export function findPackage(name: string): string | null {
  for (const folder of [process.cwd(), engineFolder()]) {
    try {
      return createRequire(pathToFileURL(join(folder, 'package.json'))).resolve(name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  return null
}
