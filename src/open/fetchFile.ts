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
export async function request(url: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new UserError({ code: 'notLoaded', params: { url, cause: 'offline' } })
  }
  if (!response.ok) {
    throw new UserError({ code: 'notLoaded', params: { url, cause: String(response.status) } })
  }
  return response
}
