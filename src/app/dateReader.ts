import { links } from '../messages/links'
import { note, setDateReader } from './actions'
import { dateReader } from './state'

/** Loads what reads dates in a search, which the first view does without. Never rejects. */
export async function loadDateReader(): Promise<void> {
  if (dateReader.peek()) return
  try {
    const { readDateWords } = await import('../read/dateWords')
    setDateReader(readDateWords)
  } catch {
    note(links.datesNotLoaded())
  }
}
