import { LANGUAGES } from '../messages/language'

/**
 * The language of the interface in the `lang` key of an address; null if this build does not have
 * it.
 */
export function readInterfaceLanguage(search: string): string | null {
  const id = new URLSearchParams(search).get('lang')
  return id !== null && LANGUAGES.includes(id) ? id : null
}
