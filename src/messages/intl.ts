import { language } from './language'

/**
 * A formatter of Intl in the language of the interface, made when it is first asked for and again
 * when the language has changed.
 */
export function perLanguage<T>(create: (tag: string) => T): () => T {
  let made: { readonly tag: string; readonly formatter: T } | null = null
  return () => {
    const tag = language()
    if (made?.tag !== tag) made = { tag, formatter: create(tag) }
    return made.formatter
  }
}

const lists = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
const alternatives = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }))

/** "Shusha, Aghdam and Lachin". */
export function formatList(items: readonly string[]): string {
  return lists().format(items)
}

/** "Shusha, Aghdam or Lachin". */
export function formatAlternatives(items: readonly string[]): string {
  return alternatives().format(items)
}
