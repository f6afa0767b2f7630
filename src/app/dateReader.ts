import { effect } from '@preact/signals'
import { links } from '../messages/compiled/links'
import { mayHoldDate } from '../query/search/readQuery'
import { note, setDateReader } from './actions'
import { dateReader, query } from './state'

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

/** Loads it as soon as the search may hold a date, as after Back. */
export function followDates(): void {
  effect(() => {
    if (mayHoldDate(query.value)) void loadDateReader()
  })
}
