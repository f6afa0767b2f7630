/** Where the site keeps its files, relative to the page so that any folder of any host will do. */
export const DATA = 'data/'

/** Reads JSON from the site's own origin. Throws an Error that names the file, the cause and a remedy. */
export async function loadJson(url: string): Promise<unknown> {
  const response = await request(url)
  try {
    return await response.json()
  } catch {
    throw new Error(
      `${url} is not JSON. Reload the page; if that does not help, the file is damaged.`,
    )
  }
}

/** A file of this site as it is. Throws an Error that names the file, the cause and a remedy. */
export async function loadFile(url: string): Promise<Blob> {
  return (await request(url)).blob()
}

/** A file of the site's own origin. Throws an Error that names the file, the cause and a remedy. */
export async function request(url: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new Error(
      `${url} could not be loaded: no connection. Check the network and reload the page.`,
    )
  }
  if (!response.ok) {
    throw new Error(
      `${url} could not be loaded: the server answered ${response.status}. Reload the page.`,
    )
  }
  return response
}
