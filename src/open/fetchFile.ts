import { UserError } from '../issues/problem'

/** The folder of the site's files, relative to the page, so that any folder of any host works. */
export const DATA = 'data/'

/** Reads JSON from the site's own origin. Throws a UserError. */
export async function loadJson(url: string): Promise<unknown> {
  const response = await request(url)
  try {
    return await response.json()
  } catch {
    throw new UserError({ code: 'notJson', params: { url } })
  }
}

/** Fetches a file of this site. Throws a UserError. */
export async function loadFile(url: string): Promise<Blob> {
  return (await request(url)).blob()
}

/** Requests a file of the site's own origin. Throws a UserError. */
export async function request(url: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, init)
  } catch {
    throw new UserError({ code: 'notLoaded', params: { url, cause: 'offline' } })
  }
  if (!response.ok) {
    throw new UserError({ code: 'notLoaded', params: { url, cause: String(response.status) } })
  }
  return response
}

/** Bytes of a file, and what the host says of the whole. */
export interface RangeOfFile {
  /** Of the whole file if the host sends no ranges. */
  readonly bytes: ArrayBuffer
  readonly isWhole: boolean
  /** Bytes of the whole file; null where the host does not say. */
  readonly total: number | null
  /** Names the version of the file; null where the host does not. */
  readonly version: string | null
}

/** A file that a host sends only as a whole is read if it has no more bytes. */
const MAX_WHOLE = 2_000_000

/** Requests bytes `from` to before `to` of a file of the site's own origin. Throws a UserError. */
export async function requestRange(
  url: string,
  from: number,
  to: number,
  signal?: AbortSignal,
): Promise<RangeOfFile> {
  const headers = { Range: `bytes=${from}-${to - 1}` }
  // Chromium gives bodies without bytes for ranges of its cache that are asked for together.
  const response = await request(url, { headers, cache: 'no-store', ...(signal && { signal }) })
  const isWhole = response.status !== 206
  const length = Number(response.headers.get('Content-Length'))
  if (isWhole && length > MAX_WHOLE) {
    void response.body?.cancel()
    throw new UserError({ code: 'noRanges', params: { url } })
  }
  const total = response.headers.get('Content-Range')?.split('/')[1]
  const bytes = await response.arrayBuffer().catch(() => {
    throw new UserError({ code: 'notLoaded', params: { url, cause: 'offline' } })
  })
  return {
    bytes,
    isWhole,
    total: total === undefined || total === '*' ? null : Number(total),
    version: response.headers.get('ETag'),
  }
}
