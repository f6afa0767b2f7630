import { LANGUAGES } from '../messages/language'

/** The language of the interface that `lang` in an address names; null where it names none of this build. */
export function readInterfaceLanguage(search: string): string | null {
  const id = new URLSearchParams(search).get('lang')
  return id !== null && LANGUAGES.includes(id) ? id : null
}
