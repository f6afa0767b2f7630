import { LANGUAGES } from '../messages/language'

/** The interface language of an address (`lang`); null if this build does not have it. */
export function readInterfaceLanguage(search: string): string | null {
  const id = new URLSearchParams(search).get('lang')
  return id !== null && LANGUAGES.includes(id) ? id : null
}
