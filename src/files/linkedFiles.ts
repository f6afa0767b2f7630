import { UserError } from '../issues/problem'
import { loadFile } from '../open/fetchFile'
import type { GivenFile } from '../open/openFiles'
import type { Mapping } from '../read/format'
import { type KeptEntry, keptFiles } from './fileStore'

const BROWSER = 'browser:'

/** The value in a link for files stored in this browser. */
export function keyOf({ id }: Pick<KeptEntry, 'id'>): string {
  return `${BROWSER}${id}`
}

/** The id of files stored in this browser, by their value in a link; null for files of this site. */
export function keptId(key: string): string | null {
  return key.startsWith(BROWSER) ? key.slice(BROWSER.length) : null
}

/** The files of a link. Rejects with a UserError if they are missing or not on this site. */
export async function filesAt(
  key: string,
): Promise<{ files: readonly GivenFile[]; mapping: Mapping | null }> {
  const id = keptId(key)
  if (id !== null) {
    const kept = await keptFiles(id)
    if (kept) return { files: kept.files, mapping: kept.entry.mapping }
    throw new UserError({ code: 'linkToOtherBrowser' })
  }
  if (new URL(key, document.baseURI).origin !== location.origin) {
    throw new UserError({ code: 'linkToOtherSite', params: { key } })
  }
  return {
    files: [{ name: key.split('/').at(-1) ?? key, blob: await loadFile(key) }],
    mapping: null,
  }
}
