import { messagesReady } from '../messages/language'

/** Loads the code that opens files, which the first view does not need, and its texts. */
export async function loadOpenFile(): Promise<typeof import('./openFile')> {
  const module = await import('./openFile')
  await messagesReady()
  return module
}
